// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/metric_family.h"
#include "core/store/snapshot.h"
#include "daemon/build_info.h"
#include "daemon/telemetry/commit_metrics.h"
#include "daemon/telemetry/request_metrics.h"

#include <optional>
#include <vector>

namespace pushgate::daemon {

class GroupMetrics;

/// What the gateway exposes of itself.
/// Threads  any.
class SelfMetrics {
public:
    /// `requests` and `commits` must outlive this. `commits`: null if there is no persistence
    /// file, whose name is `persistenceFile`. `groups`: null to tell nothing of them.
    SelfMetrics(BuildInfo build, RequestMetrics& requests, CommitMetrics* commits = nullptr,
        QByteArray persistenceFile = {}, const GroupMetrics* groups = nullptr);

    /// The families for one scrape, sorted by name, without those that have nothing to show;
    /// their metrics in the order of an exposition.
    std::vector<core::MetricFamily> families(
        const core::SnapshotPtr& snapshot, SharedSummary::Instant now) const;

private:
    BuildInfo m_build;
    RequestMetrics& m_requests;
    CommitMetrics* m_commits;
    QByteArray m_persistenceFile;
    const GroupMetrics* m_groups; ///< null: nothing is told of them
    std::optional<double> m_bootTime;
};

} // namespace pushgate::daemon
