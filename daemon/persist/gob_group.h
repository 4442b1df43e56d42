// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/group.h"
#include "daemon/persist/gob_store_reader.h"

#include <QByteArray>

#include <vector>

namespace pushgate::daemon {

/// What a group of a Go Pushgateway's file is here.
struct ImportedGroup {
    core::Group group; ///< families have the order 0, to be numbered by whoever stores them
    std::vector<QByteArray> refused; ///< a sentence for each family that cannot be taken
};

/// Nothing is checked for consistency, and labels and timestamps stay as they are. A family is
/// known by the name inside it; the group's times are those of its push time families, as far as
/// they tell of a push.
/// Errors  BadRequest, one sentence: its labels are no grouping key, or no family can be taken.
/// Cost    O(bytes).
/// Source  Persistence, section 2.
core::Result<ImportedGroup> groupFromGob(const GobGroup& group);

} // namespace pushgate::daemon
