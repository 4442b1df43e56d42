// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/utf8.h"

#include <cstdint>

namespace pushgate::core {

namespace {

    /// What a first byte promises.
    struct Lead {
        qsizetype length; // 0: begins no sequence
        std::uint8_t lowestSecond; // keeps out longer forms than needed, and surrogates
        std::uint8_t highestSecond;
        std::uint8_t valueBits;
    };

    Lead leadOf(std::uint8_t byte)
    {
        if (byte < 0x80)
            return {1, 0, 0, 0x7F};
        if (byte < 0xC2)
            return {0, 0, 0, 0};
        if (byte < 0xE0)
            return {2, 0x80, 0xBF, 0x1F};
        if (byte < 0xF0)
            return {3, std::uint8_t(byte == 0xE0 ? 0xA0 : 0x80),
                std::uint8_t(byte == 0xED ? 0x9F : 0xBF), 0x0F};
        if (byte < 0xF5)
            return {4, std::uint8_t(byte == 0xF0 ? 0x90 : 0x80),
                std::uint8_t(byte == 0xF4 ? 0x8F : 0xBF), 0x07};
        return {0, 0, 0, 0};
    }

    char continuation(char32_t value, unsigned shift)
    {
        return static_cast<char>(0x80 | ((value >> shift) & 0x3F));
    }

} // namespace

bool isValidUtf8(QByteArrayView bytes)
{
    return bytes.isValidUtf8();
}

CodePoint codePointAt(QByteArrayView bytes, qsizetype offset)
{
    const CodePoint invalid{kReplacementCharacter, offset, 1, CodePoint::Origin::InvalidByte};
    const auto byteAt
        = [&](qsizetype index) { return static_cast<std::uint8_t>(bytes[offset + index]); };

    const Lead lead = leadOf(byteAt(0));
    if (lead.length == 0 || lead.length > bytes.size() - offset)
        return invalid;
    char32_t value = byteAt(0) & lead.valueBits;
    for (qsizetype i = 1; i < lead.length; ++i) {
        const std::uint8_t byte = byteAt(i);
        const bool fits = i == 1 ? byte >= lead.lowestSecond && byte <= lead.highestSecond
                                 : (byte & 0xC0) == 0x80;
        if (!fits)
            return invalid;
        value = (value << 6) | (byte & 0x3F);
    }
    return {value, offset, lead.length, CodePoint::Origin::Encoded};
}

bool isUnicodeScalar(char32_t value)
{
    return value < 0xD800 || (value > 0xDFFF && value <= 0x10FFFF);
}

void appendUtf8(QByteArray& out, char32_t value)
{
    if (value < 0x80) {
        out += static_cast<char>(value);
    } else if (value < 0x800) {
        out += static_cast<char>(0xC0 | (value >> 6));
        out += continuation(value, 0);
    } else if (value < 0x10000) {
        out += static_cast<char>(0xE0 | (value >> 12));
        out += continuation(value, 6);
        out += continuation(value, 0);
    } else {
        out += static_cast<char>(0xF0 | (value >> 18));
        out += continuation(value, 12);
        out += continuation(value, 6);
        out += continuation(value, 0);
    }
}

} // namespace pushgate::core
