// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/http/http_date.h"

#include <array>

namespace pushgate::daemon {

namespace {

    constexpr std::array<const char*, 7> kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array<const char*, 12> kMonths{
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

    QByteArray padded(qint64 number, qsizetype width)
    {
        return QByteArray::number(number).rightJustified(width, '0');
    }

} // namespace

QByteArray httpDate(core::TimePoint time)
{
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(std::chrono::floor<std::chrono::seconds>(time - day));
    const auto weekday = std::chrono::weekday(day).c_encoding();
    return QByteArray(kDays[weekday]) + ", " + padded(static_cast<unsigned>(date.day()), 2) + ' '
        + kMonths[static_cast<unsigned>(date.month()) - 1] + ' '
        + padded(static_cast<int>(date.year()), 4) + ' ' + padded(clock.hours().count(), 2) + ':'
        + padded(clock.minutes().count(), 2) + ':' + padded(clock.seconds().count(), 2) + " GMT";
}

QByteArrayView HttpDate::now()
{
    const auto second = std::chrono::floor<std::chrono::seconds>(m_clock.now());
    if (second != m_second) {
        m_second = second;
        m_text = httpDate(second);
    }
    return m_text;
}

} // namespace pushgate::daemon
