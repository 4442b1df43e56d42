// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/labels.h"

#include <QtGlobal>

#include <memory>
#include <optional>
#include <vector>

namespace pushgate::core {

// Histograms and summaries as pushed. Absent fields are kept absent, because the protobuf
// exposition must not show what the pusher did not set; readers take 0 for them.

/// Seconds and nanoseconds since the epoch, unchecked, as in a protobuf Timestamp.
struct WireTime {
    std::optional<qint64> seconds;
    std::optional<qint32> nanos;
};

struct Exemplar {
    std::vector<Label> labels; ///< in the pusher's order
    std::optional<double> value;
    std::optional<WireTime> timestamp;
};

struct Quantile {
    std::optional<double> quantile;
    std::optional<double> value;
};

struct Summary {
    std::optional<quint64> sampleCount;
    std::optional<double> sampleSum;
    std::vector<Quantile> quantiles; ///< in the pusher's order
    std::optional<WireTime> created;
};

struct Bucket {
    std::optional<quint64> cumulativeCount;
    std::optional<double> cumulativeCountFloat;
    std::optional<double> upperBound;
};

struct BucketSpan {
    std::optional<qint32> offset;
    std::optional<quint32> length;
};

/// One side of a native histogram: integer ones use the deltas, float ones the counts.
struct NativeBuckets {
    std::vector<BucketSpan> spans;
    std::vector<qint64> deltas;
    std::vector<double> counts;
};

/// What few histograms have; kept apart so that classic ones stay small.
struct NativeHistogram {
    std::optional<qint32> schema;
    std::optional<double> zeroThreshold;
    std::optional<quint64> zeroCount;
    std::optional<double> zeroCountFloat;
    NativeBuckets negative;
    NativeBuckets positive;
    std::optional<WireTime> created;
    std::vector<Exemplar> exemplars;
    std::vector<std::pair<size_t, Exemplar>> bucketExemplars; ///< index into `buckets`, ascending
};

struct Histogram {
    std::optional<quint64> sampleCount;
    std::optional<double> sampleCountFloat;
    std::optional<double> sampleSum;
    std::vector<Bucket> buckets; ///< classic buckets in the pusher's order
    std::shared_ptr<const NativeHistogram> native; ///< null: a classic histogram without extras
};

} // namespace pushgate::core
