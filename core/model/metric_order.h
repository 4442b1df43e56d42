// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/metric_family.h"

#include <QtGlobal>

#include <compare>
#include <vector>

namespace pushgate::core {

/// The order of two metrics of a family in an exposition: fewer labels first, then by the values
/// position by position, then by the names alike; all bytewise. Last the timestamps, none after
/// any. O(labels); where two rows have the same own names, only those labels are looked at.
/// Source  spec/exposition.md 1.
std::strong_ordering compareMetrics(const MetricFamily& family, size_t left, size_t right);

/// The family's rows in that order, equal ones as they stand; empty if they are in it already,
/// which takes one comparison a row to find out.
std::vector<quint32> metricOrder(const MetricFamily& family);

/// The family with its metrics in that order. O(metrics), and sorting them if need be.
MetricFamily inMetricOrder(MetricFamily family);

} // namespace pushgate::core
