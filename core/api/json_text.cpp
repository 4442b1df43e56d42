// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/json_text.h"

#include "core/base/utf8.h"

#include <QtGlobal>

#include <charconv>
#include <cstring>
#include <string_view>

namespace pushgate::core {

namespace {

    constexpr qsizetype kWord = sizeof(quint64);
    constexpr char32_t kLineSeparator = 0x2028;
    constexpr char32_t kParagraphSeparator = 0x2029;

    constexpr quint64 repeated(unsigned byte)
    {
        return 0x0101010101010101U * byte;
    }

    /// The high bit of each byte below `limit` is set, and maybe that of bytes above such a one;
    /// bytes from 0x80 up do not count.
    constexpr quint64 below(quint64 word, unsigned limit)
    {
        return (word - repeated(limit)) & ~word & repeated(0x80);
    }

    constexpr quint64 equal(quint64 word, char byte)
    {
        return below(word ^ repeated(static_cast<quint8>(byte)), 1);
    }

    constexpr bool isPlain(quint64 word)
    {
        return ((word & repeated(0x80)) | below(word, ' ') | equal(word, '"') | equal(word, '\\')
                   | equal(word, '<') | equal(word, '>') | equal(word, '&'))
            == 0;
    }

    char* writeHexEscape(char* out, char32_t value)
    {
        constexpr std::string_view kDigits = "0123456789abcdef";
        *out++ = '\\';
        *out++ = 'u';
        for (int shift = 12; shift >= 0; shift -= 4)
            *out++ = kDigits[(value >> shift) & 0xF];
        return out;
    }

    char* writeAscii(char* out, char c)
    {
        char letter = 0;
        switch (c) {
        case '"':
        case '\\': letter = c; break;
        case '\b': letter = 'b'; break;
        case '\f': letter = 'f'; break;
        case '\n': letter = 'n'; break;
        case '\r': letter = 'r'; break;
        case '\t': letter = 't'; break;
        case '<':
        case '>':
        case '&': return writeHexEscape(out, static_cast<char32_t>(c));
        default:
            if (c < ' ')
                return writeHexEscape(out, static_cast<char32_t>(c));
            *out++ = c;
            return out;
        }
        *out++ = '\\';
        *out++ = letter;
        return out;
    }

    char* writeCodePoint(char* out, const CodePoint& point, const char* bytes)
    {
        if (point.origin == CodePoint::Origin::InvalidByte || point.value == kLineSeparator
            || point.value == kParagraphSeparator)
            return writeHexEscape(out, point.value);
        std::memcpy(out, bytes, static_cast<size_t>(point.length));
        return out + point.length;
    }

} // namespace

char* writeJsonString(char* out, QByteArrayView text)
{
    *out++ = '"';
    for (qsizetype at = 0; at < text.size();) {
        if (text.size() - at >= kWord) {
            quint64 word = 0;
            std::memcpy(&word, text.data() + at, sizeof word);
            if (isPlain(word)) {
                std::memcpy(out, &word, sizeof word);
                out += kWord;
                at += kWord;
                continue;
            }
        }
        const char c = text[at];
        if (static_cast<quint8>(c) < 0x80) {
            out = writeAscii(out, c);
            ++at;
        } else {
            const CodePoint point = codePointAt(text, at);
            out = writeCodePoint(out, point, text.data() + at);
            at += point.length;
        }
    }
    *out++ = '"';
    return out;
}

QByteArray jsonString(QByteArrayView text)
{
    QByteArray json(mostJsonStringBytes(text.size()), Qt::Uninitialized);
    json.truncate(writeJsonString(json.data(), text) - json.constData());
    json.squeeze();
    return json;
}

char* writeJsonNumber(char* out, double value)
{
    *out++ = '"';
    out = writeGoNumber(out, value, NegativeZero::Signed);
    *out++ = '"';
    return out;
}

char* writeJsonNumber(char* out, quint64 value)
{
    *out++ = '"';
    out = std::to_chars(out, out + kMaxGoNumberChars, value).ptr;
    *out++ = '"';
    return out;
}

} // namespace pushgate::core
