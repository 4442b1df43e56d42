// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "daemon/log/log_settings.h"

#include <QByteArray>

#include <variant>
#include <vector>

namespace pushgate::daemon {

/// A key and its value in a log line.
struct LogField {
    QByteArray key;
    std::variant<QByteArray, qint64, bool> value;
};

/// One message, before it is written.
struct LogEntry {
    core::TimePoint time;
    LogLevel level = LogLevel::Info;
    QByteArray caller; ///< `service.cpp:42`
    QByteArray message;
    std::vector<LogField> fields;
};

/// `ts=2026-01-02T03:04:05.678Z level=info caller=service.cpp:42 msg="..." key=value`, with LF.
/// A value is quoted if it is empty or has blanks, quotes, `=` or what cannot be printed, so that
/// an entry is always one line.
/// Source  Command line, 'Log line'.
QByteArray logfmtLine(const LogEntry& entry);

/// The same keys in the same order as a JSON object, with LF.
QByteArray jsonLine(const LogEntry& entry);

} // namespace pushgate::daemon
