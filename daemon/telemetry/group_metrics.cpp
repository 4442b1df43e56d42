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

    bool isLate(const core::GroupStanding& standing, core::TimePoint now)
    {
        const auto due = standing.staleFrom ? standing.staleFrom : standing.expectedBy;
        return due && now > *due;
    }

    struct Collected {
        std::array<quint64, core::kGroupStates.size()> states{};
        std::vector<OwnMetric> intervals;
        std::vector<OwnMetric> overdue;
    };

    void addGroup(Collected& into, const core::Group& group, const core::GroupStanding& standing,
        core::TimePoint now)
    {
        std::vector<core::Label> labels = labelsOf(group);
        if (const auto interval = group.cadence.interval()) {
            into.intervals.push_back({labels, std::chrono::duration<double>(*interval).count()});
        }
        into.overdue.push_back({std::move(labels), isLate(standing, now) ? 1.0 : 0.0});
    }

    std::vector<OwnMetric> stateMetrics(const Collected& collected)
    {
        std::array states = core::kGroupStates;
        std::sort(states.begin(), states.end(),
            [](auto left, auto right) { return core::stateName(left) < core::stateName(right); });
        std::vector<OwnMetric> metrics;
        for (const core::GroupState state : states) {
            metrics.push_back({{{"state", core::stateName(state).toByteArray()}},
                static_cast<double>(collected.states[static_cast<size_t>(state)])});
        }
        return metrics;
    }

} // namespace

std::vector<core::MetricFamily> GroupMetrics::families(const core::Snapshot& snapshot) const
{
    const core::StalenessRulesPtr rules = m_rules.current();
    const core::TimePoint now = m_clock.now();
    Collected collected;
    snapshot.groups.forEach([&](const QByteArray&, const core::GroupPtr& group) {
        const auto standing = core::standingOf(*group, rules->limitsOf(group->key.labels()));
        ++collected.states[static_cast<size_t>(standing.at(now))];
        if (m_perGroup == PerGroup::On)
            addGroup(collected, *group, standing, now);
    });
    std::vector<core::MetricFamily> families;
    families.push_back(makeOwnFamily("pushgate_groups", stateMetrics(collected)));
    families.push_back(makeOwnFamily(
        "pushgate_groups_expired_total", {{{}, static_cast<double>(m_expiry.expired())}}));
    const auto addUnlessPushed = [&](const char* name, std::vector<OwnMetric> metrics) {
        if (!metrics.empty() && !snapshot.families.find(name))
            families.push_back(makeOwnFamily(name, std::move(metrics)));
    };
    addUnlessPushed(kInterval, std::move(collected.intervals));
    addUnlessPushed(kOverdue, std::move(collected.overdue));
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
