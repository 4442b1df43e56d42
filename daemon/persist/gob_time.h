// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

namespace pushgate::daemon {

/// Go's binary form of a time: version, seconds since year 1, nanoseconds, minutes east of UTC.
/// What lies before 1677 or after 2262, Go's zero time say, becomes the nearest time that we know.
/// Errors  BadRequest: another version or length.
/// Source  Persistence, section 3.
core::Result<core::TimePoint> timeFromGo(QByteArrayView bytes);

/// The same instant in UTC, 15 bytes.
QByteArray timeToGo(core::TimePoint time);

} // namespace pushgate::daemon
