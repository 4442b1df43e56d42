// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/browse/state_watch.h"

#include <optional>
#include <vector>

namespace pushgate::gui {

/// What somebody is told who does not look.
struct Alarm {
    enum class Kind {
        Groups, ///< some have turned overdue, stale or failed
        Lost, ///< the gateway no longer answers
        Back ///< it answers again, after a Lost
    };

    Kind kind = Kind::Groups;
    std::vector<core::TurnedGroup> groups; ///< of Groups: not empty, the most urgent first
};

/// Decides when there is an alarm, and of how much: what happens within kGather comes as one, and
/// after it there is silence for kPause. What is over by then is not told at all.
class AlarmPacer {
public:
    static constexpr std::chrono::seconds kGather{10};
    static constexpr std::chrono::seconds kPause{60};

    void addGroups(std::vector<core::TurnedGroup> groups, core::TimePoint now);
    void addLoss(core::TimePoint now);
    void addReturn(core::TimePoint now);
    /// What is due; nothing: not yet. Groups that are well again in `groups` are left out.
    std::optional<Alarm> take(const core::GroupModel& groups, core::TimePoint now);
    /// Forgets what has not been told yet.
    void clear();

private:
    void begin(core::TimePoint now);
    void dropRecovered(const core::GroupModel& groups);

    std::vector<core::TurnedGroup> m_groups;
    std::optional<Alarm::Kind> m_link; // Lost or Back, still to be told
    bool m_hasToldLoss = false;
    std::optional<core::TimePoint> m_since; // of the first thing still to be told
    std::optional<core::TimePoint> m_told; // when there was an alarm
};

} // namespace pushgate::gui
