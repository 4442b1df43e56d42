// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/lazy_number.h"
#include "core/model/metric_family.h"

#include <QtGlobal>

#include <absl/container/inlined_vector.h>
#include <array>
#include <memory>

namespace pushgate::core {

/// A keyed hash of family name, sorted labels and timestamp: the identity of a series.
/// 128 bits, so that two series share one only by a chance that need not be reckoned with.
struct SeriesHash {
    quint64 low = 0;
    quint64 high = 0;

    friend bool operator==(const SeriesHash&, const SeriesHash&) = default;
    template <typename H>
    friend H AbslHashValue(H state, const SeriesHash& hash)
    {
        return H::combine(std::move(state), hash.low);
    }
};

/// A keyed hash of all that the consistency index looks at in a family: name, type, help and which
/// series it has. Two families of one shape are the same to it. 128 bits, as above.
struct FamilyShape {
    quint64 low = 0;
    quint64 high = 0;

    friend bool operator==(const FamilyShape&, const FamilyShape&) = default;
};

/// The types whose metrics are held against their family's type (not GaugeHistogram).
inline constexpr size_t kCheckedTypeCount = 5;

/// A family in its normal form, with all that the consistency index has to know of it.
/// Made by `prepare` (core/check/prepare.h) and nowhere else.
struct CheckedFamily {
    MetricFamily family;
    /// Per metric whose labels are valid. Empty only if all are bad or there are no metrics.
    absl::InlinedVector<SeriesHash, 1> seriesHashes;
    quint32 badMetrics = 0; ///< metrics with an invalid or doubled label
    /// Per MetricType (Counter to Histogram): metrics without the payload of that type.
    std::array<quint32, kCheckedTypeCount> lacking{};
    FamilyShape shape; ///< of all above
    LazyNumber textBytes{}; ///< of its text exposition
};

using FamilyPtr = std::shared_ptr<const CheckedFamily>;

} // namespace pushgate::core
