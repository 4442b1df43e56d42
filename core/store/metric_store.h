// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/check/consistency_index.h"
#include "core/check/own_family.h"
#include "core/check/prepare.h"
#include "core/store/change_sink.h"
#include "core/store/snapshot.h"

#include <mutex>
#include <vector>

namespace pushgate::core {

enum class Consistency {
    Checked, ///< a push is applied only if the store is without errors after it
    Unchecked ///< a push is applied whatever it does to the scrape
};

/// The one place metrics live.
/// Threads  every member from any thread, serialised inside; a snapshot never changes.
/// Cost     `push` O(metrics in it and those it displaces); `snapshot` O(chunks) after a change,
///          else O(1).
class MetricStore {
public:
    /// `own`: the gateway's own families. `sink` hears of each change; it must outlive the store.
    MetricStore(std::vector<OwnFamily> own, ChangeSink& sink);

    /// Errors  Inconsistent: refused, with the text a pusher reads; the failure is marked on the
    ///         group, unless the mark itself would break the scrape.
    Status push(PreparedPush push, Consistency check);

    /// No error if there is no such group.
    void remove(const GroupingKey& key);

    /// Removes every group as one change.
    void wipe();

    SnapshotPtr snapshot() const;

private:
    struct Transaction;

    mutable std::mutex m_mutex;
    ChangeSink& m_sink;
    ConsistencyIndex m_index;
    mutable quint64 m_era = 1; ///< see ChunkedMap; a new one begins with each snapshot
    mutable SnapshotPtr m_snapshot; ///< null: something changed since the last one
    Snapshot m_state;
    quint64 m_nextOrder = 1;
};

/// What a scrape of `snapshot` would report, one text per error, in the reference's words.
/// Empty iff `snapshot.errors` is 0. O(everything stored).
std::vector<QByteArray> findErrors(const Snapshot& snapshot, const std::vector<OwnFamily>& own);

/// Errors in the reference's frame: the one text, or `N error(s) occurred:` and a line each.
QByteArray joinErrors(const std::vector<QByteArray>& errors);

} // namespace pushgate::core
