// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/group.h"

#include <variant>
#include <vector>

namespace pushgate::core {

/// A group was made or changed (by a push or a failure mark): its whole new state.
struct GroupStored {
    GroupPtr group;
    GroupPtr before; ///< null: the group is new
};

struct GroupRemoved {
    GroupPtr before;
};

/// Several groups changed as one: whoever reads what came of it sees all or nothing.
struct GroupsChanged {
    std::vector<std::variant<GroupStored, GroupRemoved>> groups; ///< of each group one; not empty
};

/// Every group went at once.
struct StoreWiped { };

struct Change {
    quint64 revision = 0;
    std::variant<GroupStored, GroupRemoved, GroupsChanged, StoreWiped> what;
};

} // namespace pushgate::core
