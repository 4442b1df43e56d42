// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/group_details.h"

#include "core/base/number_text.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace pushgate::core {

namespace {

    /// Within some 290 years around 1970, as nanoseconds can say it.
    constexpr double kMostSeconds = 9.2e9;

    struct HeadNumber {
        QByteArray operator()(const PlainValue& value) const { return value.number; }
        template <typename Observed>
        QByteArray operator()(const Observed& value) const
        {
            return value.count;
        }
    };

    /// Names are the words of the exposition format, which nobody translates.
    struct Parts {
        std::vector<ValuePart> operator()(const PlainValue&) const { return {}; }
        std::vector<ValuePart> operator()(const SummaryValue& value) const
        {
            auto parts = head(value);
            for (const auto& entry : value.quantiles)
                parts.push_back({"quantile=\"" + entry.quantile + '"', entry.number});
            return parts;
        }
        std::vector<ValuePart> operator()(const HistogramValue& value) const
        {
            auto parts = head(value);
            for (const auto& bucket : value.buckets)
                parts.push_back({"le=\"" + bucket.upper + '"', bucket.count});
            return parts;
        }
        std::vector<ValuePart> operator()(const NativeHistogramValue& value) const
        {
            auto parts = head(value);
            for (const auto& bucket : value.buckets)
                parts.push_back({rangeText(bucket), bucket.count});
            return parts;
        }

    private:
        template <typename Observed>
        static std::vector<ValuePart> head(const Observed& value)
        {
            return {{"count", value.count}, {"sum", value.sum}};
        }
    };

} // namespace

std::optional<TimePoint> timeIn(const GroupDetails& details, QByteArrayView familyName)
{
    const auto family = std::find_if(details.families.begin(), details.families.end(),
        [&](const FamilyRow& candidate) { return candidate.name == familyName; });
    if (family == details.families.end() || family->series.empty())
        return std::nullopt;
    const double seconds = parseGoFloat(headNumber(family->series.front().value)).value_or(0);
    if (!(std::abs(seconds) < kMostSeconds) || seconds == 0)
        return std::nullopt;
    return TimePoint(
        std::chrono::duration_cast<TimePoint::duration>(std::chrono::duration<double>(seconds)));
}

QByteArray rangeText(const NativeHistogramValue::Bucket& bucket)
{
    using Closed = NativeHistogramValue::Closed;
    const bool hasLower = bucket.closed == Closed::Lower || bucket.closed == Closed::Both;
    const bool hasUpper = bucket.closed == Closed::Upper || bucket.closed == Closed::Both;
    return (hasLower ? '[' : '(') + bucket.lower + ',' + bucket.upper + (hasUpper ? ']' : ')');
}

QByteArray typeWord(const FamilyRow& family)
{
    return family.type.toLower().replace('_', ' ');
}

QByteArray headNumber(const SeriesValue& value)
{
    return std::visit(HeadNumber{}, value);
}

std::vector<ValuePart> valueParts(const SeriesValue& value)
{
    return std::visit(Parts{}, value);
}

} // namespace pushgate::core
