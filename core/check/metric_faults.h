// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/metric_family.h"

#include <optional>

namespace pushgate::core {

/// What can be wrong with a metric by itself, in the order in which it is reported.
enum class MetricFault {
    DoubledLabel, ///< also an empty first label name, as in the reference
    InvalidLabelName,
    ExplicitQuantile,
    InvalidLabelValue
};

struct FaultyLabel {
    MetricFault fault;
    LabelView label; ///< valid as long as the metric's family
};

/// The first fault of `metric`, whose labels are sorted; nothing for a sound one.
/// Grouping labels are taken to be UTF-8: whatever makes a grouping key sees to that, and they may
/// be long and are the same in each metric.
/// Cost    O(bytes of the metric's own labels).
/// Source  Consistency checks, section 2, M2 to M5.
std::optional<FaultyLabel> findFault(const Metric& metric);

} // namespace pushgate::core
