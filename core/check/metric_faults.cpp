// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/metric_faults.h"

#include "core/base/utf8.h"

namespace pushgate::core {

namespace {

    /// Names of one number are equal, and only a row's own name can equal a grouping label's.
    bool hasSameName(const LabelView& left, const LabelView& right)
    {
        if (left.nameIndex == right.nameIndex)
            return true;
        return left.isShared != right.isShared && left.name == right.name;
    }

} // namespace

std::optional<FaultyLabel> FaultFinder::find(size_t row)
{
    const Metric metric = m_family.metric(row);
    const bool isSummary = metric.has(Payload::Summary);
    std::optional<LabelView> previous;
    for (const LabelView& label : metric.labels()) {
        // The reference compares the first name with an empty one.
        if (previous ? hasSameName(*previous, label) : label.name.isEmpty())
            return FaultyLabel{MetricFault::DoubledLabel, label};
        if (isInvalidName(label))
            return FaultyLabel{MetricFault::InvalidLabelName, label};
        if (isSummary && label.name == "quantile")
            return FaultyLabel{MetricFault::ExplicitQuantile, label};
        if (!label.isShared && !isValidUtf8(label.value))
            return FaultyLabel{MetricFault::InvalidLabelValue, label};
        previous = label;
    }
    return std::nullopt;
}

bool FaultFinder::isInvalidName(const LabelView& label)
{
    if (m_names.size() <= label.nameIndex)
        m_names.resize(m_family.labels().nameCount(), NameVerdict::NotAsked);
    NameVerdict& verdict = m_names[label.nameIndex];
    if (verdict == NameVerdict::NotAsked) {
        const bool invalid = label.name.startsWith("__") || !isValidUtf8(label.name);
        verdict = invalid ? NameVerdict::Invalid : NameVerdict::Sound;
    }
    return verdict == NameVerdict::Invalid;
}

} // namespace pushgate::core
