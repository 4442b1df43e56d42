// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/random_families.h"

#include "core/base/utf8.h"
#include "tests/support/family_builder.h"

#include <limits>

namespace pushgate::tests {

using namespace core;

namespace {

    constexpr quint64 kExactInDoubles = quint64(1) << 53;
    constexpr double kInfinity = std::numeric_limits<double>::infinity();

} // namespace

MetricFamily RandomFamilies::forText(const QByteArray& name)
{
    MetricFamily::Header header = anyHeader(name);
    header.declaredType = static_cast<MetricType>(below(5));
    while (header.help && (header.help->startsWith(' ') || header.help->startsWith('\t')))
        header.help->remove(0, 1); // blanks before the help belong to the format
    if (header.help && header.help->isEmpty())
        header.help.reset(); // empty help is read as none
    FamilyBuilder builder(header);
    for (quint32 row = 0; row <= below(6); ++row) {
        std::vector<Label> labels = anyLabels();
        // Written bare, as the reference does, but not read back, neither by the reference.
        std::erase_if(labels, [](const Label& label) { return label.name.contains(':'); });
        labels.push_back({"row", QByteArray::number(row)});
        if (header.declaredType == MetricType::Summary)
            builder.summary(labels, textSummary());
        else if (header.declaredType == MetricType::Histogram)
            builder.histogram(labels, textHistogram());
        else
            builder.plain(labels, anyNumber());
    }
    return builder.build();
}

MetricFamily RandomFamilies::forProtobuf(const QByteArray& name)
{
    MetricFamily::Header header = anyHeader(name);
    header.declaredType = maybe(static_cast<MetricType>(below(kMetricTypeCount)));
    const MetricType type = header.declaredType.value_or(MetricType::Counter);
    FamilyBuilder builder(header);
    for (quint32 row = below(6); row > 0; --row)
        builder.odd(anyLabels(), anyMetric(type));
    return builder.build();
}

QByteArray RandomFamilies::anyText()
{
    QByteArray text;
    for (quint32 i = below(12); i > 0; --i) {
        const auto point = static_cast<char32_t>(below(oneIn(4) ? 0x11'0000 : 0x80));
        appendUtf8(text, isUnicodeScalar(point) ? point : U'?');
    }
    return text;
}

double RandomFamilies::anyNumber()
{
    switch (below(8)) {
    case 0: return kInfinity;
    case 1: return -kInfinity;
    case 2: return std::numeric_limits<double>::quiet_NaN();
    case 3: return below(2'000'000);
    case 4: return -static_cast<double>(1 + below(1000)) / 8;
    default:
        return std::ldexp(static_cast<double>(m_random()), static_cast<int>(below(2000)) - 1100);
    }
}

std::vector<Label> RandomFamilies::anyLabels()
{
    std::vector<Label> labels;
    for (const char* const name : {"a", "b.c", "d:e", "\xC3\xA9t\xC3\xA9", "quote\"d", "zone"}) {
        if (oneIn(3))
            labels.push_back({name, anyText()});
    }
    return labels;
}

MetricFamily::Header RandomFamilies::anyHeader(const QByteArray& name)
{
    const QByteArray prefixes[] = {"plain_", "with.dot_", "with:colon_", "\xC3\xA9_", "b\"c\\"};
    return {prefixes[below(5)] + name, maybe(anyText()), std::nullopt};
}

Summary RandomFamilies::textSummary()
{
    Summary summary{below(2'000'000), anyNumber(), {}, {}};
    for (quint32 i = 0; i < below(4); ++i)
        summary.quantiles.push_back({i / 8.0, anyNumber()});
    return summary;
}

Histogram RandomFamilies::textHistogram()
{
    Histogram histogram{anyCount() % kExactInDoubles, {}, anyNumber(), {}, nullptr};
    for (quint32 i = 0; i < below(5); ++i)
        histogram.buckets.push_back({anyCount() % kExactInDoubles, {}, i * 1.5});
    histogram.buckets.push_back({histogram.sampleCount, {}, kInfinity});
    return histogram;
}

OddMetric RandomFamilies::anyMetric(MetricType type)
{
    OddMetric metric;
    if (oneIn(3))
        metric.gauge = OddMetric::Plain{maybe(anyNumber()), {}, {}};
    if (oneIn(3))
        metric.counter = anyPlain();
    if (oneIn(3))
        metric.untyped = OddMetric::Plain{maybe(anyNumber()), {}, {}};
    if (oneIn(3))
        metric.summary = anySummary();
    if (oneIn(3) || type == MetricType::GaugeHistogram)
        metric.histogram = anyHistogram();
    if (oneIn(3))
        metric.timestampMs = static_cast<qint64>(m_random());
    if (oneIn(3))
        metric.unknownFields = QByteArray::fromHex("98067b") + QByteArray::fromHex("f20603616263");
    return metric;
}

OddMetric::Plain RandomFamilies::anyPlain()
{
    OddMetric::Plain plain{maybe(anyNumber()), {}, anyTime()};
    if (oneIn(2))
        plain.exemplar = anyExemplar();
    return plain;
}

Summary RandomFamilies::anySummary()
{
    Summary summary{maybe(anyCount()), maybe(anyNumber()), {}, anyTime()};
    for (quint32 i = below(5); i > 0; --i)
        summary.quantiles.push_back({maybe(anyNumber()), maybe(anyNumber())});
    return summary;
}

Histogram RandomFamilies::anyHistogram()
{
    Histogram histogram{maybe(anyCount()), maybe(anyNumber()), maybe(anyNumber()), {}, nullptr};
    for (quint32 i = below(5); i > 0; --i)
        histogram.buckets.push_back({maybe(anyCount()), maybe(anyNumber()), maybe(anyNumber())});
    if (oneIn(2))
        histogram.native
            = std::make_shared<const NativeHistogram>(anyNative(histogram.buckets.size()));
    return histogram;
}

NativeHistogram RandomFamilies::anyNative(size_t bucketCount)
{
    NativeHistogram native;
    native.schema = maybe(static_cast<qint32>(below(100)) - 60);
    native.zeroThreshold = maybe(anyNumber());
    native.zeroCount = maybe(anyCount());
    native.zeroCountFloat = maybe(anyNumber());
    native.negative = anySide();
    native.positive = anySide();
    native.created = anyTime();
    for (quint32 i = below(3); i > 0; --i)
        native.exemplars.push_back(anyExemplar());
    for (size_t bucket = 0; bucket < bucketCount; ++bucket) {
        if (oneIn(3))
            native.bucketExemplars.emplace_back(bucket, anyExemplar());
    }
    return native;
}

NativeBuckets RandomFamilies::anySide()
{
    NativeBuckets side;
    for (quint32 i = below(4); i > 0; --i)
        side.spans.push_back({maybe(static_cast<qint32>(m_random())), maybe(below(5))});
    for (quint32 i = below(4); i > 0; --i)
        side.deltas.push_back(static_cast<qint64>(anyCount()));
    for (quint32 i = below(4); i > 0; --i)
        side.counts.push_back(anyNumber());
    return side;
}

Exemplar RandomFamilies::anyExemplar()
{
    return {anyLabels(), maybe(anyNumber()), anyTime()};
}

std::optional<WireTime> RandomFamilies::anyTime()
{
    if (oneIn(2))
        return std::nullopt;
    return WireTime{maybe(static_cast<qint64>(m_random())), maybe(static_cast<qint32>(m_random()))};
}

} // namespace pushgate::tests
