// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/group.h"

#include <variant>

namespace pushgate::core {

/// A group was made or changed (by a push or a failure mark): its whole new state.
struct GroupStored {
    GroupPtr group;
    GroupPtr before; ///< null: the group is new
};

struct GroupRemoved {
    GroupPtr before;
};

/// Every group went at once.
struct StoreWiped { };

struct Change {
    quint64 revision = 0;
    std::variant<GroupStored, GroupRemoved, StoreWiped> what;
};

} // namespace pushgate::core
