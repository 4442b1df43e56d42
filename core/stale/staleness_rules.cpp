// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stale/staleness_rules.h"

#include <algorithm>

namespace pushgate::core {

const StalenessLimits& StalenessRules::limitsOf(const Labels& labels) const
{
    for (const Rule& rule : rules) {
        if (rule.match.matches(labels))
            return rule.limits;
    }
    return fallback;
}

bool StalenessRules::canDelete() const
{
    return fallback.deleteAfter || std::any_of(rules.begin(), rules.end(), [](const Rule& rule) {
        return rule.limits.deleteAfter.has_value();
    });
}

} // namespace pushgate::core
