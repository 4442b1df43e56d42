// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/group_filter.h"

#include "core/base/prometheus_duration.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

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

    /// `word`: `age>1h`, `age<=2d`. Whether the bound itself is in makes no difference anybody
    /// sees.
    Status narrow(AgeBounds& bounds, const QString& word)
    {
        const bool isFrom = word[3] == u'>';
        const QString number = word.mid(word.size() > 4 && word[4] == u'=' ? 5 : 4);
        const auto age = parsePrometheusDuration(number.toLower().toUtf8());
        if (!age)
            return badRequest(
                word.toUtf8() + ": an age looks like age>90s, age>5m, age<12h or age<7d");
        auto& bound = isFrom ? bounds.from : bounds.to;
        if (!bound)
            bound = *age;
        else
            bound = isFrom ? std::max(*bound, *age) : std::min(*bound, *age);
        return ok();
    }

    bool contains(const AgeBounds& bounds, const GroupMoment& moment)
    {
        const auto since = ageBegins(moment.row);
        if (bounds.isOpen() || !since)
            return bounds.isOpen();
        const auto age = moment.now - *since;
        return (!bounds.from || age >= *bounds.from) && (!bounds.to || age < *bounds.to);
    }

} // namespace

Result<GroupFilter> GroupFilter::ofLine(const QString& line)
{
    const FilterLine parts = FilterLine::of(line);
    GroupFilter filter;
    for (const QString& word : parts.words)
        filter.words.push_back(word.toCaseFolded());
    for (const QString& age : parts.ages) {
        if (const Status narrowed = narrow(filter.ages, age); !narrowed)
            return narrowed.error();
    }
    if (parts.selector.isEmpty())
        return filter;
    auto selector = Selector::parse(parts.selector.toUtf8());
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
    return left.words == right.words && left.state == right.state && left.ages == right.ages
        && text(left) == text(right);
}

bool GroupFilter::accepts(const GroupMoment& moment) const
{
    if (state && *state != moment.state)
        return false;
    if (!contains(ages, moment))
        return false;
    if (selector && !selector->matches(moment.row.key.labels()))
        return false;
    return std::all_of(
        words.begin(), words.end(), [&](const QString& word) { return occurs(word, moment.row); });
}

} // namespace pushgate::core
