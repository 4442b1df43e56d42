// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/options/byte_count_text.h"

#include "core/base/go_quote.h"

#include <array>
#include <limits>

namespace pushgate::daemon {

namespace {

    struct Unit {
        QByteArrayView name;
        qint64 bytes = 0;
    };

    constexpr std::array kUnits{
        Unit{"GiB", qint64{1} << 30},
        Unit{"MiB", qint64{1} << 20},
        Unit{"KiB", qint64{1} << 10},
        Unit{"", 1},
    };

} // namespace

core::Result<qint64> parseByteCount(QByteArrayView text)
{
    const auto invalid = [&] { return core::badRequest("invalid size " + core::goQuote(text)); };
    QByteArrayView digits = text;
    qint64 unitBytes = 1;
    for (const Unit& unit : kUnits) {
        if (text.endsWith(unit.name)) {
            digits.chop(unit.name.size());
            unitBytes = unit.bytes;
            break;
        }
    }
    qint64 number = 0;
    for (const char digit : digits) {
        if (digit < '0' || digit > '9' || number > std::numeric_limits<qint64>::max() / 100)
            return invalid();
        number = number * 10 + (digit - '0');
    }
    if (number == 0 || number > std::numeric_limits<qint64>::max() / unitBytes)
        return invalid();
    return number * unitBytes;
}

QByteArray byteCountText(qint64 bytes)
{
    for (const Unit& unit : kUnits) {
        if (bytes % unit.bytes == 0 && bytes != 0)
            return QByteArray::number(bytes / unit.bytes).append(unit.name);
    }
    return QByteArray::number(bytes);
}

} // namespace pushgate::daemon
