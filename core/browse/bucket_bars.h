// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/browse/group_details.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace pushgate::core {

/// How much a histogram observed between two bounds.
struct BucketBar {
    QByteArray range; ///< `(0.5,1]`
    QByteArray upper; ///< `1`
    QByteArray countText; ///< as exposed, or the difference to what is exposed for the bucket below
    double count = 0; ///< for drawing: finite and not negative

    friend bool operator==(const BucketBar&, const BucketBar&) = default;
};

/// The buckets of either kind of histogram, ascending, each with what it alone observed, without
/// gaps: between native buckets that are apart stands an empty one. The last of a histogram with
/// upper bounds goes up to infinity even where nobody exposed it. Nothing for other values.
std::vector<BucketBar> bucketBars(const SeriesValue& value);
/// All series of a family added up; nothing where their bounds do not agree.
/// Cost  O(n log n) for the buckets of all series.
std::vector<BucketBar> bucketBars(const FamilyRow& family);

/// Sum by count of what was observed; nothing where that is no finite number.
std::optional<double> meanOf(const SeriesValue& value);

} // namespace pushgate::core
