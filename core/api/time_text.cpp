// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/time_text.h"

#include <cstdlib>
#include <ctime>

namespace pushgate::core {

namespace {

    void appendPadded(QByteArray& out, qint64 number, int digits)
    {
        out += QByteArray::number(number).rightJustified(digits, '0');
    }

    void appendFraction(QByteArray& out, qint64 nanoseconds)
    {
        if (nanoseconds == 0)
            return;
        out += '.';
        appendPadded(out, nanoseconds, 9);
        while (out.endsWith('0'))
            out.chop(1);
    }

    void appendZone(QByteArray& out, long secondsEast)
    {
        if (secondsEast == 0) {
            out += 'Z';
            return;
        }
        const long minutes = std::labs(secondsEast) / 60;
        out += secondsEast < 0 ? '-' : '+';
        appendPadded(out, minutes / 60, 2);
        out += ':';
        appendPadded(out, minutes % 60, 2);
    }

} // namespace

QByteArray localTimeText(TimePoint time)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(time);
    const std::time_t unixTime = seconds.time_since_epoch().count();
    std::tm parts{};
    localtime_r(&unixTime, &parts);

    QByteArray text;
    appendPadded(text, parts.tm_year + 1900, 4);
    text += '-';
    appendPadded(text, parts.tm_mon + 1, 2);
    text += '-';
    appendPadded(text, parts.tm_mday, 2);
    text += 'T';
    appendPadded(text, parts.tm_hour, 2);
    text += ':';
    appendPadded(text, parts.tm_min, 2);
    text += ':';
    appendPadded(text, parts.tm_sec, 2);
    appendFraction(text, (time - seconds).count());
    appendZone(text, parts.tm_gmtoff);
    return text;
}

} // namespace pushgate::core
