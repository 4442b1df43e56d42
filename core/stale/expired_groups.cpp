// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stale/expired_groups.h"

#include "core/stale/group_state.h"

namespace pushgate::core {

bool isExpired(const Group& group, const StalenessRules& rules, TimePoint now)
{
    const auto deleteAfter = rules.limitsOf(group.key.labels()).deleteAfter;
    return deleteAfter && now - ageBegins(group) > *deleteAfter;
}

std::vector<GroupPtr> expiredGroups(
    const Snapshot& snapshot, const StalenessRules& rules, TimePoint now)
{
    std::vector<GroupPtr> expired;
    if (!rules.canDelete())
        return expired;
    snapshot.groups.forEach([&](const QByteArray&, const GroupPtr& group) {
        if (isExpired(*group, rules, now))
            expired.push_back(group);
    });
    return expired;
}

} // namespace pushgate::core
