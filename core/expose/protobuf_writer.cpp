// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expose/protobuf_writer.h"

#include "core/expose/metric_wire.h"

#include <cstring>

namespace pushgate::core {

namespace {

    // Tags of fields that hold bytes: field number times eight plus two.
    constexpr char kMetricTag = 0x22; // MetricFamily 4
    constexpr char kLabelTag = 0x0A; // Metric 1
    constexpr char kValueTag = 0x12; // LabelPair 2

    char* writeBytes(char* out, QByteArrayView bytes)
    {
        if (!bytes.isEmpty())
            std::memcpy(out, bytes.data(), static_cast<size_t>(bytes.size()));
        return out + bytes.size();
    }

    char* writeLength(char* out, qsizetype length)
    {
        return writeVarint(out, static_cast<quint64>(length));
    }

    /// Tag, length and bytes of a field whose tag takes one byte.
    qsizetype fieldSize(qsizetype length)
    {
        return 1 + varintLength(static_cast<quint64>(length)) + length;
    }

    bool hasNameToEscape(const Metric& metric, Escaping escaping)
    {
        for (const LabelView& label : metric.labels()) {
            if (escapeName(label.name.toByteArray(), escaping) != label.name)
                return true;
        }
        return false;
    }

} // namespace

QByteArray ProtobufWriter::NameField::operator()(const QByteArray& name) const
{
    WireMessage field;
    field.bytesField(1, escapeName(name, escaping));
    return field.bytes();
}

ProtobufWriter::ProtobufWriter(Escaping escaping)
    : m_escaping(escaping)
    , m_nameFields(NameField{escaping})
{
}

void ProtobufWriter::begin(const MetricFamily::Header& shown)
{
    m_header.clear();
    m_header.bytesField(1, escapeName(shown.name, m_escaping));
    if (shown.help)
        m_header.bytesField(2, *shown.help);
    if (shown.declaredType)
        m_header.integerField(3, std::optional(static_cast<qint32>(*shown.declaredType)));
}

void ProtobufWriter::writeHead(Segments& out, qint64 metricsBytes)
{
    const qsizetype headerBytes = m_header.bytes().size();
    char* const at = out.room(kMaxVarintBytes + headerBytes);
    out.advance(writeBytes(writeLength(at, headerBytes + metricsBytes), m_header.bytes()));
}

void ProtobufWriter::writeTail(Segments& /*out*/)
{
    // The length in front says where a family ends.
}

void ProtobufWriter::writeMetrics(Segments& out, const MetricFamily& family)
{
    m_nameFields.prepare(family.labels());
    for (size_t row = 0; row < family.metricCount(); ++row) {
        const Metric metric = family.metric(row);
        readPayload(metric);
        const qsizetype size = readLabels(metric) + m_payload.bytes().size();
        char* at = out.room(fieldSize(size));
        *at++ = kMetricTag;
        at = writeLength(at, size);
        at = writeLabels(at);
        out.advance(writeBytes(at, m_payload.bytes()));
    }
}

qsizetype ProtobufWriter::readLabels(const Metric& metric)
{
    qsizetype size = 0;
    m_labels.clear();
    for (const LabelView& label : metric.labels()) {
        LabelField field{{}, label.value, label.valueGiven, 0};
        if (label.nameGiven)
            field.nameField = m_nameFields[label.nameIndex];
        field.size
            = field.nameField.size() + (field.valueGiven ? fieldSize(field.value.size()) : 0);
        size += fieldSize(field.size);
        m_labels.push_back(field);
    }
    return size;
}

void ProtobufWriter::readPayload(const Metric& metric)
{
    m_payload.clear();
    appendPayload(m_payload, metric);
    if (metric.odd() && !metric.odd()->unknownFields.isEmpty()
        && !hasNameToEscape(metric, m_escaping))
        m_payload.append(metric.odd()->unknownFields);
}

char* ProtobufWriter::writeLabels(char* out) const
{
    for (const LabelField& label : m_labels) {
        *out++ = kLabelTag;
        out = writeLength(out, label.size);
        out = writeBytes(out, label.nameField);
        if (label.valueGiven) {
            *out++ = kValueTag;
            out = writeLength(out, label.value.size());
            out = writeBytes(out, label.value);
        }
    }
    return out;
}

} // namespace pushgate::core
