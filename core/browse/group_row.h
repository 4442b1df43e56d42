// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/model/grouping_key.h"
#include "core/stale/state_counts.h"

#include <QString>

#include <chrono>
#include <memory>
#include <optional>

namespace pushgate::core {

/// One group as a list of groups shows it, whatever gateway it comes from.
/// Threads immutable behind a GroupRowPtr.
struct GroupRow {
    explicit GroupRow(GroupingKey groupingKey);

    GroupingKey key;
    QString searchText; ///< the values of all labels, case folded, each ended by a line feed
    bool lastPushSuccessful = true;
    std::optional<TimePoint> pushTime; ///< last push that succeeded
    std::optional<TimePoint> failureTime; ///< last push that failed
    std::optional<std::chrono::nanoseconds> rhythm; ///< how often it is normally pushed
    std::optional<TimePoint> expectedBy; ///< it is late after this
    std::optional<std::chrono::nanoseconds> staleAfter; ///< age allowed by a rule
    std::optional<std::chrono::nanoseconds> deleteAfter; ///< age at which the gateway deletes it
    qint64 families = 0;
    qint64 series = 0;
    std::optional<qint64> bytes; ///< of its text exposition, where the gateway tells

    friend bool operator==(const GroupRow&, const GroupRow&) = default;
};

using GroupRowPtr = std::shared_ptr<const GroupRow>;

/// How long ago the last successful push was; nothing if there never was one.
std::optional<std::chrono::nanoseconds> ageOf(const GroupRow& row, TimePoint now);

/// From when its age counts: the last push that succeeded, else the failure that is known.
std::optional<TimePoint> ageBegins(const GroupRow& row);

/// When the row stops being fresh: by its rule, else by its rhythm.
std::optional<TimePoint> dueTime(const GroupRow& row);

/// The state at `now`, which moves on while nothing is pushed.
/// Source  spec/groups-api.md, States.
GroupState stateAt(const GroupRow& row, TimePoint now);

} // namespace pushgate::core
