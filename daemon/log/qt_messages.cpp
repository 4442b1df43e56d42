// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/log/qt_messages.h"

#include "daemon/log/logger.h"

#include <QString>

#include <atomic>

namespace pushgate::daemon {

namespace {

    std::atomic<Logger*> target = nullptr;

    LogLevel levelOf(QtMsgType type)
    {
        switch (type) {
        case QtDebugMsg: return LogLevel::Debug;
        case QtInfoMsg: return LogLevel::Info;
        case QtWarningMsg: return LogLevel::Warn;
        case QtCriticalMsg:
        case QtFatalMsg: return LogLevel::Error; // Qt aborts by itself after a fatal one
        }
        return LogLevel::Error;
    }

    void logMessage(QtMsgType type, const QMessageLogContext& context, const QString& message)
    {
        Logger* const logger = target.load();
        if (!logger)
            return;
        const char* const file = context.file ? context.file : "qt";
        logger->log(levelOf(type), message.toUtf8(),
            {{QByteArrayLiteral("category"), QByteArray(context.category)}}, {file, context.line});
    }

} // namespace

QtMessages::QtMessages(Logger& logger)
{
    Q_ASSERT(!target.load());
    target = &logger;
    m_before = qInstallMessageHandler(logMessage);
}

QtMessages::~QtMessages()
{
    qInstallMessageHandler(m_before);
    target = nullptr;
}

} // namespace pushgate::daemon
