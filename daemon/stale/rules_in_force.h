// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/group_catalog.h"

#include <memory>
#include <mutex>

namespace pushgate::daemon {

/// The rules of staleness that hold now.
/// Threads  any.
class RulesInForce {
public:
    core::StalenessRulesPtr current() const
    {
        const std::lock_guard lock(m_mutex);
        return m_rules;
    }

    void replace(core::StalenessRulesPtr rules)
    {
        const std::lock_guard lock(m_mutex);
        m_rules.swap(rules); // the old ones are freed after the lock is gone
    }

private:
    mutable std::mutex m_mutex;
    core::StalenessRulesPtr m_rules
        = std::make_shared<const core::StalenessRules>(); ///< never null
};

} // namespace pushgate::daemon
