// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/listed_group.h"
#include "core/stale/state_counts.h"

#include <mutex>
#include <optional>
#include <vector>

namespace pushgate::core {

/// How many of some groups are in each state. States change with nothing but time, at instants that
/// are known, so that the answer holds until the first of them.
/// Threads  any.
class StateTally {
public:
    /// `groups` is the same at each call.
    /// Cost    O(groups) if one of them changed its state since the last call, else O(1).
    StateCounts of(const std::vector<ListedGroupPtr>& groups, TimePoint now);

private:
    struct Count {
        StateCounts states;
        TimePoint from;
        std::optional<TimePoint> until; ///< the last instant at which it holds; nothing: for good
    };

    std::mutex m_mutex; ///< guards all below
    std::optional<Count> m_count;
};

} // namespace pushgate::core
