// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/browse/group_filter.h"
#include "core/browse/group_model.h"

#include <QByteArray>

#include <chrono>
#include <optional>
#include <vector>

namespace pushgate::core {

/// Groups whose age lies between two edges.
struct AgeBin {
    std::chrono::seconds from{0}; ///< inclusive
    std::optional<std::chrono::seconds> to; ///< exclusive; nothing: no end
    StateCounts states;

    friend bool operator==(const AgeBin&, const AgeBin&) = default;
};

/// A job and all its groups.
struct JobSize {
    QByteArray job;
    qint64 series = 0;
    int groups = 0;

    friend bool operator==(const JobSize&, const JobSize&) = default;
};

/// Many groups in a few figures.
struct Overview {
    StateCounts states;
    std::vector<AgeBin> ages; ///< all bins, the youngest first; groups without any push are in none
    std::vector<JobSize> jobs; ///< those with the most series, largest first, equals by name
};

inline constexpr size_t kMostJobs = 6;

/// The figures of the groups that pass `filter`, whatever states and ages it wants: pictures that
/// narrow a list by these must show what there is to choose from.
/// Cost    O(groups), and what the words and the selector of the filter cost.
Overview overviewOf(const GroupModel& groups, GroupFilter filter);

} // namespace pushgate::core
