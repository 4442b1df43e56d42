// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/labels.h"
#include "core/parse/selector.h"
#include "core/stale/staleness_limits.h"

#include <vector>

namespace pushgate::core {

/// What an operator says about the age of groups.
/// Threads immutable once made.
struct StalenessRules {
    struct Rule {
        Selector match;
        StalenessLimits limits;
    };

    std::vector<Rule> rules; ///< the first that matches a group holds for it
    StalenessLimits fallback; ///< where none does

    /// Cost    that of the selectors up to the first that matches.
    const StalenessLimits& limitsOf(const Labels& labels) const;
    /// Whether any group can be deleted by its age.
    bool canDelete() const;
};

} // namespace pushgate::core
