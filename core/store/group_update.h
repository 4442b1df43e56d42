// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/prepare.h"
#include "core/model/group.h"

#include <memory>

namespace pushgate::core {

// What a group becomes. Pure functions of the group as it is (null: there is none) and the push.
// `nextOrder` numbers families that the group did not have; families it had keep their number.
// Source  Push API, "Applying a push", steps 4 and 5.

std::shared_ptr<Group> groupAfterPush(
    const Group* before, const PreparedPush& push, quint64& nextOrder);

/// The same where the push changes nothing but values: every family it brings has the shape of the
/// one it replaces, none goes. Null if that is not so. Quick: names need not be looked at.
std::shared_ptr<Group> groupOfSameShape(const Group& before, const PreparedPush& push);

/// The group with its failure time set to the push's time. Other families stay untouched.
std::shared_ptr<Group> groupAfterFailure(
    const Group* before, const PreparedPush& push, quint64& nextOrder);

} // namespace pushgate::core
