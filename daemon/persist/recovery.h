// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/group.h"
#include "daemon/persist/sql_connection.h"

#include <vector>

namespace pushgate::daemon {

/// Every group in a persistence file, as it was stored: nothing is checked for consistency.
/// `core::MetricStore::restore` takes them.
/// Errors  BadRequest: rows contradict each other or are none of ours, so the file is damaged;
///         Unavailable: SQLite's.
/// Cost    O(file), on all cores.
/// Threads that of the connection.
core::Result<std::vector<core::GroupPtr>> readGroups(SqlConnection& connection);

} // namespace pushgate::daemon
