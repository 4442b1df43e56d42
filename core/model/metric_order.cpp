// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/metric_order.h"

#include <algorithm>
#include <numeric>

namespace pushgate::core {

namespace {

    constexpr std::strong_ordering kEqual = std::strong_ordering::equal;

    std::strong_ordering compareBytes(QByteArrayView left, QByteArrayView right)
    {
        return left.compare(right) <=> 0;
    }

    std::strong_ordering compareAllLabels(const LabelTable& labels, size_t left, size_t right)
    {
        std::strong_ordering values = kEqual;
        std::strong_ordering names = kEqual;
        auto a = labels.row(left).begin();
        auto b = labels.row(right).begin();
        constexpr std::default_sentinel_t end;
        for (; a != end && b != end; ++a, ++b) {
            if (values == kEqual)
                values = compareBytes(a->value, b->value);
            if (names == kEqual)
                names = compareBytes(a->name, b->name);
        }
        if (a != end || b != end)
            return a == end ? std::strong_ordering::less : std::strong_ordering::greater;
        return values != kEqual ? values : names;
    }

    /// Rows of the same own names differ in the values of those only, and all else is in the same
    /// places; that is how most rows are.
    std::strong_ordering compareLabels(const LabelTable& labels, size_t left, size_t right)
    {
        std::strong_ordering values = kEqual;
        auto a = labels.row(left, LabelTable::Scope::OwnLabels).begin();
        auto b = labels.row(right, LabelTable::Scope::OwnLabels).begin();
        constexpr std::default_sentinel_t end;
        for (; a != end && b != end; ++a, ++b) {
            if (a->nameIndex != b->nameIndex)
                return compareAllLabels(labels, left, right);
            if (values == kEqual)
                values = compareBytes(a->value, b->value);
        }
        if (a != end || b != end)
            return a == end ? std::strong_ordering::less : std::strong_ordering::greater;
        return values;
    }

    std::strong_ordering compareTimestamps(std::optional<qint64> left, std::optional<qint64> right)
    {
        if (left && right)
            return *left <=> *right;
        return right.has_value() <=> left.has_value();
    }

} // namespace

std::strong_ordering compareMetrics(const MetricFamily& family, size_t left, size_t right)
{
    const std::strong_ordering labels = compareLabels(family.labels(), left, right);
    if (labels != kEqual || !family.payloads().hasOdd())
        return labels;
    return compareTimestamps(family.metric(left).timestampMs(), family.metric(right).timestampMs());
}

std::vector<quint32> metricOrder(const MetricFamily& family)
{
    const size_t count = family.metricCount();
    size_t sorted = 1;
    while (sorted < count && compareMetrics(family, sorted - 1, sorted) <= 0)
        ++sorted;
    if (sorted >= count)
        return {};

    std::vector<quint32> order(count);
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
        [&family](quint32 left, quint32 right) { return compareMetrics(family, left, right) < 0; });
    return order;
}

MetricFamily inMetricOrder(MetricFamily family)
{
    const std::vector<quint32> order = metricOrder(family);
    return order.empty() ? std::move(family) : std::move(family).reordered(order);
}

} // namespace pushgate::core
