// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/group_table.h"
#include "core/store/snapshot.h"

#include <vector>

namespace pushgate::core {

/// The store in the order in which it is exposed, by group and by family. It is brought up to
/// date when somebody wants to look, so that pushes do not pay for order.
/// Threads  none of its own.
class StoreView {
public:
    /// Takes the group from one state to the next; `before` is the one that was shown last.
    /// O(its families * log n).
    void show(const GroupChange& change);
    /// The same for many; quicker in the order of their keys, in which it leaves them.
    void show(std::vector<GroupChange>& changes);

    /// What is shown now, under the numbers of the store at that moment. O(chunks).
    SnapshotPtr snapshot(const Snapshot::Numbers& numbers);

private:
    ChunkedMap<GroupPtr> m_groups;
    ChunkedMap<FamilyOwners> m_families;
    quint64 m_era = 1; ///< see ChunkedMap; a new one begins with each snapshot
};

} // namespace pushgate::core
