// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/percent.h"

#include "core/base/go_quote.h"

#include <cstdint>

namespace pushgate::core {

namespace {

    constexpr QByteArrayView kPlainInPaths = "-_.~$&+,/:;=@";

    /// 0 to 15, or -1.
    int hexValue(char c)
    {
        if (c >= '0' && c <= '9')
            return c - '0';
        const char lower = static_cast<char>(c | 0x20);
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }

    bool isPlainInPaths(char c)
    {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || kPlainInPaths.contains(c);
    }

} // namespace

Result<QByteArray> percentDecode(QByteArrayView text)
{
    QByteArray out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out += text[i];
            continue;
        }
        const QByteArrayView escape = text.sliced(i, qMin(qsizetype(3), text.size() - i));
        const int high = escape.size() == 3 ? hexValue(escape[1]) : -1;
        const int low = escape.size() == 3 ? hexValue(escape[2]) : -1;
        if (high < 0 || low < 0)
            return badRequest("invalid URL escape " + goQuote(escape));
        out += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return out;
}

QByteArray percentEncodePath(QByteArrayView path)
{
    constexpr QByteArrayView kDigits = "0123456789ABCDEF";
    QByteArray out;
    out.reserve(path.size());
    for (const char c : path) {
        if (isPlainInPaths(c)) {
            out += c;
            continue;
        }
        const auto byte = static_cast<std::uint8_t>(c);
        out += '%';
        out += kDigits[byte >> 4];
        out += kDigits[byte & 0xF];
    }
    return out;
}

} // namespace pushgate::core
