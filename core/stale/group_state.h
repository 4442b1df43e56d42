// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/model/group.h"
#include "core/stale/staleness_limits.h"

#include <QByteArrayView>

#include <array>
#include <optional>

namespace pushgate::core {

/// What is to be said of a group, the most urgent first: the first that applies is its state.
enum class GroupState {
    Failed, ///< its last push failed
    Stale, ///< older than a rule allows
    Overdue, ///< no rule says so, but it is late by its own rhythm
    Fresh
};

inline constexpr std::array kGroupStates{
    GroupState::Failed, GroupState::Stale, GroupState::Overdue, GroupState::Fresh};

/// `fresh` and so on, as the API has it.
QByteArrayView stateName(GroupState state);
std::optional<GroupState> stateFromName(QByteArrayView name);

/// From when a group's age counts: its last push that succeeded, else its first one at all.
TimePoint ageBegins(const Group& group);

/// What of a group decides its state, whenever one asks.
struct GroupStanding {
    bool hasFailed = false; ///< its last push did
    TimePoint ageBegins;
    std::optional<TimePoint> staleFrom; ///< after this instant; set: the rhythm does not matter
    std::optional<TimePoint> expectedBy; ///< overdue after this instant

    /// The last instant at which it is fresh, unless its last push failed; nothing: for ever.
    std::optional<TimePoint> due() const { return staleFrom ? staleFrom : expectedBy; }
    GroupState at(TimePoint now) const;
};

/// Cost    O(log families) for a group that never had a successful push, else O(1).
/// Source  Groups API, States.
GroupStanding standingOf(const Group& group, const StalenessLimits& limits);

/// The state at `now`, which moves on while nothing is pushed.
inline GroupState stateAt(const Group& group, const StalenessLimits& limits, TimePoint now)
{
    return standingOf(group, limits).at(now);
}

} // namespace pushgate::core
