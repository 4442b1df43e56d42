// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stale/state_counts.h"

#include <optional>

namespace pushgate::gui {

/// All gateways at a glance.
struct GatewaysSummary {
    core::StateCounts counts;
    int gateways = 0;
    int lost = 0;

    /// Nothing: there are no groups.
    std::optional<core::GroupState> worst() const
    {
        for (const core::GroupState state : core::kGroupStates) {
            if (counts.of(state) > 0)
                return state;
        }
        return std::nullopt;
    }

    friend bool operator==(const GatewaysSummary&, const GatewaysSummary&) = default;
};

} // namespace pushgate::gui
