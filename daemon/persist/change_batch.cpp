// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/persist/change_batch.h"

#include <utility>

namespace pushgate::daemon {

void ChangeBatch::add(const core::Change& change)
{
    m_revision = change.revision;
    std::visit([this](const auto& what) { add(what); }, change.what);
}

void ChangeBatch::add(const core::GroupStored& stored)
{
    put(stored.group->key, {stored.before, stored.group});
}

void ChangeBatch::add(const core::GroupRemoved& removed)
{
    put(removed.before->key, {removed.before, nullptr});
}

void ChangeBatch::add(const core::GroupsChanged& changed)
{
    for (const auto& group : changed.groups)
        std::visit([this](const auto& what) { add(what); }, group);
}

void ChangeBatch::add(const core::StoreWiped& /*wiped*/)
{
    m_isWiped = true;
    m_discarded.push_back(std::exchange(m_groups, {}));
}

void ChangeBatch::put(const core::GroupingKey& key, GroupChange change)
{
    put(m_groups, key.encoded(), std::move(change));
}

void ChangeBatch::put(Groups& groups, const QByteArray& key, GroupChange change) const
{
    const auto [place, isNew] = groups.try_emplace(key, std::move(change));
    if (!isNew)
        place->second.after = std::move(change.after);
    if (!place->second.before && !place->second.after && !m_keepsTraces)
        groups.erase(place);
}

void ChangeBatch::prepend(ChangeBatch earlier)
{
    keepTraces();
    if (earlier.isEmpty() || m_isWiped) // what came before a wipe leaves no trace
        return;
    for (auto& [key, change] : m_groups)
        put(earlier.m_groups, key, std::move(change));
    m_groups = std::move(earlier.m_groups);
    m_isWiped = earlier.m_isWiped;
    m_discarded = std::move(earlier.m_discarded);
    m_revision = std::max(m_revision, earlier.m_revision);
}

} // namespace pushgate::daemon
