// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/group.h"
#include "core/store/chunked_map.h"

#include <QtGlobal>

#include <memory>

namespace pushgate::core {

/// In about as many lines as the family takes in an exposition. O(1).
size_t chunkWeight(const StoredFamily& family);

/// The groups that have a family of one name: encoded grouping key -> what each stored.
using FamilyOwners = ChunkedMap<StoredFamily>;

struct SnapshotNumbers {
    quint64 revision = 0; ///< grows by one with each visible change
    quint64 errors = 0; ///< E: a scrape is served iff it is 0
    quint64 seriesCount = 0;
};

/// The whole store at one revision.
/// Threads immutable.
struct Snapshot : SnapshotNumbers {
    using Numbers = SnapshotNumbers;

    ChunkedMap<GroupPtr> groups; ///< by encoded grouping key
    ChunkedMap<FamilyOwners> families; ///< by family name; owners are never empty
};

using SnapshotPtr = std::shared_ptr<const Snapshot>;

/// The help to show for a family: that of its oldest owner, if that one has any. O(owners).
const StoredFamily& oldestOwner(const FamilyOwners& owners);

} // namespace pushgate::core
