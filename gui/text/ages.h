// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QString>

#include <chrono>

namespace pushgate::gui {

// Times as people read them, one unit each: `42 s`, `5 min`, `3 h`, `2 d`, `5 wk`.

QString durationText(std::chrono::nanoseconds duration); ///< of its size, whatever its sign
/// In the largest unit that it is a whole number of: `90 min`, `26 h`, `8 d`.
QString wholeDurationText(std::chrono::seconds duration);
QString ageText(std::chrono::nanoseconds age); ///< `just now`, `5 min ago`
/// From the youngest to the oldest: `42 s – 3 d`; ageText, where both look the same.
QString agesText(std::chrono::nanoseconds youngest, std::chrono::nanoseconds oldest);
QString rhythmText(std::chrono::nanoseconds rhythm); ///< `every 1 min`, `about every 25 h`
QString dueText(std::chrono::nanoseconds untilDue); ///< `due in 12 s`, `3 h late`
/// Local time with zone, to the second, and the Unix time.
QString exactTimeText(core::TimePoint time);

} // namespace pushgate::gui
