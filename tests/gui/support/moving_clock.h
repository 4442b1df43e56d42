// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QtGlobal>

#include <atomic>

namespace pushgate::tests {

/// The time as it is, and as much later as a test has said.
class MovingClock final : public core::Clock {
public:
    core::TimePoint now() const override
    {
        return m_clock.now() + std::chrono::seconds(m_ahead.load());
    }
    void advance(std::chrono::seconds by) { m_ahead += by.count(); }

private:
    core::SystemClock m_clock;
    std::atomic<qint64> m_ahead = 0;
};

} // namespace pushgate::tests
