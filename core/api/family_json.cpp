// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/family_json.h"

#include "core/api/json_text.h"
#include "core/api/native_buckets.h"
#include "core/api/time_text.h"

#include <algorithm>
#include <array>
#include <optional>

namespace pushgate::core {

namespace {

    template <typename Number>
    QByteArray numberText(Number number)
    {
        std::array<char, kMostJsonNumberBytes> text{};
        return {text.data(), writeJsonNumber(text.data(), number) - text.data()};
    }

    /// In a classic histogram a float count counts only if it is positive.
    QByteArray countText(std::optional<double> asFloat, std::optional<quint64> asInteger)
    {
        if (asFloat.value_or(0) > 0)
            return numberText(*asFloat);
        return numberText(asInteger.value_or(0));
    }

    QByteArray sampleCountText(const Histogram& histogram)
    {
        if (isNative(histogram) && countsInFloats(histogram))
            return numberText(histogram.sampleCountFloat.value_or(0));
        return countText(histogram.sampleCountFloat, histogram.sampleCount);
    }

    double plainValue(const Metric& metric)
    {
        for (const Payload kind : {Payload::Gauge, Payload::Counter, Payload::Untyped}) {
            if (metric.has(kind))
                return metric.plain(kind).value_or(0);
        }
        return 0;
    }

    QByteArray bucketText(const NativeBucket& bucket)
    {
        QByteArray text = "[" + QByteArray::number(static_cast<int>(bucket.closed)) + ',';
        text += numberText(bucket.lower) + ',' + numberText(bucket.upper) + ',';
        text += std::visit([](auto count) { return numberText(count); }, bucket.count);
        return text + ']';
    }

} // namespace

QByteArray FamilyJsonWriter::KeyOf::operator()(const QByteArray& name) const
{
    return jsonString(name) + ':';
}

FamilyJsonWriter::FamilyJsonWriter(Segments& out)
    : m_out(out)
    , m_keys(KeyOf{})
{
}

void FamilyJsonWriter::write(const StoredFamily& stored)
{
    const MetricFamily& family = stored.family();
    if (m_timeText.isEmpty() || m_time != stored.pushedAt) {
        m_time = stored.pushedAt;
        m_timeText = localTimeText(m_time);
    }
    m_out.append(R"({"time_stamp":")");
    m_out.append(m_timeText);
    m_out.append(R"(","type":")");
    m_out.append(upperName(family.type()));
    if (family.help() && !family.help()->isEmpty()) {
        m_out.append(R"(","help":)");
        m_out.append(jsonString(*family.help()));
        m_out.append(R"(,"metrics":[)");
    } else {
        m_out.append(R"(","metrics":[)");
    }
    m_keys.prepare(family.labels());
    for (size_t row = 0; row < family.metricCount(); ++row) {
        if (row > 0)
            m_out.append(",");
        writeMetric(family.metric(row), family.type());
    }
    m_out.append("]}");
}

void FamilyJsonWriter::write(const Labels& labels)
{
    m_out.append("{");
    for (auto label = labels.begin(); label != labels.end(); ++label) {
        if (label != labels.begin())
            m_out.append(",");
        m_out.append(jsonString(label->name));
        m_out.append(":");
        m_out.append(jsonString(label->value));
    }
    m_out.append("}");
}

void FamilyJsonWriter::writeMetric(const Metric& metric, MetricType type)
{
    if (type == MetricType::Summary) {
        writeSummary(metric);
    } else if (type == MetricType::Histogram) {
        writeHistogram(metric);
    } else {
        m_out.append(R"({"labels":)");
        writeLabels(metric.labels());
        m_out.append(R"(,"value":)");
        writeNumber(plainValue(metric));
        m_out.append("}");
    }
}

void FamilyJsonWriter::writeSummary(const Metric& metric)
{
    static const Summary kNone;
    const Summary& summary = metric.summary() ? *metric.summary() : kNone;
    m_out.append(R"({"count":)");
    writeNumber(summary.sampleCount.value_or(0));
    m_out.append(R"(,"labels":)");
    writeLabels(metric.labels());
    m_out.append(R"(,"quantiles":)");
    m_entries.clear();
    for (const Quantile& quantile : summary.quantiles) {
        m_entries.push_back(
            {numberText(quantile.quantile.value_or(0)), numberText(quantile.value.value_or(0))});
    }
    writeEntries();
    m_out.append(R"(,"sum":)");
    writeNumber(summary.sampleSum.value_or(0));
    m_out.append("}");
}

void FamilyJsonWriter::writeHistogram(const Metric& metric)
{
    static const Histogram kNone;
    const Histogram& histogram = metric.histogram() ? *metric.histogram() : kNone;
    m_out.append(R"({"buckets":)");
    if (isNative(histogram)) {
        writeNativeBuckets(histogram);
    } else {
        m_entries.clear();
        for (const Bucket& bucket : histogram.buckets) {
            m_entries.push_back({numberText(bucket.upperBound.value_or(0)),
                countText(bucket.cumulativeCountFloat, bucket.cumulativeCount)});
        }
        writeEntries();
    }
    m_out.append(R"(,"count":)");
    m_out.append(sampleCountText(histogram));
    m_out.append(R"(,"labels":)");
    writeLabels(metric.labels());
    m_out.append(R"(,"sum":)");
    writeNumber(histogram.sampleSum.value_or(0));
    m_out.append("}");
}

void FamilyJsonWriter::writeNativeBuckets(const Histogram& histogram)
{
    m_out.append("[");
    QByteArrayView separator;
    for (const NativeBucket& bucket : nativeBuckets(histogram)) {
        m_out.append(separator);
        m_out.append(bucketText(bucket));
        separator = ",";
    }
    m_out.append("]");
}

void FamilyJsonWriter::writeLabels(const LabelTable::Row& row)
{
    // Of labels of one name, which follow each other, the last one counts.
    std::optional<LabelView> pending;
    char before = '{';
    for (const LabelView& label : row) {
        if (pending && pending->name != label.name) {
            writeLabel(*pending, before);
            before = ',';
        }
        pending = label;
    }
    if (pending)
        writeLabel(*pending, before);
    m_out.append(pending ? "}" : "{}");
}

void FamilyJsonWriter::writeLabel(const LabelView& label, char before)
{
    const QByteArrayView key = m_keys[label.nameIndex];
    char* at = m_out.room(1 + key.size() + mostJsonStringBytes(label.value.size()));
    *at++ = before;
    at = std::copy(key.begin(), key.end(), at);
    m_out.advance(writeJsonString(at, label.value));
}

/// Sorted by key; of equal ones the last.
void FamilyJsonWriter::writeEntries()
{
    std::stable_sort(m_entries.begin(), m_entries.end(),
        [](const Entry& left, const Entry& right) { return left.key < right.key; });
    m_out.append("{");
    QByteArrayView separator;
    for (size_t i = 0; i < m_entries.size(); ++i) {
        if (i + 1 < m_entries.size() && m_entries[i].key == m_entries[i + 1].key)
            continue;
        m_out.append(separator);
        m_out.append(m_entries[i].key);
        m_out.append(":");
        m_out.append(m_entries[i].value);
        separator = ",";
    }
    m_out.append("}");
}

template <typename Number>
void FamilyJsonWriter::writeNumber(Number number)
{
    m_out.advance(writeJsonNumber(m_out.room(kMostJsonNumberBytes), number));
}

} // namespace pushgate::core
