// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/group_query.h"

#include <algorithm>

namespace pushgate::core {

namespace {

    struct Candidate {
        GroupCursor place;
        ListedGroupPtr group;
    };

    bool isBefore(const Candidate& left, const Candidate& right)
    {
        return left.place.isBefore(right.place);
    }

    bool isByKey(GroupSort sort)
    {
        return sort == GroupSort();
    }

    /// Puts the first `count` in order and drops the rest.
    void keepFirst(std::vector<Candidate>& candidates, size_t count)
    {
        if (count < candidates.size()) {
            const auto end = candidates.begin() + static_cast<std::ptrdiff_t>(count);
            std::nth_element(candidates.begin(), end, candidates.end(), isBefore);
            candidates.erase(end, candidates.end());
        }
        std::sort(candidates.begin(), candidates.end(), isBefore);
    }

    /// By key, as all of them would be.
    template <typename Visit>
    void forEachNamed(
        const ListedGroups& groups, const std::vector<QByteArray>& keys, Visit&& visit)
    {
        if (keys.empty()) {
            groups.forEach(visit);
            return;
        }
        for (const QByteArray& key : keys) {
            if (const ListedGroupPtr group = groups.find(key))
                visit(group);
        }
    }

} // namespace

bool GroupConditions::names(QByteArrayView key) const
{
    return keys.empty() || std::binary_search(keys.begin(), keys.end(), key);
}

bool GroupConditions::matches(const Labels& labels) const
{
    return match.empty()
        || std::any_of(match.begin(), match.end(),
            [&labels](const Selector& selector) { return selector.matches(labels); });
}

bool GroupConditions::isOldEnough(const ListedGroup& group, TimePoint now) const
{
    return !olderThan || now - group.standing().ageBegins >= *olderThan;
}

bool GroupConditions::hasState(const ListedGroup& group, TimePoint now) const
{
    return !states || states->test(static_cast<size_t>(group.standing().at(now)));
}

bool GroupConditions::accepts(const ListedGroup& group, TimePoint now) const
{
    return names(group.key()) && isOldEnough(group, now) && hasState(group, now)
        && matches(group.group()->key.labels());
}

GroupPage selectGroups(const ListedGroups& groups, const GroupQuery& query, TimePoint now)
{
    const GroupConditions& conditions = query.conditions;
    const TimePoint asOf = query.after ? query.after->asOf : now;
    // One more than the page holds tells whether there is another one.
    const bool isLimited = query.limit.has_value();
    const size_t most = isLimited ? *query.limit + 1 : 0;
    GroupPage page;
    std::vector<Candidate> candidates;
    forEachNamed(groups, conditions.keys, [&](const ListedGroupPtr& group) {
        if (!conditions.isOldEnough(*group, asOf)
            || !conditions.matches(group->group()->key.labels()))
            return;
        page.states.add(group->standing().at(now));
        const bool isPageFull = isLimited && isByKey(query.sort) && candidates.size() == most;
        if (isPageFull || !conditions.hasState(*group, asOf))
            return;
        GroupCursor place = GroupCursor::at(*group, query.sort, asOf);
        if (!query.after || query.after->isBefore(place))
            candidates.push_back({std::move(place), group});
    });
    if (!isByKey(query.sort))
        keepFirst(candidates, isLimited ? most : candidates.size());
    if (isLimited && candidates.size() == most) {
        candidates.pop_back();
        if (!candidates.empty())
            page.next = candidates.back().place;
    }
    page.groups.reserve(candidates.size());
    for (Candidate& candidate : candidates)
        page.groups.push_back(std::move(candidate.group));
    return page;
}

} // namespace pushgate::core
