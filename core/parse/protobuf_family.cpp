// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/protobuf_family.h"

#include "core/base/go_quote.h"
#include "core/parse/plain_metric.h"
#include "core/parse/protobuf_metric.h"

#include <cstdint>
#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/wire_format_lite.h>

namespace pushgate::core {

namespace {

    using google::protobuf::internal::WireFormatLite;
    using google::protobuf::io::CodedInputStream;

    // Field number times eight plus the wire type.
    constexpr quint32 kNameTag = (1 << 3) | WireFormatLite::WIRETYPE_LENGTH_DELIMITED;
    constexpr quint32 kHelpTag = (2 << 3) | WireFormatLite::WIRETYPE_LENGTH_DELIMITED;
    constexpr quint32 kTypeTag = (3 << 3) | WireFormatLite::WIRETYPE_VARINT;
    constexpr quint32 kMetricTag = (4 << 3) | WireFormatLite::WIRETYPE_LENGTH_DELIMITED;

    Error malformed()
    {
        return badRequest("proto: cannot parse invalid wire-format data");
    }

    /// The bytes behind a length; nothing if there are fewer.
    std::optional<QByteArrayView> readBytes(CodedInputStream& in)
    {
        std::uint64_t length = 0;
        if (!in.ReadVarint64(&length))
            return std::nullopt;
        const void* data = nullptr;
        int left = 0;
        in.GetDirectBufferPointerInline(&data, &left);
        if (length > static_cast<std::uint64_t>(left))
            return std::nullopt;
        in.Skip(static_cast<int>(length));
        return QByteArrayView(static_cast<const char*>(data), static_cast<qsizetype>(length));
    }

} // namespace

Status ProtobufFamily::read(QByteArrayView message, wire::Metric& scratch)
{
    const auto size = static_cast<int>(message.size());
    CodedInputStream in(reinterpret_cast<const std::uint8_t*>(message.data()), size);
    while (in.CurrentPosition() < size) {
        const quint32 tag = in.ReadTagNoLastTag();
        if (tag == 0 || !readField(tag, in, scratch))
            return malformed();
    }
    return ok();
}

bool ProtobufFamily::readField(quint32 tag, Stream& in, wire::Metric& scratch)
{
    if (tag == kTypeTag)
        return readType(in);
    if (WireFormatLite::GetTagWireType(tag) != WireFormatLite::WIRETYPE_LENGTH_DELIMITED)
        return WireFormatLite::SkipField(&in, tag);
    const auto bytes = readBytes(in);
    if (!bytes)
        return false;
    switch (tag) {
    case kNameTag: m_header.name = bytes->toByteArray(); return true;
    case kHelpTag: m_header.help = bytes->toByteArray(); return true;
    case kMetricTag: return addMetric(*bytes, scratch);
    default: return WireFormatLite::GetTagFieldNumber(tag) != 0;
    }
}

bool ProtobufFamily::readType(Stream& in)
{
    std::uint64_t number = 0;
    if (!in.ReadVarint64(&number))
        return false;
    m_typeNumber = static_cast<qint32>(number); // longer ones are cut off, as in every enumeration
    m_header.declaredType = metricTypeFromNumber(m_typeNumber);
    return true;
}

bool ProtobufFamily::addMetric(QByteArrayView message, wire::Metric& scratch)
{
    if (const auto plain = readPlainMetric(message)) {
        for (const PlainMetric::Label& label : plain->labels)
            m_labels.addLabel(label.name, label.value);
        m_labels.endRow();
        m_payloads.appendPlain(plain->kind, plain->value);
        return true;
    }
    if (!scratch.ParseFromArray(message.data(), static_cast<int>(message.size())))
        return false;
    appendLabels(scratch, m_labels);
    appendPayload(scratch, m_payloads);
    return true;
}

Result<MetricFamily> ProtobufFamily::finish() &&
{
    if (const auto error = objection())
        return *error;
    if (!m_labels.fits())
        return tooLarge("the labels of the metrics named " + goQuote(name()) + " are too long");
    m_payloads.shrink();
    return MetricFamily(std::move(m_header), std::move(m_labels).finish(), std::move(m_payloads));
}

/// Why the family could not be shown in a scrape.
std::optional<Error> ProtobufFamily::objection() const
{
    const auto refused = [this](const QByteArray& why) {
        return badRequest("metric family " + goQuote(name()) + why);
    };
    if (name().isEmpty() && m_payloads.rowCount() > 0)
        return refused(" has metrics but no name");
    const auto type = metricTypeFromNumber(m_typeNumber);
    if (!type)
        return refused(" has the unknown type " + QByteArray::number(m_typeNumber));
    if (type == MetricType::GaugeHistogram && m_payloads.countLacking(Payload::Histogram) > 0)
        return refused(" is a gauge histogram, but one of its metrics is none");
    return std::nullopt;
}

} // namespace pushgate::core
