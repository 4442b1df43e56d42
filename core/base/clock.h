// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace pushgate::core {

/// Wall time, to the nanosecond as in the reference.
using TimePoint = std::chrono::sys_time<std::chrono::nanoseconds>;

/// Where "now" comes from, so that tests can say what time it is.
/// Threads  `now` is called from any thread.
class Clock {
public:
    virtual ~Clock() = default;
    virtual TimePoint now() const = 0;
};

class SystemClock final : public Clock {
public:
    TimePoint now() const override;
};

/// Unix seconds as `push_time_seconds` shows them: the nanoseconds as a double, divided by 1e9.
double unixSeconds(TimePoint time);

} // namespace pushgate::core
