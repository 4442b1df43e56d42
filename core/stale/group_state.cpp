// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stale/group_state.h"

namespace pushgate::core {

QByteArrayView stateName(GroupState state)
{
    switch (state) {
    case GroupState::Failed: return "failed";
    case GroupState::Stale: return "stale";
    case GroupState::Overdue: return "overdue";
    case GroupState::Fresh: return "fresh";
    }
    Q_UNREACHABLE();
}

std::optional<GroupState> stateFromName(QByteArrayView name)
{
    for (const GroupState state : kGroupStates) {
        if (stateName(state) == name)
            return state;
    }
    return std::nullopt;
}

TimePoint ageBegins(const Group& group)
{
    if (group.pushTime)
        return *group.pushTime;
    // The first failure stored it, with a zero; later ones leave it alone.
    const StoredFamily* first = group.find(kPushTimeName);
    return first ? first->pushedAt : group.failureTime.value_or(TimePoint{});
}

GroupState GroupStanding::at(TimePoint now) const
{
    if (hasFailed)
        return GroupState::Failed;
    const auto last = due();
    if (!last || now <= *last)
        return GroupState::Fresh;
    return staleFrom ? GroupState::Stale : GroupState::Overdue;
}

GroupStanding standingOf(const Group& group, const StalenessLimits& limits)
{
    GroupStanding standing;
    standing.hasFailed
        = group.failureTime && (!group.pushTime || *group.failureTime > *group.pushTime);
    standing.ageBegins = ageBegins(group);
    if (limits.staleAfter)
        standing.staleFrom = standing.ageBegins + *limits.staleAfter;
    standing.expectedBy = group.cadence.expectedBy();
    return standing;
}

} // namespace pushgate::core
