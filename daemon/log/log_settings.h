// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArrayView>

namespace pushgate::daemon {

enum class LogLevel { Debug, Info, Warn, Error };
enum class LogFormat { Logfmt, Json };

/// `debug`, `info`, `warn`, `error`: as in flags and log lines.
QByteArrayView logLevelName(LogLevel level);
QByteArrayView logFormatName(LogFormat format); ///< `logfmt`, `json`

/// BadRequest: `unrecognized log level X`.
core::Result<LogLevel> logLevelFromName(QByteArrayView name);
/// BadRequest: `unrecognized log format X`.
core::Result<LogFormat> logFormatFromName(QByteArrayView name);

} // namespace pushgate::daemon
