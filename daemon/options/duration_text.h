// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <chrono>

namespace pushgate::daemon {

/// Reads a duration as Go's flags have it: an optional sign, then numbers with an optional
/// fraction, each with one of the units ns us µs ms s m h, as in `1h30m` or `1.5s`; or just `0`.
/// Errors  BadRequest, in Go's words: `time: missing unit in duration "5"`.
/// Source  Command line, persistence.interval.
core::Result<std::chrono::nanoseconds> parseDuration(QByteArrayView text);

/// As Go prints it: `5m0s`, `1h30m5s`, `1.5s`, `250ms`, `0s`.
QByteArray durationText(std::chrono::nanoseconds duration);

} // namespace pushgate::daemon
