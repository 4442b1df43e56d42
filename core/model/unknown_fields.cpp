// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/unknown_fields.h"

#include "core/base/varint.h"

#include <QtEndian>

#include <optional>

namespace pushgate::core {

namespace {

    enum WireType { VarintType, Fixed64Type, BytesType, GroupStart, GroupEnd, Fixed32Type };

    /// Takes values off the front of protobuf's wire format; nothing where it is malformed.
    class WireReader {
    public:
        explicit WireReader(QByteArrayView wire)
            : m_rest(wire)
        {
        }
        bool atEnd() const { return m_rest.isEmpty(); }

        std::optional<quint64> varint()
        {
            const auto varint = readVarint(m_rest);
            if (!varint)
                return std::nullopt;
            m_rest = m_rest.sliced(varint->length);
            return varint->value;
        }

        template <typename Integer>
        std::optional<quint64> fixed()
        {
            if (m_rest.size() < qsizetype(sizeof(Integer)))
                return std::nullopt;
            const auto value = qFromLittleEndian<Integer>(m_rest.data());
            m_rest = m_rest.sliced(sizeof(Integer));
            return value;
        }

        std::optional<QByteArrayView> bytes()
        {
            const auto size = varint();
            if (!size || *size > static_cast<quint64>(m_rest.size()))
                return std::nullopt;
            const auto taken = m_rest.first(static_cast<qsizetype>(*size));
            m_rest = m_rest.sliced(taken.size());
            return taken;
        }

    private:
        QByteArrayView m_rest;
    };

    template <typename Integer>
    bool writeFixed(ProtoText& text, QByteArrayView name, WireReader& reader)
    {
        const auto value = reader.fixed<Integer>();
        if (value)
            text.word(name, "0x" + QByteArray::number(*value, 16));
        return value.has_value();
    }

    bool writeVarint(ProtoText& text, QByteArrayView name, WireReader& reader)
    {
        const auto value = reader.varint();
        text.integer(name, value);
        return value.has_value();
    }

    bool writeBytes(ProtoText& text, QByteArrayView name, WireReader& reader)
    {
        const auto value = reader.bytes();
        if (value)
            text.bytes(name, *value);
        return value.has_value();
    }

    bool writeField(ProtoText& text, quint64 tag, WireReader& reader)
    {
        const QByteArray name = QByteArray::number(tag >> 3);
        switch (tag & 7) {
        case VarintType: return writeVarint(text, name, reader);
        case Fixed64Type: return writeFixed<quint64>(text, name, reader);
        case BytesType: return writeBytes(text, name, reader);
        case Fixed32Type: return writeFixed<quint32>(text, name, reader);
        default: return false;
        }
    }

} // namespace

void writeUnknownFields(ProtoText& text, QByteArrayView wire)
{
    WireReader reader(wire);
    int openGroups = 0;
    while (!reader.atEnd()) {
        const auto tag = reader.varint();
        if (!tag)
            break;
        if ((*tag & 7) == GroupStart) {
            text.open(QByteArray::number(*tag >> 3));
            ++openGroups;
        } else if ((*tag & 7) == GroupEnd) {
            if (openGroups == 0)
                break;
            text.close();
            --openGroups;
        } else if (!writeField(text, *tag, reader)) {
            break;
        }
    }
    for (; openGroups > 0; --openGroups)
        text.close();
}

} // namespace pushgate::core
