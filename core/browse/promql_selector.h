// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/browse/group_details.h"

#include <QByteArray>

namespace pushgate::core {

/// What selects all series of a group in Prometheus: `{job="a",instance="b"}`.
QByteArray promqlSelector(const GroupingKey& key);

/// What selects the series of a family with these labels, besides those of the group:
/// `rows_total{job="a",table="users"}`; a name outside the legacy set stands in the braces. Of a
/// histogram with buckets of its own names, which has no series under its own, the buckets.
QByteArray promqlSelector(const GroupingKey& key, const FamilyRow& family, const Labels& labels);

} // namespace pushgate::core
