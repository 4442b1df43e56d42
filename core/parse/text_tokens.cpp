// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/text_tokens.h"

#include "core/base/go_quote.h"
#include "core/base/utf8.h"

#include <array>

namespace pushgate::core {

namespace {

    // What a byte may be part of. A quote may begin a name; inside one it ends the bare part.
    constexpr quint8 kMetricStart = 1;
    constexpr quint8 kMetricPart = 2;
    constexpr quint8 kLabelStart = 4;
    constexpr quint8 kLabelPart = 8;
    constexpr quint8 kEndsQuotedRun = 16; // `"`, backslash and line feed

    constexpr std::array<quint8, 256> byteClasses()
    {
        constexpr quint8 kEverywhere = kMetricStart | kMetricPart | kLabelStart | kLabelPart;
        std::array<quint8, 256> classes = {};
        for (size_t c = 'a'; c <= 'z'; ++c) {
            classes[c] = kEverywhere;
            classes[c - 'a' + 'A'] = kEverywhere;
        }
        for (size_t c = '0'; c <= '9'; ++c)
            classes[c] = kMetricPart | kLabelPart;
        classes['_'] = kEverywhere;
        classes[':'] = kMetricStart | kMetricPart;
        classes['"'] = kMetricStart | kLabelStart | kEndsQuotedRun;
        classes['\\'] = kEndsQuotedRun;
        classes['\n'] = kEndsQuotedRun;
        return classes;
    }

    constexpr std::array<quint8, 256> kClasses = byteClasses();

    bool isOf(quint8 byteClass, char c)
    {
        return (kClasses[static_cast<quint8>(c)] & byteClass) != 0;
    }

    /// Appends what the escape stands for whose second byte the cursor is on, and steps over it.
    bool readEscape(TextCursor& cursor, QByteArray& out)
    {
        const char c = cursor.byte();
        if (c != '\\' && c != '"' && c != 'n') {
            QByteArray shown;
            appendUtf8(shown, static_cast<quint8>(c));
            return cursor.fail("invalid escape sequence '\\" + shown + "'");
        }
        out += c == 'n' ? '\n' : c;
        cursor.advance();
        return true;
    }

    /// Bytes and escapes up to the closing quote or the end of the line.
    bool readEscaped(TextCursor& cursor, QByteArray& out)
    {
        for (;;) {
            const char* const begin = cursor.at();
            const char* end = begin;
            while (!isOf(kEndsQuotedRun, *end))
                ++end;
            out.append(begin, end - begin);
            cursor.moveTo(end);
            if (*end != '\\')
                return true;
            cursor.advance();
            if (!readEscape(cursor, out))
                return false;
        }
    }

    /// From the opening quote, with `before` the part of the name in front of it.
    std::optional<TextName> readQuotedName(
        TextCursor& cursor, QByteArrayView before, NameKind kind, UnescapedText& unescaped)
    {
        cursor.advance();
        const char* end = cursor.at();
        while (!isOf(kEndsQuotedRun, *end))
            ++end;
        if (*end == '"' && before.isEmpty()) {
            const QByteArrayView bytes(cursor.at(), end);
            cursor.moveTo(end + 1);
            return TextName{bytes, TextName::Form::Quoted};
        }

        QByteArray text = before.toByteArray();
        if (!readEscaped(cursor, text))
            return std::nullopt;
        if (cursor.atLineEnd()) {
            cursor.fail((kind == NameKind::Metric ? "metric name " : "label name ") + goQuote(text)
                + " contains unescaped new-line");
            return std::nullopt;
        }
        cursor.advance();
        return TextName{unescaped.keep(std::move(text)), TextName::Form::Quoted};
    }

    /// From behind the opening quote, for a value that is not simply there up to the closing one.
    std::optional<QByteArrayView> readOddLabelValue(TextCursor& cursor, UnescapedText& unescaped)
    {
        QByteArray text;
        if (!readEscaped(cursor, text))
            return std::nullopt;
        if (cursor.atLineEnd()) {
            cursor.fail("label value " + goQuote(text) + " contains unescaped new-line");
            return std::nullopt;
        }
        if (!isValidUtf8(text)) {
            cursor.fail("invalid label value " + goQuote(text));
            return std::nullopt;
        }
        return unescaped.keep(std::move(text));
    }

} // namespace

std::optional<TextName> readName(TextCursor& cursor, NameKind kind, UnescapedText& unescaped)
{
    const char* const begin = cursor.at();
    if (!isOf(kind == NameKind::Metric ? kMetricStart : kLabelStart, *begin))
        return TextName{};
    const quint8 part = kind == NameKind::Metric ? kMetricPart : kLabelPart;
    const char* end = begin;
    while (isOf(part, *end))
        ++end;
    cursor.moveTo(end);
    const QByteArrayView bytes(begin, end);
    if (*end == '"')
        return readQuotedName(cursor, bytes, kind, unescaped);
    return TextName{bytes, TextName::Form::Bare};
}

std::optional<QByteArrayView> readLabelValue(TextCursor& cursor, UnescapedText& unescaped)
{
    cursor.advance();
    const char* end = cursor.at();
    quint8 bitsSeen = 0;
    while (!isOf(kEndsQuotedRun, *end))
        bitsSeen = static_cast<quint8>(bitsSeen | static_cast<quint8>(*end++));
    const QByteArrayView bytes(cursor.at(), end);
    const bool isAscii = bitsSeen < 0x80;
    if (*end != '"' || (!isAscii && !isValidUtf8(bytes)))
        return readOddLabelValue(cursor, unescaped);
    cursor.moveTo(end);
    return bytes;
}

std::optional<QByteArray> readHelpText(TextCursor& cursor)
{
    QByteArray text;
    for (;;) {
        if (!readEscaped(cursor, text))
            return std::nullopt;
        if (cursor.atLineEnd())
            return text;
        text += cursor.byte(); // a quote needs no escape here
        cursor.advance();
    }
}

} // namespace pushgate::core
