// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/native_buckets.h"

#include "core/api/native_bounds.h"

#include <algorithm>
#include <optional>

namespace pushgate::core {

namespace {

    constexpr qint32 kCustomBoundsSchema = -53;

    enum class Side { Negative, Positive };

    qint32 wrappingSum(qint32 left, qint32 right)
    {
        return static_cast<qint32>(static_cast<quint32>(left) + static_cast<quint32>(right));
    }

    /// Walks the buckets that the spans of one side place.
    class SpanWalk {
    public:
        explicit SpanWalk(const std::vector<BucketSpan>& spans)
            : m_spans(spans)
            , m_index(offsetOf(0))
        {
        }

        /// The index of the next bucket; nothing after the last one.
        std::optional<qint32> next()
        {
            if (m_begun)
                m_index = wrappingSum(m_index, 1);
            m_begun = true;
            while (m_span < m_spans.size() && m_inSpan >= m_spans[m_span].length.value_or(0)) {
                m_inSpan = 0;
                ++m_span;
                m_index = wrappingSum(m_index, offsetOf(m_span));
            }
            if (m_span == m_spans.size())
                return std::nullopt;
            ++m_inSpan;
            return m_index;
        }

    private:
        qint32 offsetOf(size_t span) const
        {
            return span < m_spans.size() ? m_spans[span].offset.value_or(0) : 0;
        }

        const std::vector<BucketSpan>& m_spans;
        size_t m_span = 0;
        quint32 m_inSpan = 0;
        qint32 m_index;
        bool m_begun = false;
    };

    NativeBucket bucketAt(qint32 index, qint32 schema, Side side)
    {
        const double outer = nativeBound(index, schema);
        const double inner = nativeBound(wrappingSum(index, -1), schema);
        NativeBucket bucket;
        bucket.lower = side == Side::Positive ? inner : -outer;
        bucket.upper = side == Side::Positive ? outer : -inner;
        const bool hasLower = bucket.lower < 0;
        const bool hasUpper = bucket.upper > 0;
        using Closed = NativeBucket::Closed;
        if (hasLower)
            bucket.closed = hasUpper ? Closed::Both : Closed::Lower;
        else
            bucket.closed = hasUpper ? Closed::Upper : Closed::Neither;
        return bucket;
    }

    /// Collects the buckets of a histogram with one kind of counts.
    class Buckets {
    public:
        explicit Buckets(qint32 schema)
            : m_schema(schema)
        {
        }

        template <typename Count>
        void addZero(double threshold, Count count)
        {
            if (count != 0)
                m_buckets.push_back({-threshold, threshold, NativeBucket::Closed::Both, count});
        }

        void addIntegers(Side side, const NativeBuckets& buckets)
        {
            quint64 count = 0;
            add(side, buckets, buckets.deltas, [&count](qint64 delta) {
                count += static_cast<quint64>(delta);
                return count;
            });
        }

        void addFloats(Side side, const NativeBuckets& buckets)
        {
            add(side, buckets, buckets.counts, [](double count) { return count; });
        }

        std::vector<NativeBucket> take() { return std::move(m_buckets); }

    private:
        template <typename Listed, typename CountOf>
        void add(Side side, const NativeBuckets& buckets, const std::vector<Listed>& listed,
            CountOf countOf)
        {
            const auto first = static_cast<std::ptrdiff_t>(m_buckets.size());
            SpanWalk walk(buckets.spans);
            for (const Listed value : listed) {
                const auto index = walk.next();
                if (!index)
                    break;
                const auto count = countOf(value);
                if (count == 0)
                    continue;
                NativeBucket bucket = bucketAt(*index, m_schema, side);
                bucket.count = count;
                m_buckets.push_back(bucket);
            }
            if (side == Side::Negative)
                std::reverse(m_buckets.begin() + first, m_buckets.end());
        }

        qint32 m_schema;
        std::vector<NativeBucket> m_buckets;
    };

} // namespace

bool isNative(const Histogram& histogram)
{
    return histogram.native
        && !(histogram.native->negative.spans.empty() && histogram.native->positive.spans.empty());
}

bool countsInFloats(const Histogram& histogram)
{
    return histogram.sampleCountFloat.value_or(0) > 0
        || (histogram.native && histogram.native->zeroCountFloat.value_or(0) > 0);
}

std::vector<NativeBucket> nativeBuckets(const Histogram& histogram)
{
    if (!histogram.native)
        return {};
    const NativeHistogram& native = *histogram.native;
    const qint32 schema = native.schema.value_or(0);
    if (schema > kFinestSchema || schema == kCustomBoundsSchema)
        return {};
    Buckets buckets(schema);
    const double threshold = native.zeroThreshold.value_or(0);
    if (countsInFloats(histogram)) {
        buckets.addFloats(Side::Negative, native.negative);
        buckets.addZero(threshold, native.zeroCountFloat.value_or(0));
        buckets.addFloats(Side::Positive, native.positive);
    } else {
        buckets.addIntegers(Side::Negative, native.negative);
        buckets.addZero(threshold, native.zeroCount.value_or(0));
        buckets.addIntegers(Side::Positive, native.positive);
    }
    return buckets.take();
}

} // namespace pushgate::core
