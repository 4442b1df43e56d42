// SPDX-License-Identifier: GPL-3.0-or-later
// How a store comes back: apart from the rest, since it happens once.
#include "core/store/metric_store.h"

#include <algorithm>

namespace pushgate::core {

void MetricStore::restore(std::vector<GroupPtr> groups, quint64 revision)
{
    const std::lock_guard lock(m_mutex);
    Q_ASSERT(!m_groups.hasChanges());
    std::vector<const CheckedFamily*> families; // which the groups keep alive
    for (GroupPtr& group : groups) {
        for (const StoredFamily& family : group->families) {
            families.push_back(family.checked.get());
            m_nextOrder = std::max(m_nextOrder, family.order + 1);
        }
        const QByteArray key = group->key.encoded();
        m_groups.put(key, std::move(group));
    }
    m_index.addAll(families);
    m_revision = revision;
}

} // namespace pushgate::core
