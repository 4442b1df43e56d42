// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/check/consistency_index.h"
#include "core/check/own_family.h"
#include "core/check/prepare.h"
#include "core/store/change_sink.h"
#include "core/store/group_table.h"
#include "core/store/snapshot.h"
#include "core/store/store_view.h"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

namespace pushgate::core {

struct Replacement;

enum class Consistency {
    Checked, ///< a push is applied only if the store is without errors after it
    Unchecked ///< a push is applied whatever it does to the scrape
};

/// The one place metrics live.
/// Threads  every member from any thread, serialised inside; a snapshot never changes.
/// Cost     `push` O(families in it) under the mutex where it brings the series that the group has
///          already, else O(metrics in it and those it displaces); `snapshot` O(groups that changed
///          since the last one, and chunks).
class MetricStore {
public:
    /// So many series may be kept only because nobody took a snapshot since they were displaced.
    static constexpr size_t kMostOutdatedSeries = size_t{1} << 20;

    /// `own`: the families that the gateway exposes of itself. `sink` hears of each change and
    /// must outlive the store.
    MetricStore(std::vector<OwnFamily> own, ChangeSink& sink,
        size_t mostOutdatedSeries = kMostOutdatedSeries);

    /// Errors  Inconsistent: refused, with the whole text a pusher reads. The failure is marked
    ///         on the group, unless the mark itself would break the scrape.
    Status push(PreparedPush push, Consistency check);

    /// All of them or none, as one change; their keys differ.
    /// Errors  Inconsistent, as of `push`: the failure is then marked on each of their groups.
    Status pushAll(std::vector<PreparedPush> pushes, Consistency check);

    /// No error if there is no such group.
    void remove(const GroupingKey& key);

    /// Removes groups of a snapshot as one change: those that are as they were in it, and of those
    /// that were changed since the ones that are `stillWanted` gone. Returns what was removed.
    /// `stillWanted` is called with the store's mutex held.
    std::vector<GroupPtr> removeAll(
        std::span<const GroupPtr> groups, const std::function<bool(const GroupPtr&)>& stillWanted);

    /// Removes every group as one change, in O(1). Returns what was stored: whoever lets go of it
    /// pays for freeing it, which takes O(everything stored).
    std::shared_ptr<const void> wipe();

    /// Puts back what was stored before the process began: into an empty store, before it is used.
    /// Sound or not, everything is taken, and E is counted anew. The sink hears nothing of it.
    /// `groups`: with the order of their families, each number once. `revision`: of what is put
    /// back.
    /// Cost    O(metrics), and the index is built in the calling thread.
    void restore(std::vector<GroupPtr> groups, quint64 revision);

    SnapshotPtr snapshot() const;

    /// Of the last change. What a thread has changed, it finds included: so this is what to wait
    /// for before a change is acknowledged. O(1), without the mutex.
    quint64 revision() const { return m_revision.load(std::memory_order_acquire); }

    const std::vector<OwnFamily>& ownFamilies() const { return m_own; }

private:
    /// What the view had and has no more: to be freed by somebody without locks.
    struct Outdated {
        std::vector<GroupChange> changes;
        SnapshotPtr snapshot;
    };

    Status apply(const PreparedPush& push, Consistency check, Replacement& change);
    void markFailure(const PreparedPush& push, Replacement& change);
    void index(const Replacement& change);
    void revert(const Replacement& change);
    void commit(const Replacement& change);
    void commitAll(const std::vector<Replacement>& changes);
    Status applyAll(
        std::span<const PreparedPush> pushes, Consistency check, std::vector<Replacement>& changes);
    void markFailures(std::span<const PreparedPush> pushes, std::vector<Replacement>& changes);
    void changed(decltype(Change::what) what);
    GroupPtr find(const GroupingKey& key) const;
    Outdated showOldest(size_t pushes);
    QByteArray explain(std::span<const Replacement> changes, quint64 errorsBefore) const;

    const std::vector<OwnFamily> m_own;
    ChangeSink& m_sink;
    const size_t m_mostOutdatedSeries;

    mutable std::mutex m_viewMutex; ///< locked before m_mutex; guards the next two
    mutable StoreView m_view; ///< lags behind m_groups by the changes that are waiting there
    mutable SnapshotPtr m_snapshot; ///< the last one; null: none

    mutable std::mutex m_mutex; ///< guards all below
    ConsistencyIndex m_index;
    mutable GroupTable m_groups;
    std::atomic<quint64> m_revision = 0; ///< also read without the mutex
    quint64 m_nextOrder = 1;
};

} // namespace pushgate::core
