// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store_view.h"

#include <algorithm>

namespace pushgate::core {

namespace {

    const std::vector<StoredFamily>& familiesOf(const GroupPtr& group)
    {
        static const std::vector<StoredFamily> none;
        return group ? group->families : none;
    }

} // namespace

void StoreView::show(const GroupChange& change)
{
    if (change.after)
        m_groups.edit(change.key, m_era) = change.after;
    else
        m_groups.erase(change.key, m_era);

    for (const StoredFamily& family : familiesOf(change.before)) {
        const QByteArray& name = family.family().name();
        if (change.after && change.after->find(name))
            continue;
        FamilyOwners& owners = m_families.edit(name, m_era);
        owners.erase(change.key, m_era);
        if (owners.empty())
            m_families.erase(name, m_era);
    }
    for (const StoredFamily& family : familiesOf(change.after)) {
        const QByteArray& name = family.family().name();
        const StoredFamily* old = change.before ? change.before->find(name) : nullptr;
        if (!old || old->checked != family.checked)
            m_families.edit(name, m_era).put(change.key, family, m_era);
    }
}

void StoreView::show(std::vector<GroupChange>& changes)
{
    std::sort(changes.begin(), changes.end(),
        [](const GroupChange& left, const GroupChange& right) { return left.key < right.key; });
    for (const GroupChange& change : changes)
        show(change);
}

SnapshotPtr StoreView::snapshot(const Snapshot::Numbers& numbers)
{
    auto snapshot = std::make_shared<Snapshot>();
    static_cast<Snapshot::Numbers&>(*snapshot) = numbers;
    snapshot->groups = m_groups;
    snapshot->families = m_families;
    ++m_era;
    return snapshot;
}

} // namespace pushgate::core
