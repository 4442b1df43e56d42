// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QByteArray>

namespace pushgate::core {

/// RFC 3339 in the process's time zone, `2026-11-22T16:35:37.5+01:00`: up to nine digits of the
/// second, no trailing zeros; `Z` where the zone is at UTC.
/// Source  spec/query-api.md 3.
QByteArray localTimeText(TimePoint time);

} // namespace pushgate::core
