// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/log/logger.h"

#include <cerrno>
#include <cstring>
#include <unistd.h>
#include <utility>

namespace pushgate::daemon {

namespace {

    QByteArray callerText(LogCaller caller)
    {
        const char* const slash = std::strrchr(caller.file, '/');
        return QByteArray(slash ? slash + 1 : caller.file) + ':' + QByteArray::number(caller.line);
    }

} // namespace

Logger::Logger(Settings settings, const core::Clock& clock, Write write)
    : m_settings(settings)
    , m_clock(clock)
    , m_write(std::move(write))
{
}

void Logger::log(LogLevel level, QByteArray message, std::vector<LogField> fields, LogCaller caller)
{
    if (!wants(level))
        return;
    const LogEntry entry{
        m_clock.now(), level, callerText(caller), std::move(message), std::move(fields)};
    const QByteArray line
        = m_settings.format == LogFormat::Json ? jsonLine(entry) : logfmtLine(entry);
    const std::lock_guard lock(m_mutex);
    m_write(line);
}

void writeToStderr(const QByteArray& line)
{
    const char* at = line.constData();
    const char* const end = at + line.size();
    while (at != end) {
        const ssize_t written = ::write(STDERR_FILENO, at, static_cast<size_t>(end - at));
        if (written < 0 && errno != EINTR)
            return;
        at += written > 0 ? written : 0;
    }
}

} // namespace pushgate::daemon
