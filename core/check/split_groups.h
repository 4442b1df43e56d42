// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/prepare.h"

#include <QByteArray>

#include <span>
#include <vector>

namespace pushgate::core {

/// Sorts the metrics of one body into groups: each goes to the group made of its own values of the
/// labels in `groupBy`. A label that is absent or empty is no part of the key.
/// Output  one push a group, in the order in which the groups are met. Families without metrics
///         belong to no group and are left out.
/// Errors  BadRequest: a metric without a job, or a value for a key that is not UTF-8; names the
///         first such family.
/// Cost    O(bytes of the body) and a lookup a metric.
Result<std::vector<ParsedPush>> splitIntoGroups(
    std::span<const MetricFamily> families, std::span<const QByteArray> groupBy, PushMode mode);

} // namespace pushgate::core
