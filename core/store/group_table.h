// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes_hash.h"
#include "core/model/group.h"

#include <QByteArray>
#include <QByteArrayView>

#include <absl/container/flat_hash_set.h>
#include <deque>
#include <memory>
#include <vector>

namespace pushgate::core {

/// A group that changed, from the state that was last shown to the one it has now.
struct GroupChange {
    QByteArray key; ///< encoded
    GroupPtr before; ///< null: it was not shown
    GroupPtr after; ///< null: it is gone
};

/// The groups as they are now, by key, and which of them changed since they were last shown.
/// However often a group changes in between, it is one change.
/// Threads  none of its own: the store's mutex guards it.
/// Cost     O(1) but for `takeChanges` and `forEach`.
class GroupTable {
public:
    const GroupPtr* find(QByteArrayView key) const; ///< null: no such group; until the next change
    void put(const QByteArray& key, GroupPtr group); ///< a null group removes the one there

    /// All changes that were not taken yet, the oldest first. O(changes).
    std::vector<GroupChange> takeChanges();
    GroupChange takeOldestChange(); ///< there is one
    bool hasChanges() const { return !m_changed.empty(); }
    /// About how many series are only kept because changes wait to be taken.
    size_t outdatedSeries() const { return m_outdatedSeries; }

    template <typename Visit>
    void forEach(Visit&& visit) const
    {
        for (const auto& slot : m_slots) {
            if (slot->group)
                visit(slot->key, slot->group);
        }
    }

private:
    struct Slot {
        QByteArray key;
        GroupPtr group; ///< null: removed, which was not shown yet
        GroupPtr shown; ///< as last shown, while that is not `group`
        bool isChanged = false;
    };
    using SlotPtr = std::unique_ptr<Slot>;

    static QByteArrayView keyOf(QByteArrayView key) { return key; }
    static QByteArrayView keyOf(const SlotPtr& slot) { return slot->key; }

    struct Hash {
        using is_transparent = void;
        template <typename Key>
        size_t operator()(const Key& key) const
        {
            return BytesHash()(keyOf(key));
        }
    };
    struct Equal {
        using is_transparent = void;
        template <typename Left, typename Right>
        bool operator()(const Left& left, const Right& right) const
        {
            return keyOf(left) == keyOf(right);
        }
    };

    static size_t weightOf(const Slot& slot);

    absl::flat_hash_set<SlotPtr, Hash, Equal> m_slots;
    std::deque<Slot*> m_changed; ///< those with `isChanged`
    size_t m_outdatedSeries = 0;
};

} // namespace pushgate::core
