// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/model/checked_family.h"
#include "core/model/grouping_key.h"

#include <vector>

namespace pushgate::core {

enum class PushMode {
    Replace, ///< PUT: the group holds what the push holds, and nothing else
    Merge ///< POST: families of other names stay
};

/// The labels that every metric of a group has.
struct GroupingLabels {
    explicit GroupingLabels(const GroupingKey& key);

    std::shared_ptr<const Labels> labels;
    std::shared_ptr<const Labels>
        withInstance; ///< `labels`, with an empty instance if they lack one
};

/// A push in its normal form, ready for the store: grouping labels set, labels sorted, series
/// hashed. Made by `prepare` and nowhere else.
struct PreparedPush {
    GroupingKey key;
    PushMode mode = PushMode::Replace;
    std::vector<FamilyPtr> families; ///< sorted by name, unique
    GroupingLabels grouping; ///< of `key`
    FamilyPtr pushTime; ///< `push_time_seconds` of this push
    TimePoint now;
    bool hasTimestamps = false; ///< a metric carries a timestamp: the store will refuse it
};

struct ParsedPush {
    GroupingKey key;
    PushMode mode = PushMode::Replace;
    std::vector<MetricFamily> families; ///< of one name: the last one counts
};

/// Gives every metric the grouping labels (they win over its own) and an empty `instance` if it
/// has none, sorts labels and hashes series.
/// Errors  TooLarge: the labels of one family pass the arena's limit, or long grouping labels would
///         be repeated in so many metrics that a scrape would be far larger than the push.
/// Cost    O(bytes in the push); no lock.
/// Threads any.
/// Source  Push API, "Applying a push", steps 1 and 2.
Result<PreparedPush> prepare(ParsedPush push, TimePoint now);

/// One family in its normal form, as `prepare` makes it.
Result<FamilyPtr> prepareFamily(MetricFamily family, const GroupingLabels& grouping);

/// `family` with what the index has to know of it, its metrics put in order. Its labels are sorted
/// already and stay as they are.
FamilyPtr checkedFamily(MetricFamily family);

/// `push_time_seconds` or `push_failure_time_seconds` of a group; `time` in Unix seconds.
FamilyPtr prepareTimeFamily(QByteArrayView name, double time, const GroupingLabels& grouping);

} // namespace pushgate::core
