// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "daemon/log/log_line.h"

#include <QByteArray>

#include <functional>
#include <mutex>
#include <vector>

namespace pushgate::daemon {

/// Where in the source a message comes from. As a default argument it names the line of the call.
struct LogCaller {
    const char* file;
    int line;

    static constexpr LogCaller here(
        const char* file = __builtin_FILE(), int line = __builtin_LINE())
    {
        return {file, line};
    }
};

/// Writes log lines in the reference's form.
/// Threads  any; lines never mix.
class Logger {
public:
    /// Takes one whole line; called by one thread at a time.
    using Write = std::function<void(const QByteArray& line)>;

    struct Settings {
        LogLevel level = LogLevel::Info; ///< lower ones are dropped
        LogFormat format = LogFormat::Logfmt;
    };

    /// `clock` must outlive the logger.
    Logger(Settings settings, const core::Clock& clock, Write write);

    /// Whether lines of `level` are written: ask before collecting what is costly.
    bool wants(LogLevel level) const { return level >= m_settings.level; }

    void log(LogLevel level, QByteArray message, std::vector<LogField> fields = {},
        LogCaller caller = LogCaller::here());

    void debug(
        QByteArray message, std::vector<LogField> fields = {}, LogCaller caller = LogCaller::here())
    {
        log(LogLevel::Debug, std::move(message), std::move(fields), caller);
    }
    void info(
        QByteArray message, std::vector<LogField> fields = {}, LogCaller caller = LogCaller::here())
    {
        log(LogLevel::Info, std::move(message), std::move(fields), caller);
    }
    void warn(
        QByteArray message, std::vector<LogField> fields = {}, LogCaller caller = LogCaller::here())
    {
        log(LogLevel::Warn, std::move(message), std::move(fields), caller);
    }
    void error(
        QByteArray message, std::vector<LogField> fields = {}, LogCaller caller = LogCaller::here())
    {
        log(LogLevel::Error, std::move(message), std::move(fields), caller);
    }

private:
    Settings m_settings;
    const core::Clock& m_clock;
    Write m_write;
    std::mutex m_mutex;
};

/// Writes to standard error, whole lines. What cannot be written is lost: there is nowhere to say
/// so.
void writeToStderr(const QByteArray& line);

} // namespace pushgate::daemon
