// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/metric_family.h"

#include <random>

namespace pushgate::tests {

/// Makes families of all types and shapes, the same ones for the same seed.
class RandomFamilies {
public:
    explicit RandomFamilies(quint32 seed)
        : m_random(seed)
    {
    }

    /// What the text format can carry without loss; labels are sorted and unique. `name` is part
    /// of the family's name.
    core::MetricFamily forText(const QByteArray& name);
    /// Anything that protobuf can carry and our schema knows, besides unknown fields.
    core::MetricFamily forProtobuf(const QByteArray& name);

private:
    quint32 below(quint32 limit) { return static_cast<quint32>(m_random() % limit); }
    bool oneIn(quint32 times) { return below(times) == 0; }
    template <typename Value>
    std::optional<Value> maybe(Value value)
    {
        return oneIn(4) ? std::nullopt : std::optional(value);
    }

    QByteArray anyText();
    double anyNumber();
    quint64 anyCount() { return m_random() >> below(64); }
    std::vector<core::Label> anyLabels();
    core::MetricFamily::Header anyHeader(const QByteArray& name);

    core::Summary textSummary();
    core::Histogram textHistogram();
    core::OddMetric anyMetric(core::MetricType type);
    core::OddMetric::Plain anyPlain();
    core::Summary anySummary();
    core::Histogram anyHistogram();
    core::NativeHistogram anyNative(size_t bucketCount);
    core::NativeBuckets anySide();
    core::Exemplar anyExemplar();
    std::optional<core::WireTime> anyTime();

    std::mt19937_64 m_random;
};

} // namespace pushgate::tests
