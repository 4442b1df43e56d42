// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/protobuf_metric.h"

#include <iterator>
#include <memory>
#include <string>

namespace pushgate::core {

namespace {

    QByteArrayView view(const std::string& bytes)
    {
        return {bytes.data(), static_cast<qsizetype>(bytes.size())};
    }

    template <typename Value>
    std::optional<Value> given(bool isGiven, Value value)
    {
        return isGiven ? std::optional(value) : std::nullopt;
    }

    /// Timestamps are of protobuf's third version, where zero and absent are one.
    std::optional<WireTime> time(bool isGiven, const wire::Timestamp& time)
    {
        if (!isGiven)
            return std::nullopt;
        return WireTime{given(time.seconds() != 0, qint64(time.seconds())),
            given(time.nanos() != 0, time.nanos())};
    }

    Exemplar exemplar(const wire::Exemplar& sent)
    {
        Exemplar exemplar;
        exemplar.labels.reserve(static_cast<size_t>(sent.label_size()));
        for (const wire::LabelPair& label : sent.label())
            exemplar.labels.push_back(
                {view(label.name()).toByteArray(), view(label.value()).toByteArray()});
        exemplar.value = given(sent.has_value(), sent.value());
        exemplar.timestamp = time(sent.has_timestamp(), sent.timestamp());
        return exemplar;
    }

    Summary summary(const wire::Summary& sent)
    {
        Summary summary;
        summary.sampleCount = given(sent.has_sample_count(), quint64(sent.sample_count()));
        summary.sampleSum = given(sent.has_sample_sum(), sent.sample_sum());
        summary.quantiles.reserve(static_cast<size_t>(sent.quantile_size()));
        for (const wire::Quantile& quantile : sent.quantile())
            summary.quantiles.push_back({given(quantile.has_quantile(), quantile.quantile()),
                given(quantile.has_value(), quantile.value())});
        summary.created = time(sent.has_created_timestamp(), sent.created_timestamp());
        return summary;
    }

    std::vector<BucketSpan> spans(const google::protobuf::RepeatedPtrField<wire::BucketSpan>& sent)
    {
        std::vector<BucketSpan> spans;
        spans.reserve(static_cast<size_t>(sent.size()));
        for (const wire::BucketSpan& span : sent)
            spans.push_back(
                {given(span.has_offset(), span.offset()), given(span.has_length(), span.length())});
        return spans;
    }

    void addBucket(const wire::Bucket& sent, Histogram& histogram, NativeHistogram& native)
    {
        if (sent.has_exemplar())
            native.bucketExemplars.emplace_back(
                histogram.buckets.size(), exemplar(sent.exemplar()));
        histogram.buckets.push_back(
            {given(sent.has_cumulative_count(), quint64(sent.cumulative_count())),
                given(sent.has_cumulative_count_float(), sent.cumulative_count_float()),
                given(sent.has_upper_bound(), sent.upper_bound())});
    }

    NativeHistogram native(const wire::Histogram& sent)
    {
        NativeHistogram native;
        native.schema = given(sent.has_schema(), sent.schema());
        native.zeroThreshold = given(sent.has_zero_threshold(), sent.zero_threshold());
        native.zeroCount = given(sent.has_zero_count(), quint64(sent.zero_count()));
        native.zeroCountFloat = given(sent.has_zero_count_float(), sent.zero_count_float());
        native.negative = {spans(sent.negative_span()),
            {sent.negative_delta().begin(), sent.negative_delta().end()},
            {sent.negative_count().begin(), sent.negative_count().end()}};
        native.positive = {spans(sent.positive_span()),
            {sent.positive_delta().begin(), sent.positive_delta().end()},
            {sent.positive_count().begin(), sent.positive_count().end()}};
        native.created = time(sent.has_created_timestamp(), sent.created_timestamp());
        for (const wire::Exemplar& sentExemplar : sent.exemplars())
            native.exemplars.push_back(exemplar(sentExemplar));
        return native;
    }

    bool isEmpty(const NativeBuckets& buckets)
    {
        return buckets.spans.empty() && buckets.deltas.empty() && buckets.counts.empty();
    }

