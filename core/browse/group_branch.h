// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/browse/group_row.h"

#include <QByteArray>

#include <optional>

namespace pushgate::core {

struct GroupMoment;

/// Groups that have the same value of a label, taken together.
struct GroupBranch {
    QByteArray label;
    QByteArray value; ///< empty: they have no such label
    StateCounts states;
    std::optional<TimePoint> youngestPush; ///< of the last pushes that succeeded
    std::optional<TimePoint> oldestPush;
    std::optional<TimePoint> due; ///< of the group that is due first
    qint64 series = 0;
    qint64 families = 0;
    std::optional<qint64> bytes; ///< of those groups of which the gateway tells

    int groups() const { return states.total(); }
    GroupState worst() const; ///< Fresh if there are no groups
    void add(const GroupMoment& moment);

    friend bool operator==(const GroupBranch&, const GroupBranch&) = default;
};

} // namespace pushgate::core
