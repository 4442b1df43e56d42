// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/telemetry/self_metrics.h"

#include "daemon/telemetry/group_metrics.h"
#include "daemon/telemetry/own_families.h"
#include "daemon/telemetry/process_metrics.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace pushgate::daemon {

namespace {

    OwnMetric buildMetric(const BuildInfo& build)
    {
        return {
            {{"branch", build.branch}, {"compiler", build.compiler}, {"qtversion", build.qtVersion},
                {"revision", build.revision}, {"version", build.version}},
            1.0};
    }

    /// Stable: in std::sort's heap GCC 12 sees uses of what is not initialised.
    void sortByLabels(std::vector<OwnMetric>& metrics)
    {
        std::stable_sort(
            metrics.begin(), metrics.end(), [](const OwnMetric& left, const OwnMetric& right) {
                return left.labels < right.labels;
            });
    }

    std::vector<OwnMetric> requestCounts(const RequestMetrics& requests)
    {
        std::vector<OwnMetric> metrics;
        for (const auto& route : requests.routes()) {
            for (const auto& [status, count] : route->counts()) {
                metrics.push_back({{{"code", QByteArray::number(status)},
                                       {"handler", route->handler()}, {"method", route->method()}},
                    static_cast<double>(count)});
            }
        }
        sortByLabels(metrics);
        return metrics;
    }

    core::Summary summaryOf(SharedSummary& source, SharedSummary::Instant now)
    {
        const SharedSummary::Reading reading = source.read(now);
        core::Summary summary;
        summary.sampleCount = reading.count;
        summary.sampleSum = reading.sum;
        for (size_t i = 0; i < reading.quantiles.size(); ++i)
            summary.quantiles.push_back({source.objectives()[i].quantile, reading.quantiles[i]});
        return summary;
    }

    /// One metric per method that has been used, sorted by method.
    std::vector<OwnMetric> pushSummaries(const RequestMetrics& requests,
        SharedSummary& (PushCounter::*which)(), SharedSummary::Instant now)
    {
        std::vector<OwnMetric> metrics;
        for (PushCounter* const push : requests.pushes()) {
            core::Summary summary = summaryOf((push->*which)(), now);
            if (summary.sampleCount != 0)
                metrics.push_back({{{"method", push->method()}}, std::move(summary)});
        }
        sortByLabels(metrics);
        return metrics;
    }

    /// Collects families, leaving out those without metrics.
    class Collector {
    public:
        void add(QByteArrayView name, std::vector<OwnMetric> metrics)
        {
            if (!metrics.empty())
                m_families.push_back(makeOwnFamily(name, std::move(metrics)));
        }

        void add(QByteArrayView name, std::optional<double> value)
        {
            if (value)
                add(name, std::vector<OwnMetric>{{{}, *value}});
        }

        void add(std::vector<core::MetricFamily> families)
        {
            std::move(families.begin(), families.end(), std::back_inserter(m_families));
        }

        std::vector<core::MetricFamily> sorted() &&
        {
            std::sort(m_families.begin(), m_families.end(),
                [](const auto& left, const auto& right) { return left.name() < right.name(); });
            return std::move(m_families);
        }

    private:
        std::vector<core::MetricFamily> m_families;
    };

    void addPersistence(Collector& collector, CommitMetrics& commits, const QByteArray& file,
        SharedSummary::Instant now)
    {
        collector.add(
            "pushgate_persistence_commits_total", static_cast<double>(commits.commits.load()));
        collector.add(
            "pushgate_persistence_errors_total", static_cast<double>(commits.errors.load()));
        collector.add(
            "pushgate_persistence_pending_changes", static_cast<double>(commits.pendingChanges()));
        collector.add("pushgate_persistence_bytes", static_cast<double>(persistenceBytes(file)));
        collector.add("pushgate_persistence_commit_duration_seconds",
            std::vector<OwnMetric>{{{}, summaryOf(commits.durations, now)}});
    }

    void addProcess(Collector& collector, const ProcessReading& process)
    {
        collector.add("process_cpu_seconds_total", process.cpuSeconds);
        collector.add("process_max_fds", process.mostDescriptors);
        collector.add("process_network_receive_bytes_total", process.receivedBytes);
        collector.add("process_network_transmit_bytes_total", process.sentBytes);
        collector.add("process_open_fds", process.openDescriptors);
        collector.add("process_resident_memory_bytes", process.residentBytes);
        collector.add("process_start_time_seconds", process.startTime);
        collector.add("process_virtual_memory_bytes", process.virtualBytes);
        collector.add("process_virtual_memory_max_bytes", process.mostVirtualBytes);
    }

} // namespace

SelfMetrics::SelfMetrics(BuildInfo build, RequestMetrics& requests, CommitMetrics* commits,
    QByteArray persistenceFile, const GroupMetrics* groups)
    : m_build(std::move(build))
    , m_requests(requests)
    , m_commits(commits)
    , m_persistenceFile(std::move(persistenceFile))
    , m_groups(groups)
    , m_bootTime(systemBootTime())
{
}

std::vector<core::MetricFamily> SelfMetrics::families(
    const core::SnapshotPtr& snapshot, SharedSummary::Instant now) const
{
    Collector collector;
    collector.add("pushgate_series", static_cast<double>(snapshot->seriesCount));
    collector.add("pushgateway_build_info", {buildMetric(m_build)});
    collector.add("pushgateway_http_push_duration_seconds",
        pushSummaries(m_requests, &PushCounter::durations, now));
    collector.add(
        "pushgateway_http_push_size_bytes", pushSummaries(m_requests, &PushCounter::sizes, now));
    collector.add("pushgateway_http_requests_total", requestCounts(m_requests));
    if (m_commits)
        addPersistence(collector, *m_commits, m_persistenceFile, now);
    if (m_groups)
        collector.add(m_groups->families(snapshot));
    addProcess(collector, readThisProcess(m_bootTime));
    return std::move(collector).sorted();
}

} // namespace pushgate::daemon
