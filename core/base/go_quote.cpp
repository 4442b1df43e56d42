// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/go_quote.h"

#include "core/base/utf8.h"

#include <QChar>

#include <cstdint>

namespace pushgate::core {

namespace {

    bool isPrintable(char32_t value)
    {
        if (value < 0x7F)
            return value >= ' ';
        switch (QChar::category(value)) {
        case QChar::Separator_Space:
        case QChar::Separator_Line:
        case QChar::Separator_Paragraph:
        case QChar::Other_Control:
        case QChar::Other_Format:
        case QChar::Other_Surrogate:
        case QChar::Other_PrivateUse:
        case QChar::Other_NotAssigned: return false;
        default: return true; // letters, marks, numbers, punctuation, symbols
        }
    }

    /// The letter after the backslash, or 0.
    char shortEscape(char32_t value)
    {
        constexpr QByteArrayView kLetters = "abtnvfr"; // of U+0007 to U+000D
        return value >= 7 && value <= 13 ? kLetters[value - 7] : '\0';
    }

    void appendHex(QByteArray& out, char32_t value, int digits)
    {
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4)
            out += "0123456789abcdef"[(value >> shift) & 0xF];
    }

    void appendEscape(QByteArray& out, char32_t value)
    {
        out += '\\';
        if (const char letter = shortEscape(value)) {
            out += letter;
        } else if (value < 0x80) {
            out += 'x';
            appendHex(out, value, 2);
        } else if (value < 0x10000) {
            out += 'u';
            appendHex(out, value, 4);
        } else {
            out += 'U';
            appendHex(out, value, 8);
        }
    }

    void appendQuoted(QByteArray& out, char32_t value, char quote)
    {
        if (value == static_cast<char32_t>(quote) || value == '\\') {
            out += '\\';
            out += static_cast<char>(value);
        } else if (isPrintable(value)) {
            appendUtf8(out, value);
        } else {
            appendEscape(out, value);
        }
    }

} // namespace

QByteArray goQuote(QByteArrayView bytes)
{
    QByteArray out;
    out.reserve(bytes.size() + 2);
    out += '"';
    for (const CodePoint& point : CodePoints(bytes)) {
        if (point.origin == CodePoint::Origin::InvalidByte) {
            out += "\\x";
            appendHex(out, static_cast<std::uint8_t>(bytes[point.offset]), 2);
        } else {
            appendQuoted(out, point.value, '"');
        }
    }
    out += '"';
    return out;
}

QByteArray goQuoteByte(char byte)
{
    QByteArray out("'");
    appendQuoted(out, static_cast<std::uint8_t>(byte), '\'');
    out += '\'';
    return out;
}

} // namespace pushgate::core
