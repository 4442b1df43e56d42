// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/metric_text.h"

#include "core/model/unknown_fields.h"

namespace pushgate::core {

namespace {

    void writeLabel(ProtoText& text, const LabelView& label, QByteArrayView name)
    {
        text.open("label");
        if (label.nameGiven)
            text.bytes("name", name);
        if (label.valueGiven)
            text.bytes("value", label.value);
        text.close();
    }

    void writeTime(ProtoText& text, QByteArrayView name, const std::optional<WireTime>& time)
    {
        if (!time)
            return;
        text.open(name);
        text.integer("seconds", time->seconds);
        text.integer("nanos", time->nanos);
        text.close();
    }

    void writeExemplar(ProtoText& text, QByteArrayView name, const Exemplar& exemplar)
    {
        text.open(name);
        for (const Label& label : exemplar.labels)
            writeLabel(text, {0, label.name, label.value}, label.name);
        text.number("value", exemplar.value);
        writeTime(text, "timestamp", exemplar.timestamp);
        text.close();
    }

    void writePlain(ProtoText& text, QByteArrayView name, const Metric& metric, Payload kind)
    {
        if (!metric.has(kind))
            return;
        text.open(name);
        text.number("value", metric.plain(kind));
        if (kind == Payload::Counter) {
            if (const Exemplar* exemplar = metric.counterExemplar())
                writeExemplar(text, "exemplar", *exemplar);
            writeTime(text, "created_timestamp", metric.counterCreated());
        }
        text.close();
    }

    void writeSummary(ProtoText& text, const Summary& summary)
    {
        text.open("summary");
        text.integer("sample_count", summary.sampleCount);
        text.number("sample_sum", summary.sampleSum);
        for (const Quantile& quantile : summary.quantiles) {
            text.open("quantile");
            text.number("quantile", quantile.quantile);
            text.number("value", quantile.value);
            text.close();
        }
        writeTime(text, "created_timestamp", summary.created);
        text.close();
    }

    void writeBuckets(ProtoText& text, const Histogram& histogram)
    {
        static const std::vector<std::pair<size_t, Exemplar>> none;
        const auto& exemplars = histogram.native ? histogram.native->bucketExemplars : none;
        auto exemplar = exemplars.begin();
        for (size_t i = 0; i < histogram.buckets.size(); ++i) {
            const Bucket& bucket = histogram.buckets[i];
            text.open("bucket");
            text.integer("cumulative_count", bucket.cumulativeCount);
            text.number("cumulative_count_float", bucket.cumulativeCountFloat);
            text.number("upper_bound", bucket.upperBound);
            for (; exemplar != exemplars.end() && exemplar->first == i; ++exemplar)
                writeExemplar(text, "exemplar", exemplar->second);
            text.close();
        }
    }

    struct SideNames {
        QByteArrayView span;
        QByteArrayView delta;
        QByteArrayView count;
    };

    void writeSide(ProtoText& text, const NativeBuckets& side, const SideNames& names)
    {
        for (const BucketSpan& span : side.spans) {
            text.open(names.span);
            text.integer("offset", span.offset);
            text.integer("length", span.length);
            text.close();
        }
        for (const qint64 delta : side.deltas)
            text.integer(names.delta, std::optional(delta));
        for (const double count : side.counts)
            text.number(names.count, count);
    }

    void writeNative(ProtoText& text, const NativeHistogram& native)
    {
        writeTime(text, "created_timestamp", native.created);
        text.integer("schema", native.schema);
        text.number("zero_threshold", native.zeroThreshold);
        text.integer("zero_count", native.zeroCount);
        text.number("zero_count_float", native.zeroCountFloat);
        writeSide(text, native.negative, {"negative_span", "negative_delta", "negative_count"});
        writeSide(text, native.positive, {"positive_span", "positive_delta", "positive_count"});
        for (const Exemplar& exemplar : native.exemplars)
            writeExemplar(text, "exemplars", exemplar);
    }

    void writeHistogram(ProtoText& text, const Histogram& histogram)
    {
        text.open("histogram");
        text.integer("sample_count", histogram.sampleCount);
        text.number("sample_count_float", histogram.sampleCountFloat);
        text.number("sample_sum", histogram.sampleSum);
        writeBuckets(text, histogram);
        if (histogram.native)
            writeNative(text, *histogram.native);
        text.close();
    }

} // namespace

void appendMetricText(QByteArray& out, const Metric& metric)
{
    ProtoText text(out, ProtoText::Layout::OneLine);
    writeMetric(text, {metric, {}});
}

void writeMetric(ProtoText& text, const RenamedMetric& renamed)
{
    const Metric& metric = renamed.metric;
    bool differs = false;
    for (const LabelView& label : metric.labels()) {
        const QByteArrayView name = renamed.labelNames.empty()
            ? label.name
            : QByteArrayView(renamed.labelNames[label.nameIndex]);
        differs = differs || name != label.name;
        writeLabel(text, label, name);
    }
    writePlain(text, "gauge", metric, Payload::Gauge);
    writePlain(text, "counter", metric, Payload::Counter);
    if (const Summary* summary = metric.summary())
        writeSummary(text, *summary);
    writePlain(text, "untyped", metric, Payload::Untyped);
    if (const Histogram* histogram = metric.histogram())
        writeHistogram(text, *histogram);
    text.integer("timestamp_ms", metric.timestampMs());
    if (metric.odd() && !differs)
        writeUnknownFields(text, metric.odd()->unknownFields);
}

void writeFamilyHeader(ProtoText& text, const MetricFamily::Header& header)
{
    text.bytes("name", header.name);
    if (header.help)
        text.bytes("help", *header.help);
    if (header.declaredType)
        text.word("type", upperName(*header.declaredType));
}

void appendFamilyText(QByteArray& out, const MetricFamily& family, ProtoText::Layout layout)
{
    ProtoText text(out, layout);
    writeFamilyHeader(text, family.header());
    for (size_t row = 0; row < family.metricCount(); ++row) {
        text.open("metric");
        writeMetric(text, {family.metric(row), {}});
        text.close();
    }
}

} // namespace pushgate::core
