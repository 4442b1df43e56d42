// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/state_tally.h"
#include "core/store/snapshot.h"

#include <memory>
#include <mutex>
#include <vector>

namespace pushgate::core {

using StalenessRulesPtr = std::shared_ptr<const StalenessRules>;

/// Every group of one snapshot under one set of rules, by key.
/// Threads immutable.
class ListedGroups {
public:
    /// `before` may be null; what of it still holds is taken over.
    /// Cost    O(chunks) and the groups of those that changed; O(groups) if the rules did.
    ListedGroups(SnapshotPtr snapshot, StalenessRulesPtr rules, const ListedGroups* before);

    const SnapshotPtr& snapshot() const { return m_snapshot; }
    const StalenessRulesPtr& rules() const { return m_rules; }
    ListedGroupPtr find(QByteArrayView key) const; ///< null: no such group; O(log groups)

    /// How many groups are in each state at `now`.
    /// Cost    O(chunks), and the groups of those in which a state or a group changed since last.
    StateCounts countStates(TimePoint now) const;

    template <typename Visit>
    void forEach(Visit&& visit) const
    {
        for (const ListedChunk& chunk : m_chunks) {
            for (const ListedGroupPtr& group : *chunk.groups)
                visit(group);
        }
    }

private:
    using Source = ChunkedMap<GroupPtr>::ChunkPtr;
    using Groups = std::vector<ListedGroupPtr>;

    struct ListedChunk {
        Source source;
        std::shared_ptr<const Groups> groups; ///< in the order of `source`
        std::shared_ptr<StateTally> tally; ///< of `groups`
    };

    ListedChunk listed(const Source& source, const ListedGroups* before) const;

    SnapshotPtr m_snapshot;
    StalenessRulesPtr m_rules;
    std::vector<ListedChunk> m_chunks;
};

using ListedGroupsPtr = std::shared_ptr<const ListedGroups>;

/// Keeps the latest listing, so that the next one pays only for what changed.
/// Threads any.
class GroupCatalog {
public:
    ListedGroupsPtr of(const SnapshotPtr& snapshot, const StalenessRulesPtr& rules);

    /// Lets go of the listing unless it was asked for since the last call.
    void dropUnused();

private:
    std::mutex m_mutex; ///< guards all below
    ListedGroupsPtr m_latest;
    bool m_isUsed = false;
};

} // namespace pushgate::core
