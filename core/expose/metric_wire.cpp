// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expose/metric_wire.h"

namespace pushgate::core {

namespace {

    // The field numbers are those of the client data model's schema.

    void appendLabel(WireMessage& message, quint32 number, const Label& label)
    {
        const qsizetype opened = message.open(number);
        message.bytesField(1, label.name);
        message.bytesField(2, label.value);
        message.close(opened);
    }

    void appendTime(WireMessage& message, quint32 number, const std::optional<WireTime>& time)
    {
        if (!time)
            return;
        const qsizetype opened = message.open(number);
        message.integerField(1, time->seconds);
        message.integerField(2, time->nanos);
        message.close(opened);
    }

    void appendExemplar(WireMessage& message, quint32 number, const Exemplar& exemplar)
    {
        const qsizetype opened = message.open(number);
        for (const Label& label : exemplar.labels)
            appendLabel(message, 1, label);
        message.doubleField(2, exemplar.value);
        appendTime(message, 3, exemplar.timestamp);
        message.close(opened);
    }

    void appendPlain(WireMessage& message, quint32 number, const Metric& metric, Payload kind)
    {
        if (!metric.has(kind))
            return;
        const qsizetype opened = message.open(number);
        message.doubleField(1, metric.plain(kind));
        if (kind == Payload::Counter) {
            if (const Exemplar* exemplar = metric.counterExemplar())
                appendExemplar(message, 2, *exemplar);
            appendTime(message, 3, metric.counterCreated());
        }
        message.close(opened);
    }

    void appendSummary(WireMessage& message, const Summary& summary)
    {
        const qsizetype opened = message.open(4);
        message.integerField(1, summary.sampleCount);
        message.doubleField(2, summary.sampleSum);
        for (const Quantile& quantile : summary.quantiles) {
            const qsizetype entry = message.open(3);
            message.doubleField(1, quantile.quantile);
            message.doubleField(2, quantile.value);
            message.close(entry);
        }
        appendTime(message, 4, summary.created);
        message.close(opened);
    }

    void appendBuckets(WireMessage& message, const Histogram& histogram)
    {
        static const std::vector<std::pair<size_t, Exemplar>> kNone;
        const auto& exemplars = histogram.native ? histogram.native->bucketExemplars : kNone;
        auto exemplar = exemplars.begin();
        for (size_t i = 0; i < histogram.buckets.size(); ++i) {
            const Bucket& bucket = histogram.buckets[i];
            const qsizetype opened = message.open(3);
            message.integerField(1, bucket.cumulativeCount);
            message.doubleField(2, bucket.upperBound);
            for (; exemplar != exemplars.end() && exemplar->first == i; ++exemplar)
                appendExemplar(message, 3, exemplar->second);
            message.doubleField(4, bucket.cumulativeCountFloat);
            message.close(opened);
        }
    }

    /// The side's spans, deltas and counts are numbered one after the other.
    void appendSide(WireMessage& message, quint32 firstNumber, const NativeBuckets& side)
    {
        for (const BucketSpan& span : side.spans) {
            const qsizetype opened = message.open(firstNumber);
            message.zigzagField(1, span.offset);
            message.integerField(2, span.length);
            message.close(opened);
        }
        for (const qint64 delta : side.deltas)
            message.zigzagField(firstNumber + 1, delta);
        for (const double count : side.counts)
            message.doubleField(firstNumber + 2, count);
    }

    void appendNative(WireMessage& message, const NativeHistogram& native)
    {
        message.zigzagField(5, native.schema);
        message.doubleField(6, native.zeroThreshold);
        message.integerField(7, native.zeroCount);
        message.doubleField(8, native.zeroCountFloat);
        appendSide(message, 9, native.negative);
        appendSide(message, 12, native.positive);
        appendTime(message, 15, native.created);
        for (const Exemplar& exemplar : native.exemplars)
            appendExemplar(message, 16, exemplar);
    }

    void appendHistogram(WireMessage& message, const Histogram& histogram)
    {
        const qsizetype opened = message.open(7);
        message.integerField(1, histogram.sampleCount);
        message.doubleField(2, histogram.sampleSum);
        appendBuckets(message, histogram);
        message.doubleField(4, histogram.sampleCountFloat);
        if (histogram.native)
            appendNative(message, *histogram.native);
        message.close(opened);
    }

} // namespace

void appendPayload(WireMessage& message, const Metric& metric)
{
    appendPlain(message, 2, metric, Payload::Gauge);
    appendPlain(message, 3, metric, Payload::Counter);
    if (const Summary* summary = metric.summary())
        appendSummary(message, *summary);
    appendPlain(message, 5, metric, Payload::Untyped);
    message.integerField(6, metric.timestampMs());
    if (const Histogram* histogram = metric.histogram())
        appendHistogram(message, *histogram);
}

} // namespace pushgate::core
