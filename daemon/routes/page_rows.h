// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "daemon/routes/page_html.h"

#include <QByteArray>

namespace pushgate::daemon {

/// More groups than these are counted, not shown; the script fetches them.
inline constexpr size_t kMostGroupsOnPage = 100;

/// The table of the first groups by job, for readers without script; the script makes its own.
/// Cost  O(groups) and the families of those shown.
void appendGroupTable(QByteArray& html, const PageMoment& moment);

/// One unit, as the script writes lengths of time: `42 s`, `24 h`.
QByteArray lengthText(std::chrono::nanoseconds length);

/// `time` as an element that the script turns into an age: UTC, to the second.
QByteArray timeHtml(core::TimePoint time);

} // namespace pushgate::daemon
