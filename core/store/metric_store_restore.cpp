// SPDX-License-Identifier: GPL-3.0-or-later
// How a store comes back: apart from the rest, since it happens once.
#include "core/store/metric_store.h"

#include <algorithm>

namespace pushgate::core {

void MetricStore::restore(std::vector<GroupPtr> groups, quint64 revision)
{
    // In the order of their keys, every one goes to the end of the maps.
    std::sort(groups.begin(), groups.end(),
        [](const GroupPtr& left, const GroupPtr& right) { return left->key < right->key; });
    const std::lock_guard lock(m_mutex);
    Q_ASSERT(m_state.groups.empty());
    for (GroupPtr& group : groups) {
        const QByteArray& key = group->key.encoded();
        for (const StoredFamily& family : group->families) {
            m_index.add(*family.checked);
            m_state.families.edit(family.family().name(), m_era).edit(key, m_era) = family;
            m_nextOrder = std::max(m_nextOrder, family.order + 1);
        }
        m_state.groups.edit(key, m_era) = std::move(group);
    }
    m_state.errors = m_index.errorCount();
    m_state.seriesCount = m_index.seriesCount();
    m_state.revision = revision;
    m_revision = revision;
    m_snapshot.reset();
}

} // namespace pushgate::core
