// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/base64url.h"

#include <cstdint>

namespace pushgate::core {

namespace {

    /// 0 to 63, or -1.
    int sextet(char c)
    {
        if (c >= 'A' && c <= 'Z')
            return c - 'A';
        if (c >= 'a' && c <= 'z')
            return c - 'a' + 26;
        if (c >= '0' && c <= '9')
            return c - '0' + 52;
        if (c == '-')
            return 62;
        return c == '_' ? 63 : -1;
    }

    /// Appends the whole bytes in the `count` sextets at the low end of `bits`.
    void appendGroup(QByteArray& out, std::uint32_t bits, int count)
    {
        const std::uint32_t aligned = bits << (6 * (4 - count));
        for (int byte = 0; byte < count - 1; ++byte)
            out += static_cast<char>((aligned >> (16 - 8 * byte)) & 0xFF);
    }

    QByteArrayView withoutPadding(QByteArrayView text)
    {
        while (text.endsWith('='))
            text.chop(1);
        return text;
    }

} // namespace

Base64Decoded decodeBase64Url(QByteArrayView text)
{
    text = withoutPadding(text);
    Base64Decoded decoded;
    decoded.bytes.reserve(text.size() / 4 * 3 + 2);
    std::uint32_t bits = 0;
    int count = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '\r' || text[i] == '\n')
            continue;
        const int value = sextet(text[i]);
        if (value < 0) {
            decoded.illegalAt = i;
            return decoded;
        }
        bits = (bits << 6) | static_cast<std::uint32_t>(value);
        if (++count == 4) {
            appendGroup(decoded.bytes, bits, count);
            bits = 0;
            count = 0;
        }
    }
    if (count == 1)
        decoded.illegalAt = text.size() - 1;
    else
        appendGroup(decoded.bytes, bits, count);
    return decoded;
}

} // namespace pushgate::core
