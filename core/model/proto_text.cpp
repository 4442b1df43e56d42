// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/proto_text.h"

#include "core/base/number_text.h"
#include "core/base/utf8.h"

#include <cmath>

namespace pushgate::core {

namespace {

    constexpr qsizetype kIndent = 2;
    constexpr char32_t kDelete = 0x7F;
    constexpr char32_t kLastC1Control = 0x9F;

    void appendHex(QByteArray& out, char32_t value, int digits)
    {
        out += QByteArray::number(static_cast<uint>(value), 16).rightJustified(digits, '0');
    }

    void appendByteEscape(QByteArray& out, char byte)
    {
        switch (byte) {
        case '"': out += "\\\""; return;
        case '\\': out += "\\\\"; return;
        case '\n': out += "\\n"; return;
        case '\r': out += "\\r"; return;
        case '\t': out += "\\t"; return;
        default: out += "\\x"; appendHex(out, static_cast<quint8>(byte), 2);
        }
    }

    bool isPlainAscii(char32_t c)
    {
        return c >= ' ' && c < kDelete && c != '"' && c != '\\';
    }

    void appendQuoted(QByteArray& out, QByteArrayView bytes)
    {
        out += '"';
        for (const CodePoint& point : CodePoints(bytes)) {
            const bool invalid = point.origin == CodePoint::Origin::InvalidByte;
            if (invalid || (point.length == 1 && !isPlainAscii(point.value))) {
                appendByteEscape(out, bytes[point.offset]);
            } else if (point.length > 1 && point.value <= kLastC1Control) {
                out += "\\u";
                appendHex(out, point.value, 4);
            } else {
                out += bytes.sliced(point.offset, point.length);
            }
        }
        out += '"';
    }

    QByteArray numberText(double value)
    {
        if (std::isnan(value))
            return "nan";
        if (std::isinf(value))
            return value > 0 ? "inf" : "-inf";
        QByteArray text;
        appendGoNumber(text, value, NegativeZero::Signed);
        return text;
    }

} // namespace

void ProtoText::bytes(QByteArrayView name, QByteArrayView value)
{
    beginField(name);
    appendQuoted(m_out, value);
    m_last = Last::Field;
}

void ProtoText::word(QByteArrayView name, QByteArrayView value)
{
    beginField(name);
    m_out += value;
    m_last = Last::Field;
}

void ProtoText::number(QByteArrayView name, const std::optional<double>& value)
{
    if (value)
        word(name, numberText(*value));
}

void ProtoText::open(QByteArrayView name)
{
    beginField(name);
    m_out += '{';
    ++m_depth;
    m_last = Last::Opened;
}

void ProtoText::close()
{
    --m_depth;
    if (m_layout == Layout::Indented && m_last != Last::Opened)
        breakLine();
    m_out += '}';
    m_last = Last::Field;
}

void ProtoText::beginField(QByteArrayView name)
{
    if (m_layout == Layout::Indented) {
        if (m_last != Last::Nothing)
            breakLine();
        m_out += name;
        m_out += ":  ";
    } else {
        if (m_last == Last::Field)
            m_out += "  ";
        m_out += name;
        m_out += ':';
    }
}

void ProtoText::breakLine()
{
    m_out += '\n';
    m_out.append(m_depth * kIndent, ' ');
}

} // namespace pushgate::core
