// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/group_catalog.h"
#include "core/base/clock.h"
#include "core/check/own_family.h"
#include "core/model/metric_family.h"
#include "daemon/stale/group_expiry.h"
#include "daemon/stale/rules_in_force.h"

#include <vector>

namespace pushgate::daemon {

/// What the gateway exposes of the state of its groups.
/// Threads  any.
class GroupMetrics {
public:
    enum class PerGroup { Off, On };

    /// All must outlive this.
    GroupMetrics(core::GroupCatalog& catalog, const RulesInForce& rules, const GroupExpiry& expiry,
        const core::Clock& clock, PerGroup perGroup)
        : m_catalog(catalog)
        , m_rules(rules)
        , m_expiry(expiry)
        , m_clock(clock)
        , m_perGroup(perGroup)
    {
    }

    /// The families for one scrape. A family about single groups is left out where a client pushed
    /// one of its name: their series could be the same.
    /// Cost    that of the catalog and of counting states; O(groups) with those about single
    /// groups.
    std::vector<core::MetricFamily> families(const core::SnapshotPtr& snapshot) const;

private:
    core::GroupCatalog& m_catalog;
    const RulesInForce& m_rules;
    const GroupExpiry& m_expiry;
    const core::Clock& m_clock;
    PerGroup m_perGroup;
};

/// The own families that pushed ones must not contradict; those about single groups only if they
/// are exposed, so that clients may use their names otherwise.
std::vector<core::OwnFamily> ownFamiliesWith(GroupMetrics::PerGroup perGroup);

} // namespace pushgate::daemon
