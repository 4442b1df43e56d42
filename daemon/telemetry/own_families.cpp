// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/telemetry/own_families.h"

#include "core/model/label_table_builder.h"

#include <algorithm>

namespace pushgate::daemon {

namespace {

    core::OwnFamily gauge(const char* name, const char* help)
    {
        return {name, help, core::MetricType::Gauge};
    }

    core::OwnFamily counter(const char* name, const char* help)
    {
        return {name, help, core::MetricType::Counter};
    }

    /// One that appears only with its first observation.
    core::OwnFamily observed(const char* name, core::MetricType type, const char* help)
    {
        return {name, help, type, core::OwnFamily::HelpRule::HelpMustMatch};
    }

    std::vector<core::OwnFamily> sortedByName(std::vector<core::OwnFamily> families)
    {
        std::sort(families.begin(), families.end(),
            [](const auto& left, const auto& right) { return left.name < right.name; });
        return families;
    }

    void append(core::PayloadTable& payloads, core::MetricType type,
        std::variant<double, core::Summary>&& value)
    {
        if (auto* const summary = std::get_if<core::Summary>(&value))
            payloads.appendSummary(std::move(*summary));
        else
            payloads.appendPlain(core::payloadOf(type), std::get<double>(value));
    }

} // namespace

const std::vector<core::OwnFamily>& ownFamilies()
{
    static const std::vector<core::OwnFamily> families = sortedByName({
        counter("pushgate_persistence_commits_total", "Commits to the persistence file."),
        counter("pushgate_persistence_errors_total",
            "Attempts to write to the persistence file that failed."),
        gauge("pushgate_persistence_pending_changes",
            "Changes that are not in the persistence file yet."),
        gauge("pushgate_persistence_bytes", "Size of the persistence file with its log."),
        core::OwnFamily{"pushgate_persistence_commit_duration_seconds",
            "Time that commits to the persistence file took, synced.", core::MetricType::Summary},
        gauge("pushgate_groups", "Number of groups stored, by their state."),
        counter("pushgate_groups_expired_total",
            "Groups deleted because they were older than their rule allows."),
        gauge("push_interval_seconds", "How often this group is normally pushed."),
        gauge("push_overdue", "Whether the next push of this group is late: 1 if it is, else 0."),
        gauge("pushgate_series", "Number of time series stored, push times included."),
        gauge("pushgateway_build_info",
            "A metric with a constant '1' value labeled by version, revision, and branch from "
            "which pushgate was built, and the compiler and Qt version used."),
        observed("pushgateway_http_requests_total", core::MetricType::Counter,
            "Total HTTP requests processed by the Pushgateway, excluding scrapes."),
        observed("pushgateway_http_push_size_bytes", core::MetricType::Summary,
            "HTTP request size for pushes to the Pushgateway."),
        observed("pushgateway_http_push_duration_seconds", core::MetricType::Summary,
            "HTTP request duration for pushes to the Pushgateway."),
        counter("process_cpu_seconds_total", "Total user and system CPU time spent in seconds."),
        gauge("process_open_fds", "Number of open file descriptors."),
        gauge("process_max_fds", "Maximum number of open file descriptors."),
        gauge("process_virtual_memory_bytes", "Virtual memory size in bytes."),
        gauge("process_virtual_memory_max_bytes",
            "Maximum amount of virtual memory available in bytes."),
        gauge("process_resident_memory_bytes", "Resident memory size in bytes."),
        gauge(
            "process_start_time_seconds", "Start time of the process since unix epoch in seconds."),
        counter("process_network_receive_bytes_total",
            "Number of bytes received by the process over the network."),
        counter("process_network_transmit_bytes_total",
            "Number of bytes sent by the process over the network."),
    });
    return families;
}

core::MetricFamily makeOwnFamily(QByteArrayView name, std::vector<OwnMetric> metrics)
{
    const auto& families = ownFamilies();
    const auto family = std::find_if(families.begin(), families.end(),
        [&](const core::OwnFamily& own) { return own.name == name; });
    Q_ASSERT(family != families.end());

    core::LabelTableBuilder labels(core::LabelTableBuilder::RowOrder::ByName);
    core::PayloadTable payloads;
    for (OwnMetric& metric : metrics) {
        for (const core::Label& label : metric.labels)
            labels.addLabel(label.name, label.value);
        labels.endRow();
        append(payloads, family->type, std::move(metric.value));
    }
    return {core::MetricFamily::Header{family->name, family->help, family->type},
        std::move(labels).finish(), std::move(payloads)};
}

} // namespace pushgate::daemon
