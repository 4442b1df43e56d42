// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/group_query.h"
#include "core/model/name_rules.h"
#include "daemon/routes/query_parameters.h"

#include <chrono>
#include <optional>

namespace pushgate::daemon {

/// What a listing is asked for.
struct ListParameters {
    core::GroupQuery query;
    std::optional<quint64> since; ///< only what changed after this revision
    std::chrono::milliseconds wait{0}; ///< how long for something to change
};

inline constexpr std::chrono::seconds kLongestWait{60};

/// Errors  BadRequest, naming the parameter.
/// Source  Groups API, GET /api/v1/groups.
core::Result<ListParameters> readListParameters(
    const QueryParameters& parameters, core::NameScheme names);

/// `group[]`, the path of a push from `/job` on, `match[]`, `state` and `older_than`; likewise.
core::Result<core::GroupConditions> readConditions(
    const QueryParameters& parameters, core::NameScheme names);

} // namespace pushgate::daemon
