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

GroupState stateAt(const Group& group, const StalenessLimits& limits, TimePoint now)
{
    if (group.failureTime && (!group.pushTime || *group.failureTime > *group.pushTime))
        return GroupState::Failed;
    if (limits.staleAfter)
        return now - ageBegins(group) > *limits.staleAfter ? GroupState::Stale : GroupState::Fresh;
    const auto expectedBy = group.cadence.expectedBy();
    return expectedBy && now > *expectedBy ? GroupState::Overdue : GroupState::Fresh;
}

} // namespace pushgate::core
