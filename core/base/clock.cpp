// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

namespace pushgate::core {

TimePoint SystemClock::now() const
{
    return std::chrono::time_point_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now());
}

double unixSeconds(TimePoint time)
{
    return static_cast<double>(time.time_since_epoch().count()) / 1e9;
}

} // namespace pushgate::core
