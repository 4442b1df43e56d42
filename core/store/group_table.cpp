// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/group_table.h"

#include <utility>

namespace pushgate::core {

const GroupPtr* GroupTable::find(QByteArrayView key) const
{
    const auto found = m_slots.find(key);
    return found != m_slots.end() && (*found)->group ? &(*found)->group : nullptr;
}

void GroupTable::put(const QByteArray& key, GroupPtr group)
{
    auto found = m_slots.find(QByteArrayView(key));
    if (found == m_slots.end())
        found = m_slots.insert(std::make_unique<Slot>(Slot{key, {}, {}, false})).first;
    Slot& slot = **found;
    GroupPtr before = std::exchange(slot.group, std::move(group));
    if (slot.isChanged)
        return;
    slot.isChanged = true;
    slot.shown = std::move(before);
    m_changed.push_back(&slot);
    m_outdatedSeries += weightOf(slot);
}

/// Slots weigh something too: groups may come and go without ever being shown.
size_t GroupTable::weightOf(const Slot& slot)
{
    size_t series = 1;
    if (slot.shown) {
        for (const StoredFamily& family : slot.shown->families)
            series += family.family().metricCount();
    }
    return series;
}

GroupChange GroupTable::takeOldestChange()
{
    Slot& slot = *m_changed.front();
    m_changed.pop_front();
    m_outdatedSeries -= weightOf(slot);
    slot.isChanged = false;
    GroupChange change{slot.key, std::exchange(slot.shown, nullptr), slot.group};
    if (!slot.group)
        m_slots.erase(m_slots.find(QByteArrayView(change.key)));
    return change;
}

std::vector<GroupChange> GroupTable::takeChanges()
{
    std::vector<GroupChange> changes;
    changes.reserve(m_changed.size());
    while (hasChanges())
        changes.push_back(takeOldestChange());
    return changes;
}

} // namespace pushgate::core
