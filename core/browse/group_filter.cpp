// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/group_filter.h"

#include <algorithm>
#include <utility>

namespace pushgate::core {

namespace {

    bool occurs(const QString& word, const GroupRow& row)
    {
        const qsizetype equals = word.indexOf(QLatin1Char('='));
        if (equals <= 0)
            return row.searchText.contains(word);
        const QStringView name = QStringView(word).left(equals);
        const QString wanted = word.mid(equals + 1).remove(QLatin1Char('"'));
        return std::any_of(
            row.key.labels().begin(), row.key.labels().end(), [&](const Label& label) {
                return name == QString::fromUtf8(label.name).toCaseFolded()
                    && QString::fromUtf8(label.value).toCaseFolded().contains(wanted);
            });
    }

} // namespace

Result<GroupFilter> GroupFilter::ofLine(const QString& line)
{
    GroupFilter filter;
    if (!line.trimmed().startsWith(QLatin1Char('{'))) {
        filter.words = line.toCaseFolded().simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
        return filter;
    }
    auto selector = Selector::parse(line.trimmed().toUtf8());
    if (!selector)
        return selector.error();
    filter.selector = *std::move(selector);
    return filter;
}

bool operator==(const GroupFilter& left, const GroupFilter& right)
{
    const auto text = [](const GroupFilter& filter) {
        return filter.selector ? filter.selector->text() : QByteArray();
    };
    return left.words == right.words && left.state == right.state && text(left) == text(right);
}

bool GroupFilter::accepts(const GroupRow& row, GroupState rowState) const
{
    if (state && *state != rowState)
        return false;
    if (selector && !selector->matches(row.key.labels()))
        return false;
    return std::all_of(
        words.begin(), words.end(), [&](const QString& word) { return occurs(word, row); });
}

} // namespace pushgate::core
