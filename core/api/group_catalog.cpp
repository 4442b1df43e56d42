// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/group_catalog.h"

#include <absl/container/flat_hash_map.h>
#include <algorithm>

namespace pushgate::core {

ListedGroups::ListedGroups(
    SnapshotPtr snapshot, StalenessRulesPtr rules, const ListedGroups* before)
    : m_snapshot(std::move(snapshot))
    , m_rules(std::move(rules))
{
    if (before && before->m_rules != m_rules)
        before = nullptr;
    absl::flat_hash_map<const void*, const ListedChunk*> unchanged;
    if (before) {
        for (const ListedChunk& chunk : before->m_chunks)
            unchanged.emplace(chunk.source.get(), &chunk);
    }
    const auto& sources = m_snapshot->groups.chunks();
    m_chunks.reserve(sources.size());
    for (const Source& source : sources) {
        const auto found = unchanged.find(source.get());
        m_chunks.push_back(found == unchanged.end() ? listed(source, before) : *found->second);
    }
}

ListedGroups::ListedChunk ListedGroups::listed(
    const Source& source, const ListedGroups* before) const
{
    auto groups = std::make_shared<Groups>();
    groups->reserve(source->entries.size());
    for (const auto& entry : source->entries) {
        ListedGroupPtr known = before ? before->find(entry.key) : nullptr;
        if (!known || known->group() != entry.value)
            known = std::make_shared<const ListedGroup>(entry.value, *m_rules);
        groups->push_back(std::move(known));
    }
    return {source, std::move(groups), std::make_shared<StateTally>()};
}

StateCounts ListedGroups::countStates(TimePoint now) const
{
    StateCounts sum;
    for (const ListedChunk& chunk : m_chunks)
        sum += chunk.tally->of(*chunk.groups, now);
    return sum;
}

ListedGroupPtr ListedGroups::find(QByteArrayView key) const
{
    const auto chunk = std::lower_bound(
        m_chunks.begin(), m_chunks.end(), key, [](const ListedChunk& left, QByteArrayView right) {
            return left.groups->back()->key() < right;
        });
    if (chunk == m_chunks.end())
        return nullptr;
    const auto group = std::lower_bound(chunk->groups->begin(), chunk->groups->end(), key,
        [](const ListedGroupPtr& left, QByteArrayView right) { return left->key() < right; });
    return group != chunk->groups->end() && (*group)->key() == key ? *group : nullptr;
}

ListedGroupsPtr GroupCatalog::of(const SnapshotPtr& snapshot, const StalenessRulesPtr& rules)
{
    ListedGroupsPtr before;
    {
        const std::lock_guard lock(m_mutex);
        m_isUsed = true;
        if (m_latest && m_latest->snapshot() == snapshot && m_latest->rules() == rules)
            return m_latest;
        before = m_latest;
    }
    auto groups = std::make_shared<const ListedGroups>(snapshot, rules, before.get());
    const std::lock_guard lock(m_mutex);
    if (!m_latest || m_latest->rules() != rules
        || m_latest->snapshot()->revision < snapshot->revision)
        m_latest = groups;
    return groups;
}

void GroupCatalog::dropUnused()
{
    ListedGroupsPtr dropped; // freed after the lock is gone
    const std::lock_guard lock(m_mutex);
    if (!m_isUsed)
        dropped = std::move(m_latest);
    m_isUsed = false;
}

} // namespace pushgate::core
