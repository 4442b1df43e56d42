// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/native_buckets.h"
#include "core/base/clock.h"
#include "core/model/grouping_key.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace pushgate::core {

// Numbers are texts throughout, exactly as the gateway shows them.

struct PlainValue {
    QByteArray number;

    friend bool operator==(const PlainValue&, const PlainValue&) = default;
};

struct SummaryValue {
    struct Quantile {
        QByteArray quantile;
        QByteArray number;
        friend bool operator==(const Quantile&, const Quantile&) = default;
    };

    QByteArray count;
    QByteArray sum;
    std::vector<Quantile> quantiles; ///< ascending

    friend bool operator==(const SummaryValue&, const SummaryValue&) = default;
};

/// Buckets with upper bounds; counts include those of all lower buckets.
struct HistogramValue {
    struct Bucket {
        QByteArray upper;
        QByteArray count;
        friend bool operator==(const Bucket&, const Bucket&) = default;
    };

    QByteArray count;
    QByteArray sum;
    std::vector<Bucket> buckets; ///< ascending

    friend bool operator==(const HistogramValue&, const HistogramValue&) = default;
};

/// Buckets of a native histogram, those that are not empty, each with its own count.
struct NativeHistogramValue {
    using Closed = NativeBucket::Closed;
    struct Bucket {
        Closed closed = Closed::Upper;
        QByteArray lower;
        QByteArray upper;
        QByteArray count;
        friend bool operator==(const Bucket&, const Bucket&) = default;
    };

    QByteArray count;
    QByteArray sum;
    std::vector<Bucket> buckets; ///< ascending

    friend bool operator==(const NativeHistogramValue&, const NativeHistogramValue&) = default;
};

using SeriesValue = std::variant<PlainValue, SummaryValue, HistogramValue, NativeHistogramValue>;

struct SeriesRow {
    Labels labels; ///< without those of the group
    SeriesValue value;

    friend bool operator==(const SeriesRow&, const SeriesRow&) = default;
};

struct FamilyRow {
    QByteArray name;
    QByteArray type; ///< `COUNTER`, `GAUGE_HISTOGRAM`
    QByteArray help;
    std::vector<SeriesRow> series; ///< ascending by labels
    std::optional<TimePoint> pushedAt{}; ///< where the gateway tells

    friend bool operator==(const FamilyRow&, const FamilyRow&) = default;
};

/// All that a group holds, as a gateway tells it.
/// Threads immutable behind a GroupDetailsPtr.
struct GroupDetails {
    GroupingKey key;
    std::vector<FamilyRow> families; ///< ascending by name

    friend bool operator==(const GroupDetails&, const GroupDetails&) = default;
};

using GroupDetailsPtr = std::shared_ptr<const GroupDetails>;

/// One line below a series: a bucket, a quantile, a sum.
struct ValuePart {
    QByteArray name;
    QByteArray number;

    friend bool operator==(const ValuePart&, const ValuePart&) = default;
};

/// What one of the families that gateways add themselves tells, the push time, say; nothing where
/// there is no such family, or it tells of nothing yet.
std::optional<TimePoint> timeIn(const GroupDetails& details, QByteArrayView familyName);
/// `(0.5,1]`
QByteArray rangeText(const NativeHistogramValue::Bucket& bucket);
/// `counter`, `gauge histogram`
QByteArray typeWord(const FamilyRow& family);
/// What a series shows on its own line: its number, or the count of what it observed.
QByteArray headNumber(const SeriesValue& value);
/// What it shows below; nothing for a plain number.
std::vector<ValuePart> valueParts(const SeriesValue& value);

} // namespace pushgate::core
