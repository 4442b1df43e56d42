// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/text/ages.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace pushgate::gui {

namespace {

    struct Ages {
        Q_DECLARE_TR_FUNCTIONS(pushgate::gui::Ages)
    };

    using Seconds = std::chrono::duration<double>;

    constexpr double kMinute = 60;
    constexpr double kHour = 60 * kMinute;
    constexpr double kDay = 24 * kHour;
    constexpr double kWeek = 7 * kDay;

    QString number(double value)
    {
        return QLocale().toString(qlonglong(value));
    }

    double sizeOf(std::chrono::nanoseconds duration)
    {
        return std::abs(Seconds(duration).count());
    }

    /// Whole numbers of the unit that durationText would choose need no "about".
    bool isRound(double seconds)
    {
        const double unit = seconds < kMinute ? 1
            : seconds < kHour                 ? kMinute
            : seconds < 2 * kDay              ? kHour
            : seconds < 3 * kWeek             ? kDay
                                              : kWeek;
        const double times = seconds / unit;
        return std::abs(times - std::round(times)) < 0.02 * times;
    }

} // namespace

QString durationText(std::chrono::nanoseconds duration)
{
    const double seconds = sizeOf(duration);
    if (seconds < kMinute)
        return Ages::tr("%1 s", "seconds").arg(number(seconds));
    if (seconds < kHour)
        return Ages::tr("%1 min", "minutes").arg(number(seconds / kMinute));
    if (seconds < 2 * kDay)
        return Ages::tr("%1 h", "hours").arg(number(seconds / kHour));
    if (seconds < 3 * kWeek)
        return Ages::tr("%1 d", "days").arg(number(seconds / kDay));
    return Ages::tr("%1 wk", "weeks").arg(number(seconds / kWeek));
}

QString wholeDurationText(std::chrono::seconds duration)
{
    const qint64 seconds = duration.count();
    const auto isWhole = [&](double unit) { return seconds % qint64(unit) == 0; };
    if (isWhole(kDay))
        return Ages::tr("%1 d", "days").arg(number(double(seconds) / kDay));
    if (isWhole(kHour))
        return Ages::tr("%1 h", "hours").arg(number(double(seconds) / kHour));
    if (isWhole(kMinute))
        return Ages::tr("%1 min", "minutes").arg(number(double(seconds) / kMinute));
    return Ages::tr("%1 s", "seconds").arg(number(double(seconds)));
}

QString ageText(std::chrono::nanoseconds age)
{
    // A clock that is a little behind must not make an age negative.
    if (age < std::chrono::seconds(2))
        return Ages::tr("just now");
    return Ages::tr("%1 ago", "%1 is a duration").arg(durationText(age));
}

QString agesText(std::chrono::nanoseconds youngest, std::chrono::nanoseconds oldest)
{
    const QString from = durationText(youngest);
    const QString to = durationText(oldest);
    return from == to ? ageText(youngest) : from + u" \u2013 "_s + to;
}

QString rhythmText(std::chrono::nanoseconds rhythm)
{
    // A rhythm of 59.9 s is one of a minute.
    const auto nearest
        = std::chrono::duration_cast<std::chrono::nanoseconds>(Seconds(sizeOf(rhythm) * 1.01));
    const QString text = durationText(nearest);
    return isRound(sizeOf(rhythm)) ? Ages::tr("every %1", "%1 is a duration").arg(text)
                                   : Ages::tr("about every %1", "%1 is a duration").arg(text);
}

QString dueText(std::chrono::nanoseconds untilDue)
{
    const QString text = durationText(untilDue);
    return untilDue.count() < 0 ? Ages::tr("%1 late", "%1 is a duration").arg(text)
                                : Ages::tr("due in %1", "%1 is a duration").arg(text);
}

QString exactTimeText(core::TimePoint time)
{
    const qint64 seconds
        = std::chrono::floor<std::chrono::seconds>(time.time_since_epoch()).count();
    const QDateTime local = QDateTime::fromSecsSinceEpoch(seconds);
    return Ages::tr("%1 %2 (Unix time %3)", "local time, its zone, seconds")
        .arg(QLocale().toString(local, u"yyyy-MM-dd HH:mm:ss"_s), local.timeZoneAbbreviation(),
            QString::number(seconds));
}

} // namespace pushgate::gui
