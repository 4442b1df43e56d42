// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/text_family.h"

#include "core/base/go_quote.h"

#include <algorithm>
#include <cmath>

namespace pushgate::core {

namespace {

    constexpr double kTwoTo63 = 9223372036854775808.0;
    constexpr double kTwoTo64 = 18446744073709551616.0;

    /// What an x86 processor makes of `value` when told to truncate it, as the reference does.
    quint64 truncated(double value)
    {
        constexpr quint64 kIndefinite = quint64(1) << 63;
        if (value >= -kTwoTo63 && value < kTwoTo63)
            return static_cast<quint64>(static_cast<qint64>(value));
        return value > 0 && value < kTwoTo64 ? static_cast<quint64>(value) : kIndefinite;
    }

    /// Nothing if `value` is no integer of 64 bits.
    std::optional<quint64> wholeCount(double value)
    {
        if (!(value >= 0 && value < kTwoTo64))
            return std::nullopt;
        const auto count = static_cast<quint64>(value);
        return static_cast<double>(count) == value ? std::optional(count) : std::nullopt;
    }

    Error negative(const char* what, const QByteArray& family)
    {
        return badRequest(QByteArray("negative ") + what + " for histogram " + goQuote(family));
    }

    Status storeCount(Histogram& histogram, double value, const QByteArray& family)
    {
        if (const auto whole = wholeCount(value))
            histogram.sampleCount = whole;
        else if (value < 0)
            return negative("count", family);
        else
            histogram.sampleCountFloat = value;
        return ok();
    }

    Status storeBucket(
        Histogram& histogram, const TextFamily::Sample& sample, const QByteArray& family)
    {
        Bucket bucket;
        bucket.upperBound = sample.labels.bucketBound;
        bucket.cumulativeCount = wholeCount(sample.value);
        if (!bucket.cumulativeCount) {
            if (sample.value < 0)
                return negative("bucket population", family);
            bucket.cumulativeCountFloat = sample.value;
        }
        histogram.buckets.push_back(bucket);
        return ok();
    }

    bool hasFloatCounts(const Histogram& histogram)
    {
        return histogram.sampleCountFloat
            || std::any_of(histogram.buckets.cbegin(), histogram.buckets.cend(),
                [](const Bucket& bucket) { return bucket.cumulativeCountFloat.has_value(); });
    }

    /// A histogram counts either in integers or in floats: one float turns all counts into such.
    void unifyCounts(Histogram& histogram)
    {
        if (!hasFloatCounts(histogram))
            return;
        const auto unify = [](std::optional<quint64>& whole, std::optional<double>& asFloat) {
            if (asFloat)
                return;
            asFloat = static_cast<double>(whole.value_or(0));
            whole.reset();
        };
        unify(histogram.sampleCount, histogram.sampleCountFloat);
        for (Bucket& bucket : histogram.buckets)
            unify(bucket.cumulativeCount, bucket.cumulativeCountFloat);
    }

} // namespace

TextFamily::TextFamily(QByteArray name)
{
    m_header.name = std::move(name);
}

Result<size_t> TextFamily::addSample(const Sample& sample)
{
    if (isSummary())
        return addToSummary(sample);
    if (isHistogram())
        return addToHistogram(sample);
    addRow(sample.labels);
    m_payloads.appendPlain(payloadOf(*type()), sample.value);
    return m_payloads.rowCount() - 1;
}

size_t TextFamily::addToSummary(const Sample& sample)
{
    const Row row = findRow(sample.labels);
    if (row.state == RowState::New)
        m_payloads.appendSummary({});
    Summary& summary = *m_payloads.editSummary(row.index);
    if (sample.role == SampleRole::Count)
        summary.sampleCount = truncated(sample.value);
    else if (sample.role == SampleRole::Sum)
        summary.sampleSum = sample.value;
    else if (!std::isnan(sample.labels.quantile))
        summary.quantiles.push_back({sample.labels.quantile, sample.value});
    return row.index;
}

Result<size_t> TextFamily::addToHistogram(const Sample& sample)
{
    const Row row = findRow(sample.labels);
    if (row.state == RowState::New)
        m_payloads.appendHistogram({});
    Histogram& histogram = *m_payloads.editHistogram(row.index);
    Status stored = ok();
    if (sample.role == SampleRole::Count)
        stored = storeCount(histogram, sample.value, name());
    else if (sample.role == SampleRole::Sum)
        histogram.sampleSum = sample.value;
    else if (!std::isnan(sample.labels.bucketBound))
        stored = storeBucket(histogram, sample, name());
    if (!stored)
        return stored.error();
    return row.index;
}

/// The metric with exactly these labels; that it will get grouping labels does not count here.
TextFamily::Row TextFamily::findRow(TextLabels& labels)
{
    labels.writeKey(m_key);
    if (hasMetrics() && m_key == m_lastKey)
        return {m_lastRow, RowState::Known};
    const auto known = m_rows.find(m_key);
    m_lastRow = known != m_rows.end() ? known->second : m_rows.size();
    const RowState state = known != m_rows.end() ? RowState::Known : RowState::New;
    if (state == RowState::New) {
        const QByteArray& kept = m_keys.emplace_back(m_key.constData(), m_key.size());
        m_rows.emplace(kept, m_lastRow);
        addRow(labels);
    }
    m_lastKey.swap(m_key);
    return {m_lastRow, state};
}

void TextFamily::addRow(const TextLabels& labels)
{
    for (const TextLabel& label : labels)
        m_labels.addLabel(label.name, label.value);
    m_labels.endRow();
}

void TextFamily::setTimestamp(size_t row, qint64 timestampMs)
{
    m_payloads.setTimestamp(row, timestampMs);
}

Result<MetricFamily> TextFamily::finish() &&
{
    if (!m_labels.fits())
        return tooLarge("the labels of the metrics named " + goQuote(name()) + " are too long");
    if (isHistogram()) {
        for (size_t row = 0; row < m_payloads.rowCount(); ++row)
            unifyCounts(*m_payloads.editHistogram(row));
    }
    m_payloads.shrink();
    return MetricFamily(std::move(m_header), std::move(m_labels).finish(), std::move(m_payloads));
}

} // namespace pushgate::core
