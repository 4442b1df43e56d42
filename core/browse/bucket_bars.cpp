// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/bucket_bars.h"

#include "core/base/number_text.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace pushgate::core {

namespace {

    using Native = NativeHistogramValue;
    using Closed = Native::Closed;

    double number(const QByteArray& text)
    {
        return parseGoFloat(text).value_or(std::numeric_limits<double>::quiet_NaN());
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

    struct Bars {
        std::vector<BucketBar> operator()(const HistogramValue& value) const
        {
            std::vector<HistogramValue::Bucket> buckets = value.buckets;
            const bool isEnded = !buckets.empty() && number(buckets.back().upper) == INFINITY;
            if (!isEnded)
                buckets.push_back({"+Inf", value.count});
            std::vector<BucketBar> bars;
            QByteArray lower = "-Inf";
            double below = 0;
            for (const auto& [upper, count] : buckets) {
                const double upTo = number(count);
                QByteArray text;
                appendGoNumber(text, upTo - below);
                bars.push_back({rangeText({Closed::Upper, lower, upper, {}}), upper, text,
                    drawn(upTo - below)});
                lower = upper;
                below = upTo;
            }
            return bars;
        }
        std::vector<BucketBar> operator()(const NativeHistogramValue& value) const
        {
            std::vector<BucketBar> bars;
            const Native::Bucket* before = nullptr;
            for (const Native::Bucket& bucket : value.buckets) {
                if (before != nullptr && number(before->upper) < number(bucket.lower)) {
                    const Closed closed = between(before->closed, bucket.closed);
                    bars.push_back(barOf({closed, before->upper, bucket.lower, "0"}));
                }
                bars.push_back(barOf(bucket));
                before = &bucket;
            }
            return bars;
        }
        template <typename Other>
        std::vector<BucketBar> operator()(const Other&) const
        {
            return {};
        }
    };

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
    return std::visit(Bars{}, value);
}

std::optional<double> meanOf(const SeriesValue& value)
{
    return std::visit(Mean{}, value);
}

} // namespace pushgate::core
