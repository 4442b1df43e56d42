// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/payload_table.h"

#include <algorithm>
#include <bit>

namespace pushgate::core {

namespace {

    constexpr quint8 bit(Payload kind)
    {
        return static_cast<quint8>(kind);
    }

    quint8 shapeOf(const OddMetric& metric)
    {
        quint8 shape = 0;
        const auto note = [&shape](bool present, Payload kind) {
            if (present)
                shape = static_cast<quint8>(shape | bit(kind));
        };
        note(metric.gauge.has_value(), Payload::Gauge);
        note(metric.counter.has_value(), Payload::Counter);
        note(metric.untyped.has_value(), Payload::Untyped);
        note(metric.summary.has_value(), Payload::Summary);
        note(metric.histogram.has_value(), Payload::Histogram);
        return shape;
    }

    /// Payloads may be there, but nothing is in them or beside them.
    bool holdsNothing(const OddMetric& metric)
    {
        const auto isEmpty = [](const std::optional<OddMetric::Plain>& plain) {
            return !plain || (!plain->value && !plain->exemplar && !plain->created);
        };
        return isEmpty(metric.gauge) && isEmpty(metric.counter) && isEmpty(metric.untyped)
            && !metric.summary && !metric.histogram && !metric.timestampMs
            && metric.unknownFields.isEmpty();
    }

