// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/bucket_bars.h"

#include "core/base/number_text.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

namespace pushgate::core {

namespace {

    using Native = NativeHistogramValue;
    using Closed = Native::Closed;

    constexpr double kInfinity = std::numeric_limits<double>::infinity();

    double number(const QByteArray& text)
    {
        return parseGoFloat(text).value_or(std::numeric_limits<double>::quiet_NaN());
    }

    QByteArray text(double value)
    {
        QByteArray text;
        appendGoNumber(text, value);
        return text;
    }

    double drawn(double count)
    {
        return std::isfinite(count) ? std::max(count, 0.0) : 0.0;
    }

    BucketBar barOf(const Native::Bucket& bucket)
    {
        return {rangeText(bucket), bucket.upper, bucket.count, drawn(number(bucket.count))};
    }

    /// Shares no bound with the bucket on its other side.
    Closed between(Closed below, Closed above)
    {
        const bool hasLower = below == Closed::Lower || below == Closed::Neither;
        const bool hasUpper = above == Closed::Upper || above == Closed::Neither;
        if (hasLower)
            return hasUpper ? Closed::Both : Closed::Lower;
        return hasUpper ? Closed::Upper : Closed::Neither;
    }

    /// Each with what it alone observed.
    using Buckets = std::vector<Native::Bucket>;

    struct OwnBuckets {
        Buckets operator()(const HistogramValue& value) const
        {
            std::vector<HistogramValue::Bucket> buckets = value.buckets;
            const bool isEnded = !buckets.empty() && number(buckets.back().upper) == kInfinity;
            if (!isEnded)
                buckets.push_back({"+Inf", value.count});
            Buckets own;
            QByteArray lower = "-Inf";
            double below = 0;
            for (const auto& [upper, count] : buckets) {
                const double upTo = number(count);
                own.push_back({Closed::Upper, lower, upper, text(upTo - below)});
                lower = upper;
                below = upTo;
            }
            return own;
        }
        Buckets operator()(const NativeHistogramValue& value) const { return value.buckets; }
        template <typename Other>
        Buckets operator()(const Other&) const
        {
            return {};
        }
    };

    std::vector<BucketBar> barsOf(const Buckets& buckets)
    {
        std::vector<BucketBar> bars;
        const Native::Bucket* before = nullptr;
        for (const Native::Bucket& bucket : buckets) {
            if (before != nullptr && number(before->upper) < number(bucket.lower)) {
                const Closed closed = between(before->closed, bucket.closed);
                bars.push_back(barOf({closed, before->upper, bucket.lower, "0"}));
            }
            bars.push_back(barOf(bucket));
            before = &bucket;
        }
        return bars;
    }

    using Bounds = std::pair<double, double>;
    using Sums = std::map<Bounds, Native::Bucket>;

    /// False: the bounds are no numbers.
    bool add(Sums& sums, const Buckets& buckets)
    {
        for (const Native::Bucket& bucket : buckets) {
            const Bounds bounds{number(bucket.lower), number(bucket.upper)};
            if (std::isnan(bounds.first) || std::isnan(bounds.second))
                return false;
            const auto [at, isNew] = sums.try_emplace(bounds, bucket);
            if (!isNew)
                at->second.count = text(number(at->second.count) + number(bucket.count));
        }
        return true;
    }

    struct Mean {
        std::optional<double> operator()(const PlainValue&) const { return std::nullopt; }
        template <typename Observed>
        std::optional<double> operator()(const Observed& value) const
        {
            const double mean = number(value.sum) / number(value.count);
            return std::isfinite(mean) ? std::optional(mean) : std::nullopt;
        }
    };

} // namespace

std::vector<BucketBar> bucketBars(const SeriesValue& value)
{
    return barsOf(std::visit(OwnBuckets{}, value));
}

std::vector<BucketBar> bucketBars(const FamilyRow& family)
{
    Sums sums;
    for (const SeriesRow& series : family.series) {
        if (!add(sums, std::visit(OwnBuckets{}, series.value)))
            return {};
    }
    Buckets merged;
    double upTo = -kInfinity;
    for (const auto& [bounds, bucket] : sums) {
        if (bounds.first < upTo)
            return {}; // the bounds differ from series to series
        upTo = bounds.second;
        merged.push_back(bucket);
    }
    return barsOf(merged);
}

std::optional<double> meanOf(const SeriesValue& value)
{
    return std::visit(Mean{}, value);
}

} // namespace pushgate::core
