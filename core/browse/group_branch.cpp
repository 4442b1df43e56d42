// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/group_branch.h"

#include "core/browse/group_words.h"

#include <algorithm>
#include <functional>

namespace pushgate::core {

namespace {

    /// `wanted(a, b)`: whether a is wanted rather than b.
    template <typename Wanted>
    void keepBest(
        std::optional<TimePoint>& kept, const std::optional<TimePoint>& time, Wanted wanted)
    {
        if (time && (!kept || wanted(*time, *kept)))
            kept = time;
    }

} // namespace

GroupState GroupBranch::worst() const
{
    const auto* const found = std::find_if(kGroupStates.begin(), kGroupStates.end(),
        [this](GroupState state) { return states.of(state) > 0; });
    return found == kGroupStates.end() ? GroupState::Fresh : *found;
}

void GroupBranch::add(const GroupMoment& moment)
{
    const GroupRow& row = moment.row;
    states.add(moment.state);
    keepBest(youngestPush, row.pushTime, std::greater<>());
    keepBest(oldestPush, row.pushTime, std::less<>());
    keepBest(due, dueTime(row), std::less<>());
    series += row.series;
    families += row.families;
    if (row.bytes)
        bytes = bytes.value_or(0) + *row.bytes;
}

} // namespace pushgate::core
