// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/group_details.h"

namespace pushgate::core {

namespace {

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
                parts.push_back({bucket.range, bucket.count});
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

QByteArray headNumber(const SeriesValue& value)
{
    return std::visit(HeadNumber{}, value);
}

std::vector<ValuePart> valueParts(const SeriesValue& value)
{
    return std::visit(Parts{}, value);
}

} // namespace pushgate::core
