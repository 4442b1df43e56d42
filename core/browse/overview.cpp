// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/overview.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <iterator>

using namespace std::chrono_literals;

namespace pushgate::core {

namespace {

    /// Each about three times the one before. The page of the gateway has the same.
    constexpr std::array<std::chrono::seconds, 14> kEdges{
        0s, 10s, 30s, 1min, 5min, 15min, 1h, 3h, 12h, 24h, 72h, 168h, 720h, 2160h};

    std::vector<AgeBin> emptyBins()
    {
        std::vector<AgeBin> bins;
        for (size_t at = 0; at < kEdges.size(); ++at) {
            AgeBin bin;
            bin.from = kEdges[at];
            if (at + 1 < kEdges.size())
                bin.to = kEdges[at + 1];
            bins.push_back(bin);
        }
        return bins;
    }

    void countAge(std::vector<AgeBin>& bins, const GroupMoment& moment)
    {
        const auto since = ageBegins(moment.row);
        if (!since)
            return;
        // A gateway's clock may be behind for a moment: what is of the future is young.
        const auto age = std::max(moment.now - *since, TimePoint::duration::zero());
        const auto* const above = std::upper_bound(kEdges.begin(), kEdges.end(), age);
        bins[size_t(above - kEdges.begin()) - 1].states.add(moment.state);
    }

    std::vector<JobSize> largest(const QHash<QByteArrayView, JobSize>& jobs)
    {
        std::vector<JobSize> sizes(jobs.begin(), jobs.end());
        const size_t kept = std::min(kMostJobs, sizes.size());
        const auto end = sizes.begin() + std::ptrdiff_t(kept);
        std::partial_sort(
            sizes.begin(), end, sizes.end(), [](const JobSize& one, const JobSize& other) {
                return one.series != other.series ? one.series > other.series : one.job < other.job;
            });
        sizes.erase(end, sizes.end());
        return sizes;
    }

} // namespace

Overview overviewOf(const GroupModel& groups, GroupFilter filter)
{
    filter.state.reset();
    filter.ages = {};
    Overview overview{{}, emptyBins(), {}};
    QHash<QByteArrayView, JobSize> jobs;
    for (int row = 0; row < groups.rowCount(); ++row) {
        const GroupMoment moment = groups.moment(row);
        if (!filter.accepts(moment))
            continue;
        overview.states.add(moment.state);
        countAge(overview.ages, moment);
        const QByteArrayView name = *moment.row.key.labels().value("job");
        JobSize& job = jobs[name];
        if (job.groups == 0)
            job.job = name.toByteArray();
        job.series += moment.row.series;
        ++job.groups;
    }
    overview.jobs = largest(jobs);
    return overview;
}

} // namespace pushgate::core
