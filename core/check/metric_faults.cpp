// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/metric_faults.h"

#include "core/base/utf8.h"

namespace pushgate::core {

std::optional<FaultyLabel> findFault(const Metric& metric)
{
    LabelView previous; // an empty name, as the reference begins with
    const bool isSummary = metric.has(Payload::Summary);
    for (const LabelView& label : metric.labels()) {
        const bool distinct = label.isShared && previous.isShared;
        if (!distinct && label.name == previous.name)
            return FaultyLabel{MetricFault::DoubledLabel, label};
        if (label.name.startsWith("__") || (!label.isShared && !isValidUtf8(label.name)))
            return FaultyLabel{MetricFault::InvalidLabelName, label};
        if (isSummary && label.name == "quantile")
            return FaultyLabel{MetricFault::ExplicitQuantile, label};
        if (!label.isShared && !isValidUtf8(label.value))
            return FaultyLabel{MetricFault::InvalidLabelValue, label};
        previous = label;
    }
    return std::nullopt;
}

} // namespace pushgate::core
