// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/metric_order.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>
#include <iterator>
#include <numeric>
#include <optional>

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

    /// A row with the beginning of the first own label value that is not the same in all rows: it
    /// decides most comparisons.
    struct SortEntry {
        quint64 beginning = 0;
        quint32 row = 0;
    };

    quint64 beginningOf(QByteArrayView value)
    {
        quint64 beginning = 0;
        std::memcpy(&beginning, value.data(),
            std::min(sizeof beginning, static_cast<size_t>(value.size())));
        return qFromBigEndian(beginning);
    }

    constexpr auto kOwn = LabelTable::Scope::OwnLabels;

    /// How many own labels, from the first, are the same in all rows; nothing if not all rows have
    /// the same own names: beginnings then say nothing.
    std::optional<size_t> commonLabels(const LabelTable& labels)
    {
        const auto first = labels.row(0, kOwn);
        auto common = static_cast<size_t>(std::ranges::distance(first.begin(), first.end()));
        for (size_t row = 1; row < labels.rowCount(); ++row) {
            auto a = first.begin();
            auto b = labels.row(row, kOwn).begin();
            for (size_t i = 0; a != first.end() && b != first.end(); ++i, ++a, ++b) {
                if (a->nameIndex != b->nameIndex)
                    return std::nullopt;
                if (i < common && a->value != b->value)
                    common = i;
            }
            if (a != first.end() || b != first.end())
                return std::nullopt;
        }
        return common;
    }

    /// Empty if beginnings say nothing.
    std::vector<SortEntry> sortEntries(const LabelTable& labels)
    {
        const auto common = commonLabels(labels);
        if (!common)
            return {};
        std::vector<SortEntry> entries(labels.rowCount());
        for (size_t row = 0; row < entries.size(); ++row) {
            auto label = labels.row(row, kOwn).begin();
            std::ranges::advance(
                label, static_cast<std::ptrdiff_t>(*common), std::default_sentinel);
            if (label != std::default_sentinel)
                entries[row].beginning = beginningOf(label->value);
            entries[row].row = static_cast<quint32>(row);
        }
        return entries;
    }

    std::vector<quint32> sortByBeginnings(
        std::vector<SortEntry> entries, const MetricFamily& family)
    {
        std::sort(entries.begin(), entries.end(),
            [&family](const SortEntry& left, const SortEntry& right) {
                if (left.beginning != right.beginning)
                    return left.beginning < right.beginning;
                const std::strong_ordering order = compareMetrics(family, left.row, right.row);
                return order != kEqual ? order < 0 : left.row < right.row;
            });
        std::vector<quint32> order;
        order.reserve(entries.size());
        for (const SortEntry& entry : entries)
            order.push_back(entry.row);
        return order;
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

    if (std::vector<SortEntry> entries = sortEntries(family.labels()); !entries.empty())
        return sortByBeginnings(std::move(entries), family);
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
