// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <chrono>
#include <mutex>

namespace pushgate::daemon {

/// How many pushes were accepted and refused in each of the last minutes.
/// Threads  any; one short lock.
/// Cost     `note` O(1); bounded memory.
class PushActivity {
public:
    using Instant = std::chrono::steady_clock::time_point;
    enum class Outcome { Accepted, Refused };

    static constexpr std::chrono::seconds kStep{60};
    static constexpr size_t kSteps = 60;

    /// Oldest first; the last step is the one under way.
    struct History {
        std::array<quint64, kSteps> pushes{};
        std::array<quint64, kSteps> failures{};
    };

    void note(Outcome outcome, Instant now);
    History history(Instant now) const;

private:
    struct Step {
        qint64 number = -1; ///< steps since the clock's epoch
        quint64 pushes = 0;
        quint64 failures = 0;
    };

    static qint64 stepNumber(Instant now) { return now.time_since_epoch() / kStep; }

    mutable std::mutex m_mutex; ///< guards all below
    std::array<Step, kSteps> m_steps; ///< a step stands at its number modulo kSteps
};

} // namespace pushgate::daemon
