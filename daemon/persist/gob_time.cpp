// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/persist/gob_time.h"

#include <QtEndian>

#include <limits>

namespace pushgate::daemon {

namespace {

    constexpr qint64 kYearOneToUnix = 62'135'596'800; // seconds
    constexpr qint64 kNanosecondsPerSecond = 1'000'000'000;
    constexpr qsizetype kVersion1Bytes = 15;
    constexpr qsizetype kVersion2Bytes = 16; // and seconds of the zone's offset
    constexpr qsizetype kSecondsAt = 1;
    constexpr qsizetype kNanosecondsAt = 9;

    core::TimePoint timePoint(qint64 seconds, qint64 nanoseconds)
    {
        qint64 unixSeconds = 0;
        qint64 total = 0;
        if (__builtin_sub_overflow(seconds, kYearOneToUnix, &unixSeconds)
            || __builtin_mul_overflow(unixSeconds, kNanosecondsPerSecond, &total)
            || __builtin_add_overflow(total, nanoseconds, &total)) {
            return seconds < kYearOneToUnix ? core::TimePoint::min() : core::TimePoint::max();
        }
        return core::TimePoint(std::chrono::nanoseconds(total));
    }

} // namespace

core::Result<core::TimePoint> timeFromGo(QByteArrayView bytes)
{
    const char version = bytes.isEmpty() ? '\0' : bytes.front();
    if (version != 1 && version != 2)
        return core::badRequest("a time of an unknown version");
    if (bytes.size() != (version == 1 ? kVersion1Bytes : kVersion2Bytes))
        return core::badRequest("a time of a wrong length");
    return timePoint(qFromBigEndian<qint64>(bytes.data() + kSecondsAt),
        qFromBigEndian<qint32>(bytes.data() + kNanosecondsAt));
}

QByteArray timeToGo(core::TimePoint time)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(time);
    const auto nanoseconds = static_cast<qint32>((time - seconds).count());
    constexpr qint16 kUtc = -1;
    QByteArray bytes(kVersion1Bytes, '\0');
    bytes[0] = 1;
    qToBigEndian(seconds.time_since_epoch().count() + kYearOneToUnix, bytes.data() + kSecondsAt);
    qToBigEndian(nanoseconds, bytes.data() + kNanosecondsAt);
    qToBigEndian(kUtc, bytes.data() + kNanosecondsAt + 4);
    return bytes;
}

} // namespace pushgate::daemon
