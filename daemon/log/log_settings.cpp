// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/log/log_settings.h"

#include <array>

namespace pushgate::daemon {

namespace {

    constexpr std::array kLevels{LogLevel::Debug, LogLevel::Info, LogLevel::Warn, LogLevel::Error};
    constexpr std::array kFormats{LogFormat::Logfmt, LogFormat::Json};

} // namespace

QByteArrayView logLevelName(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug: return "debug";
    case LogLevel::Info: return "info";
    case LogLevel::Warn: return "warn";
    case LogLevel::Error: return "error";
    }
    Q_UNREACHABLE();
}

QByteArrayView logFormatName(LogFormat format)
{
    switch (format) {
    case LogFormat::Logfmt: return "logfmt";
    case LogFormat::Json: return "json";
    }
    Q_UNREACHABLE();
}

core::Result<LogLevel> logLevelFromName(QByteArrayView name)
{
    for (const LogLevel level : kLevels) {
        if (logLevelName(level) == name)
            return level;
    }
    return core::badRequest("unrecognized log level " + name.toByteArray());
}

core::Result<LogFormat> logFormatFromName(QByteArrayView name)
{
    for (const LogFormat format : kFormats) {
        if (logFormatName(format) == name)
            return format;
    }
    return core::badRequest("unrecognized log format " + name.toByteArray());
}

} // namespace pushgate::daemon
