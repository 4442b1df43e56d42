// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <utility>

namespace pushgate::core {

/// Notices that a clock did not simply go on: the machine slept, or somebody set the clock.
class ClockWatch {
public:
    static constexpr std::chrono::seconds kMostBetween{30};

    explicit ClockWatch(TimePoint now)
        : m_last(now)
    {
    }

    /// To be told the time about once a second. True if since the last time more has passed than
    /// kMostBetween, or less than nothing.
    bool hasJumped(TimePoint now)
    {
        const TimePoint last = std::exchange(m_last, now);
        return now < last || now - last > kMostBetween;
    }

private:
    TimePoint m_last;
};

} // namespace pushgate::core