    const std::optional<OddMetric::Plain>& plainOf(const OddMetric& metric, Payload kind)
    {
        if (kind == Payload::Gauge)
            return metric.gauge;
        return kind == Payload::Counter ? metric.counter : metric.untyped;
    }

} // namespace

void PayloadTable::appendPlain(Payload kind, double value)
{
    m_shapes.push_back(bit(kind));
    m_slots.push_back(std::bit_cast<quint64>(value));
}

void PayloadTable::appendCounter(double value, const WireTime& created)
{
    m_shapes.push_back(bit(Payload::Counter) | kCreated);
    m_slots.push_back(m_created.size());
    m_created.push_back({value, created});
}

void PayloadTable::appendSummary(Summary summary)
{
    m_shapes.push_back(bit(Payload::Summary));
    m_slots.push_back(m_summaries.size());
    m_summaries.push_back(std::move(summary));
}

void PayloadTable::appendHistogram(Histogram histogram)
{
    m_shapes.push_back(bit(Payload::Histogram));
    m_slots.push_back(m_histograms.size());
    m_histograms.push_back(std::move(histogram));
}

void PayloadTable::appendOdd(OddMetric metric)
{
    const quint8 shape = shapeOf(metric);
    if (holdsNothing(metric)) {
        m_shapes.push_back(shape | kValueless);
        m_slots.push_back(0);
        return;
    }
    m_shapes.push_back(shape | kOdd);
    m_slots.push_back(m_odd.size());
    m_odd.push_back(std::move(metric));
}

bool PayloadTable::has(size_t row, Payload kind) const
{
    return (m_shapes[row] & bit(kind)) != 0;
}

std::optional<double> PayloadTable::plain(size_t row, Payload kind) const
{
    if (!has(row, kind) || is(row, kValueless))
        return std::nullopt;
    if (is(row, kOdd))
        return plainOf(m_odd[m_slots[row]], kind)->value;
    return is(row, kCreated) ? m_created[m_slots[row]].value : std::bit_cast<double>(m_slots[row]);
}

std::optional<WireTime> PayloadTable::counterCreated(size_t row) const
{
    if (is(row, kCreated))
        return m_created[m_slots[row]].created;
    if (!is(row, kOdd) || !has(row, Payload::Counter))
        return std::nullopt;
    return m_odd[m_slots[row]].counter->created;
}

const Exemplar* PayloadTable::counterExemplar(size_t row) const
{
    if (!is(row, kOdd) || !has(row, Payload::Counter))
        return nullptr;
    const auto& exemplar = m_odd[m_slots[row]].counter->exemplar;
    return exemplar ? &*exemplar : nullptr;
}

const Summary* PayloadTable::summary(size_t row) const
{
    if (!has(row, Payload::Summary))
        return nullptr;
    if (!is(row, kOdd))
        return &m_summaries[m_slots[row]];
    return &*m_odd[m_slots[row]].summary;
}

const Histogram* PayloadTable::histogram(size_t row) const
{
    if (!has(row, Payload::Histogram))
        return nullptr;
    if (!is(row, kOdd))
        return &m_histograms[m_slots[row]];
    return &*m_odd[m_slots[row]].histogram;
}

const OddMetric* PayloadTable::odd(size_t row) const
{
    return is(row, kOdd) ? &m_odd[m_slots[row]] : nullptr;
}

quint32 PayloadTable::countLacking(Payload kind) const
{
    return static_cast<quint32>(std::count_if(m_shapes.begin(), m_shapes.end(),
        [kind](quint8 shape) { return (shape & bit(kind)) == 0; }));
}

Summary* PayloadTable::editSummary(size_t row)
{
    return const_cast<Summary*>(summary(row));
}

Histogram* PayloadTable::editHistogram(size_t row)
{
    return const_cast<Histogram*>(histogram(row));
}

void PayloadTable::reorder(std::span<const quint32> order)
{
    Q_ASSERT(order.size() == rowCount());
    decltype(m_shapes) shapes;
    decltype(m_slots) places; // they move along: what they point to stays where it is
    shapes.reserve(order.size());
    places.reserve(order.size());
    for (const quint32 row : order) {
        shapes.push_back(m_shapes[row]);
        places.push_back(m_slots[row]);
    }
    m_shapes = std::move(shapes);
    m_slots = std::move(places);
}

PayloadTable PayloadTable::selected(std::span<const quint32> rows) const
{
    PayloadTable table;
    const auto copyInto = [](auto& into, const auto& from, quint64 slot) {
        into.push_back(from[slot]);
        return static_cast<quint64>(into.size() - 1);
    };
    for (const quint32 row : rows) {
        quint64 slot = m_slots[row];
        if (is(row, kOdd))
            slot = copyInto(table.m_odd, m_odd, slot);
        else if (is(row, kCreated))
            slot = copyInto(table.m_created, m_created, slot);
        else if (!is(row, kValueless) && has(row, Payload::Summary))
            slot = copyInto(table.m_summaries, m_summaries, slot);
        else if (!is(row, kValueless) && has(row, Payload::Histogram))
            slot = copyInto(table.m_histograms, m_histograms, slot);
        table.m_shapes.push_back(m_shapes[row]);
        table.m_slots.push_back(slot);
    }
    return table;
}

OddMetric PayloadTable::takeOutOfFlat(size_t row)
{
    OddMetric metric;
    if (has(row, Payload::Gauge))
        metric.gauge = {plain(row, Payload::Gauge), {}, {}};
    if (has(row, Payload::Counter))
        metric.counter = {plain(row, Payload::Counter), {}, counterCreated(row)};
    if (has(row, Payload::Untyped))
        metric.untyped = {plain(row, Payload::Untyped), {}, {}};
    if (has(row, Payload::Summary))
        metric.summary = std::move(m_summaries[m_slots[row]]);
    if (has(row, Payload::Histogram))
        metric.histogram = std::move(m_histograms[m_slots[row]]);
    return metric;
}

void PayloadTable::setTimestamp(size_t row, qint64 timestampMs)
{
    if (!is(row, kOdd)) {
        m_odd.push_back(takeOutOfFlat(row));
        m_shapes[row] = shapeOf(m_odd.back()) | kOdd;
        m_slots[row] = m_odd.size() - 1;
    }
    m_odd[m_slots[row]].timestampMs = timestampMs;
}

void PayloadTable::shrink()
{
    m_shapes.shrink_to_fit();
    m_slots.shrink_to_fit();
    m_summaries.shrink_to_fit();
    m_histograms.shrink_to_fit();
    m_created.shrink_to_fit();
    m_odd.shrink_to_fit();
    for (Summary& summary : m_summaries)
        summary.quantiles.shrink_to_fit();
    for (Histogram& histogram : m_histograms)
        histogram.buckets.shrink_to_fit();
}

size_t PayloadTable::memoryBytes() const
{
    size_t bytes = m_shapes.capacity() + m_slots.capacity() * sizeof(quint64)
        + m_summaries.capacity() * sizeof(Summary) + m_histograms.capacity() * sizeof(Histogram)
        + m_created.capacity() * sizeof(CreatedCounter) + m_odd.capacity() * sizeof(OddMetric);
    for (const Summary& summary : m_summaries)
        bytes += summary.quantiles.capacity() * sizeof(Quantile);
    for (const Histogram& histogram : m_histograms)
        bytes += histogram.buckets.capacity() * sizeof(Bucket);
    return bytes;
}

} // namespace pushgate::core
