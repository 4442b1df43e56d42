// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/group_filter.h"

#include <algorithm>

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

GroupFilter GroupFilter::ofLine(const QString& line)
{
    return {line.toCaseFolded().simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts), {}};
}

bool GroupFilter::accepts(const GroupRow& row, GroupState rowState) const
{
    if (state && *state != rowState)
        return false;
    return std::all_of(
        words.begin(), words.end(), [&](const QString& word) { return occurs(word, row); });
}

} // namespace pushgate::core
