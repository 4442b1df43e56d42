// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/telemetry/push_activity.h"

namespace pushgate::daemon {

void PushActivity::note(Outcome outcome, Instant now)
{
    const qint64 number = stepNumber(now);
    const std::lock_guard lock(m_mutex);
    Step& step = m_steps[static_cast<size_t>(number) % kSteps];
    if (step.number > number)
        return; // whoever was held up for an hour is of no interest any more
    if (step.number < number)
        step = {number};
    ++(outcome == Outcome::Accepted ? step.pushes : step.failures);
}

PushActivity::History PushActivity::history(Instant now) const
{
    History history;
    const qint64 last = stepNumber(now);
    const std::lock_guard lock(m_mutex);
    for (const Step& step : m_steps) {
        const qint64 ago = last - step.number;
        if (step.number < 0 || ago < 0 || ago >= qint64{kSteps})
            continue;
        const size_t at = kSteps - 1 - static_cast<size_t>(ago);
        history.pushes[at] = step.pushes;
        history.failures[at] = step.failures;
    }
    return history;
}

} // namespace pushgate::daemon
