// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/model/cadence.h"
#include "core/model/checked_family.h"
#include "core/model/grouping_key.h"

#include <memory>
#include <optional>
#include <vector>

namespace pushgate::core {

/// A family where it is stored.
struct StoredFamily {
    FamilyPtr checked;
    TimePoint pushedAt; ///< of the push that stored it
    quint64 order = 0; ///< grows with each new (group, family); the oldest owner's help is shown

    const MetricFamily& family() const { return checked->family; }
};

/// All that was pushed under one grouping key.
/// `push_time_seconds` and `push_failure_time_seconds` are ordinary families in it.
/// Threads immutable once in a store.
struct Group {
    GroupingKey key;
    std::vector<StoredFamily> families; ///< sorted by name, unique
    std::optional<TimePoint> pushTime; ///< last push that succeeded
    std::optional<TimePoint> failureTime; ///< last push that failed
    Cadence cadence{}; ///< of the pushes that succeeded

    /// Null if the group has no family of that name. O(log n).
    const StoredFamily* find(QByteArrayView name) const;
};

using GroupPtr = std::shared_ptr<const Group>;

inline constexpr char kPushTimeName[] = "push_time_seconds";
inline constexpr char kFailureTimeName[] = "push_failure_time_seconds";

/// False iff both push times are there and the failure is the later one, by the gauges of their
/// first metrics, whoever stored them.
bool isLastPushSuccessful(const Group& group);

} // namespace pushgate::core
