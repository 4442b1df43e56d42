// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/histogram.h"

#include <variant>
#include <vector>

namespace pushgate::core {

/// One bucket of a native histogram that counts something.
struct NativeBucket {
    /// Which of the bounds belong to the bucket. The numbers are those of the query API.
    enum class Closed { Upper = 0, Lower = 1, Neither = 2, Both = 3 };

    double lower = 0;
    double upper = 0;
    Closed closed = Closed::Both;
    std::variant<quint64, double> count; ///< a negative integer count wraps around
};

/// Whether the histogram is shown by its native buckets: it has a span.
bool isNative(const Histogram& histogram);

/// Whether a native histogram counts in floats; its sample count then is the float one, too.
bool countsInFloats(const Histogram& histogram);

/// The buckets that are not empty, from the most negative one up.
/// Nothing is checked: buckets of spans longer than their list of counts are left out, and all
/// where the schema is finer than there are, or that of custom bounds (-53).
/// Cost    O(counts and spans).
/// Source  spec/query-api.md 4.
std::vector<NativeBucket> nativeBuckets(const Histogram& histogram);

} // namespace pushgate::core
