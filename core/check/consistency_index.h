// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/own_family.h"
#include "core/model/checked_family.h"

#include <absl/container/flat_hash_map.h>

#include <QByteArray>

#include <array>
#include <vector>

namespace pushgate::core {

/// Counts E, the number of errors that a scrape of the store would report, and keeps the count up
/// in O(what changed). Adding and removing are exact inverses, so that a change is undone by the
/// opposite calls.
/// Threads  none of its own: the store's mutex guards it.
/// Cost     `add` and `remove` O(metrics of the family), `errorCount` O(1).
/// Source   Consistency checks, section 7.
class ConsistencyIndex {
public:
    explicit ConsistencyIndex(const std::vector<OwnFamily>& own);

    void add(const CheckedFamily& family);
    void remove(const CheckedFamily& family); ///< one that was added
    void clear(); ///< removes all that was added

    quint64 errorCount() const;
    quint64 seriesCount() const { return m_seriesCount; }
};

} // namespace pushgate::core
