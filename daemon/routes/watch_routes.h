// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "daemon/http/reply.h"
#include "daemon/stale/rules_in_force.h"
#include "daemon/telemetry/push_activity.h"

namespace pushgate::daemon {

/// GET R/api/v1/activity: pushes accepted and refused in each of the last 60 minutes.
/// Shape    data: `now`, `step_seconds`, `pushes` and `failures`, oldest first; the last step is
///          the one under way.
/// Threads  any.
class ActivityRoute {
public:
    /// Both must outlive this.
    ActivityRoute(const PushActivity& activity, const core::Clock& clock)
        : m_activity(activity)
        , m_clock(clock)
    {
    }

    Reply handle() const;

private:
    const PushActivity& m_activity;
    const core::Clock& m_clock;
};

/// GET R/api/v1/runtime: what the process takes of the machine; null where the system does not say.
/// Shape    data: `now`, `cpu_seconds`, `resident_bytes`, `open_files`, `max_open_files`.
/// Threads  any.
class RuntimeRoute {
public:
    explicit RuntimeRoute(const core::Clock& clock) ///< must outlive this
        : m_clock(clock)
    {
    }

    Reply handle() const;

private:
    const core::Clock& m_clock;
};

/// GET R/api/v1/staleness: the rules of staleness in force.
/// Threads  any.
class RulesRoute {
public:
    /// Both must outlive this.
    RulesRoute(const RulesInForce& rules, const core::Clock& clock)
        : m_rules(rules)
        , m_clock(clock)
    {
    }

    Reply handle() const;

private:
    const RulesInForce& m_rules;
    const core::Clock& m_clock;
};

} // namespace pushgate::daemon
