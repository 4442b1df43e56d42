// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/browse/group_row.h"

#include <chrono>
#include <map>
#include <vector>

namespace pushgate::core {

/// How much happened at a gateway lately.
struct Activity {
    std::chrono::seconds step{60};
    std::vector<qint64> pushes; ///< that succeeded, per step, the oldest first; the last goes on
    std::vector<qint64> failures; ///< as many

    friend bool operator==(const Activity&, const Activity&) = default;
};

/// Counts pushes by what becomes of the times of groups: all there is to see from outside. Of
/// several pushes into a group between two looks one is seen.
/// Cost    `note` O(log minutes) for the two hours that are kept.
class ActivityLog {
public:
    /// `before` is null for a group that was not known.
    void note(const GroupRow* before, const GroupRow& after);
    /// The sixty minutes up to the one of `now`.
    Activity lastHour(TimePoint now) const;

private:
    struct Counts {
        qint64 pushes = 0;
        qint64 failures = 0;
    };

    Counts& minuteOf(TimePoint time);

    std::map<qint64, Counts> m_minutes; // since 1970
};

} // namespace pushgate::core
