// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/group.h"

#include <QByteArray>

#include <span>
#include <vector>

namespace pushgate::core {

/// One group on its way from one state to the next.
struct Replacement {
    QByteArray key; ///< encoded
    GroupPtr before; ///< null: the group is new
    GroupPtr after; ///< null: the group goes
    /// What the index has to hear of: families of `after` and `before` that it can tell apart.
    std::vector<const CheckedFamily*> entering;
    std::vector<const CheckedFamily*> leaving;
};

/// O(families).
Replacement replacing(const GroupingKey& key, const GroupPtr& before, GroupPtr after);

/// The families that come with `changes`, of the same shape or not, by name.
std::vector<const CheckedFamily*> familiesBrought(std::span<const Replacement> changes);

} // namespace pushgate::core
