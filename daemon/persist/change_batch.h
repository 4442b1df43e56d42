// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes_hash.h"
#include "core/store/change.h"

#include <QByteArray>
#include <QtGlobal>

#include <absl/container/flat_hash_map.h>
#include <vector>

namespace pushgate::daemon {

/// Changes in a row as one: of each group only where it began and where it ended.
/// Cost     `add` O(1) a group.
/// Threads  none of its own.
class ChangeBatch {
public:
    struct GroupChange {
        core::GroupPtr before; ///< null: there was none
        core::GroupPtr after; ///< null: it is gone
    };
    using Groups = absl::flat_hash_map<QByteArray, GroupChange, core::BytesHash, core::BytesEqual>;

    /// `change` follows those that are in here.
    void add(const core::Change& change);
    /// Puts changes in front that came before those in here, and keeps traces from now on.
    void prepend(ChangeBatch earlier);
    /// A group that comes and goes again stays in here, as nothing that becomes nothing: for a file
    /// that may hold more than the changes in here begin with.
    void keepTraces() { m_keepsTraces = true; }

    bool isEmpty() const { return m_revision == 0; }
    quint64 revision() const { return m_revision; } ///< of the last change
    bool isWiped() const { return m_isWiped; } ///< everything went, and then came `groups`
    const Groups& groups() const { return m_groups; } ///< by encoded key

private:
    void add(const core::GroupStored& stored);
    void add(const core::GroupRemoved& removed);
    void add(const core::GroupsChanged& changed);
    void add(const core::StoreWiped& wiped);
    void put(const core::GroupingKey& key, GroupChange change);
    void put(Groups& groups, const QByteArray& key, GroupChange change) const;

    quint64 m_revision = 0;
    bool m_isWiped = false;
    bool m_keepsTraces = false;
    Groups m_groups;
    std::vector<Groups> m_discarded; ///< wiped; freed by whoever frees the batch
};

} // namespace pushgate::daemon
