// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/browse/group_model.h"

#include <optional>
#include <vector>

namespace pushgate::core {

/// A group that was well, or was not there, and needs somebody now.
struct TurnedGroup {
    GroupingKey key;
    GroupState state = GroupState::Failed; ///< any but Fresh
};

/// Notices groups that turn from fresh to anything else.
class StateWatch {
public:
    /// Those that have turned since the last call, the most urgent first; none on the first call
    /// and on the first one after `forget`. A group that was in need already does not turn again.
    /// Cost    O(rows).
    std::vector<TurnedGroup> update(const GroupModel& groups);
    void forget() { m_known.reset(); }

private:
    struct Known {
        GroupRowPtr row;
        GroupState state;
    };

    std::optional<std::vector<Known>> m_known; // ascending by key
};

} // namespace pushgate::core