    bool isEmpty(const NativeHistogram& native)
    {
        return !native.schema && !native.zeroThreshold && !native.zeroCount
            && !native.zeroCountFloat && !native.created && isEmpty(native.negative)
            && isEmpty(native.positive) && native.exemplars.empty()
            && native.bucketExemplars.empty();
    }

    Histogram histogram(const wire::Histogram& sent)
    {
        Histogram histogram;
        NativeHistogram extras = native(sent);
        histogram.sampleCount = given(sent.has_sample_count(), quint64(sent.sample_count()));
        histogram.sampleCountFloat
            = given(sent.has_sample_count_float(), sent.sample_count_float());
        histogram.sampleSum = given(sent.has_sample_sum(), sent.sample_sum());
        histogram.buckets.reserve(static_cast<size_t>(sent.bucket_size()));
        for (const wire::Bucket& bucket : sent.bucket())
            addBucket(bucket, histogram, extras);
        if (!isEmpty(extras))
            histogram.native = std::make_shared<const NativeHistogram>(std::move(extras));
        return histogram;
    }

    OddMetric oddMetric(const wire::Metric& sent)
    {
        OddMetric metric;
        if (sent.has_gauge())
            metric.gauge = {given(sent.gauge().has_value(), sent.gauge().value()), {}, {}};
        if (sent.has_counter()) {
            const wire::Counter& counter = sent.counter();
            metric.counter = {given(counter.has_value(), counter.value()), {},
                time(counter.has_created_timestamp(), counter.created_timestamp())};
            if (counter.has_exemplar())
                metric.counter->exemplar = exemplar(counter.exemplar());
        }
        if (sent.has_untyped())
            metric.untyped = {given(sent.untyped().has_value(), sent.untyped().value()), {}, {}};
        if (sent.has_summary())
            metric.summary = summary(sent.summary());
        if (sent.has_histogram())
            metric.histogram = histogram(sent.histogram());
        metric.timestampMs = given(sent.has_timestamp_ms(), qint64(sent.timestamp_ms()));
        metric.unknownFields = view(sent.unknown_fields()).toByteArray();
        return metric;
    }

    bool isUsualCounter(const wire::Counter& counter)
    {
        return counter.has_value() && !counter.has_exemplar();
    }

    void appendCounter(const wire::Counter& counter, PayloadTable& payloads)
    {
        if (const auto created = time(counter.has_created_timestamp(), counter.created_timestamp()))
            payloads.appendCounter(counter.value(), *created);
        else
            payloads.appendPlain(Payload::Counter, counter.value());
    }

    /// Whether `metric` holds exactly one payload and nothing besides.
    bool holdsOnePayload(const wire::Metric& metric)
    {
        return metric.has_gauge() + metric.has_counter() + metric.has_untyped()
                + metric.has_summary() + metric.has_histogram()
            == 1
            && !metric.has_timestamp_ms() && metric.unknown_fields().empty();
    }

} // namespace

void appendLabels(const wire::Metric& metric, LabelTableBuilder& labels)
{
    for (const wire::LabelPair& label : metric.label()) {
        const quint32 name
            = label.has_name() ? labels.internName(view(label.name())) : labels.internAbsentName();
        labels.addLabel(name, {view(label.value()), label.has_value()});
    }
    labels.endRow();
}

void appendPayload(const wire::Metric& metric, PayloadTable& payloads)
{
    const bool isUsual = holdsOnePayload(metric);
    if (isUsual && metric.has_gauge() && metric.gauge().has_value())
        payloads.appendPlain(Payload::Gauge, metric.gauge().value());
    else if (isUsual && metric.has_counter() && isUsualCounter(metric.counter()))
        appendCounter(metric.counter(), payloads);
    else if (isUsual && metric.has_untyped() && metric.untyped().has_value())
        payloads.appendPlain(Payload::Untyped, metric.untyped().value());
    else if (isUsual && metric.has_summary())
        payloads.appendSummary(summary(metric.summary()));
    else if (isUsual && metric.has_histogram())
        payloads.appendHistogram(histogram(metric.histogram()));
    else
        payloads.appendOdd(oddMetric(metric));
}

} // namespace pushgate::core
