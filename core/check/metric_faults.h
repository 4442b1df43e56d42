// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/metric_family.h"

#include <absl/container/inlined_vector.h>
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

/// Finds what is wrong with the metrics of one family, which must outlive it.
/// Grouping labels are taken to be UTF-8: whatever makes a grouping key sees to that, and they may
/// be long and are the same in each metric.
/// Source  Consistency checks, section 2, M2 to M5.
class FaultFinder {
public:
    explicit FaultFinder(const MetricFamily& family)
        : m_family(family)
    {
    }

    /// The first fault of a metric, whose labels are sorted; nothing for a sound one.
    /// O(bytes of its own labels).
    std::optional<FaultyLabel> find(size_t row);

private:
    enum class NameVerdict : quint8 { NotAsked, Sound, Invalid };

    bool isInvalidName(const LabelView& label);

    const MetricFamily& m_family;
    absl::InlinedVector<NameVerdict, 16> m_names; ///< by nameIndex
};

} // namespace pushgate::core
