// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

namespace pushgate::tests {

/// Says the time it was told.
class FixedClock final : public core::Clock {
public:
    explicit FixedClock(qint64 seconds)
        : m_now(std::chrono::seconds(seconds))
    {
    }

    core::TimePoint now() const override { return m_now; }

private:
    core::TimePoint m_now;
};

} // namespace pushgate::tests
