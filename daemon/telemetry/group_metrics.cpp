// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/telemetry/group_metrics.h"

#include "core/check/prepare.h"
#include "core/stale/group_state.h"
#include "daemon/telemetry/own_families.h"

#include <algorithm>
#include <array>

namespace pushgate::daemon {

namespace {

    constexpr char kInterval[] = "push_interval_seconds";
    constexpr char kOverdue[] = "push_overdue";

    /// The labels that the series of a group have.
    std::vector<core::Label> labelsOf(const core::Group& group)
    {
        const core::GroupingLabels labels(group.key);
        return {labels.withInstance->begin(), labels.withInstance->end()};
    }

    struct PerGroupMetrics {
        std::vector<OwnMetric> intervals;
        std::vector<OwnMetric> overdue;
    };

    PerGroupMetrics metricsOfEach(const core::ListedGroups& groups, core::TimePoint now)
    {
        PerGroupMetrics metrics;
        groups.forEach([&](const core::ListedGroupPtr& listed) {
            const core::Group& group = *listed->group();
            std::vector<core::Label> labels = labelsOf(group);
            if (const auto interval = group.cadence.interval())
                metrics.intervals.push_back(
                    {labels, std::chrono::duration<double>(*interval).count()});
            const auto due = listed->standing().due();
            metrics.overdue.push_back({std::move(labels), due && now > *due ? 1.0 : 0.0});
        });
        return metrics;
    }

    std::vector<OwnMetric> stateMetrics(const core::StateCounts& counts)
    {
        std::array states = core::kGroupStates;
        std::sort(states.begin(), states.end(),
            [](auto left, auto right) { return core::stateName(left) < core::stateName(right); });
        std::vector<OwnMetric> metrics;
        for (const core::GroupState state : states) {
            metrics.push_back({{{"state", core::stateName(state).toByteArray()}},
                static_cast<double>(counts.of(state))});
        }
        return metrics;
    }

} // namespace

std::vector<core::MetricFamily> GroupMetrics::families(const core::SnapshotPtr& snapshot) const
{
    const core::ListedGroupsPtr groups = m_catalog.of(snapshot, m_rules.current());
    const core::TimePoint now = m_clock.now();
    std::vector<core::MetricFamily> families;
    families.push_back(makeOwnFamily("pushgate_groups", stateMetrics(groups->countStates(now))));
    families.push_back(makeOwnFamily(
        "pushgate_groups_expired_total", {{{}, static_cast<double>(m_expiry.expired())}}));
    if (m_perGroup == PerGroup::Off)
        return families;
    PerGroupMetrics metrics = metricsOfEach(*groups, now);
    const auto addUnlessPushed = [&](const char* name, std::vector<OwnMetric> ofEach) {
        if (!ofEach.empty() && !snapshot->families.find(name))
            families.push_back(makeOwnFamily(name, std::move(ofEach)));
    };
    addUnlessPushed(kInterval, std::move(metrics.intervals));
    addUnlessPushed(kOverdue, std::move(metrics.overdue));
    return families;
}

std::vector<core::OwnFamily> ownFamiliesWith(GroupMetrics::PerGroup perGroup)
{
    std::vector<core::OwnFamily> families = ownFamilies();
    if (perGroup == GroupMetrics::PerGroup::Off) {
        std::erase_if(families, [](const core::OwnFamily& family) {
            return family.name == kInterval || family.name == kOverdue;
        });
    }
    return families;
}

} // namespace pushgate::daemon
