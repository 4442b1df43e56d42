// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/stale/staleness_rules.h"
#include "core/store/snapshot.h"

#include <vector>

namespace pushgate::core {

/// Whether a rule wants the group deleted by `now`.
bool isExpired(const Group& group, const StalenessRules& rules, TimePoint now);

/// The groups to delete, by key.
/// Cost    O(groups) times the selectors; nothing if no rule deletes.
std::vector<GroupPtr> expiredGroups(
    const Snapshot& snapshot, const StalenessRules& rules, TimePoint now);

} // namespace pushgate::core
