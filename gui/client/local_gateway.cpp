// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/local_gateway.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTcpServer>

#include <algorithm>
#include <csignal>
#include <sys/prctl.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace pushgate::gui {

namespace {

    constexpr quint16 kUsualPort = 9091;
    constexpr int kEndMs = 5000;

    bool isFree(quint16 port)
    {
        QTcpServer probe;
        return probe.listen(QHostAddress::LocalHost, port);
    }

    QString programBeside()
    {
        const QString here = QCoreApplication::applicationDirPath();
        // Installed beside us, or in the tree it was built in.
        for (const auto& place : {"/pushgated"_L1, "/../daemon/pushgated"_L1}) {
            const QFileInfo candidate(here + place);
            if (candidate.isExecutable())
                return candidate.canonicalFilePath();
        }
        return QStandardPaths::findExecutable(u"pushgated"_s);
    }

    QStringList flagsFor(const LocalOptions& options, quint16 port)
    {
        QStringList flags{
            u"--web.listen-address=127.0.0.1:%1"_s.arg(port), u"--web.enable-admin-api"_s};
        if (!options.file.isEmpty())
            flags.push_back(u"--persistence.file="_s + options.file);
        return flags;
    }

} // namespace

LocalGateway::LocalGateway(QString program, QObject* parent)
    : QObject(parent)
    , m_program(program.isEmpty() ? programBeside() : std::move(program))
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    // Whatever ends this program ends the child, too.
    m_process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGTERM); });
    connect(&m_process, &QProcess::readyRead, this, &LocalGateway::readLog);
    connect(&m_process, &QProcess::finished, this, &LocalGateway::takeEnd);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            failLater({LocalFailure::Kind::NotInstalled, 0, m_process.errorString()});
    });
}

LocalGateway::~LocalGateway()
{
    m_process.disconnect(this);
    if (!isRunning())
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(kEndMs)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

LocalGateway::State LocalGateway::state() const
{
    if (m_process.state() == QProcess::NotRunning)
        return State::Stopped;
    return m_isListening ? State::Running : State::Starting;
}

void LocalGateway::start(const LocalOptions& options)
{
    if (isRunning())
        return;
    m_options = options;
    m_isStopping = false;
    m_isListening = false;
    m_linesOfStart = 0;
    if (m_program.isEmpty()) {
        failLater({LocalFailure::Kind::NotInstalled, 0, {}});
        return;
    }
    const quint16 port = options.port.value_or(kUsualPort);
    const bool canHavePort = isFree(port);
    if (options.port && !canHavePort) {
        failLater({LocalFailure::Kind::PortTaken, port, {}});
        return;
    }
    m_process.start(m_program, flagsFor(options, canHavePort ? port : quint16(0)));
}

void LocalGateway::failLater(const LocalFailure& failure)
{
    QMetaObject::invokeMethod(
        this, [this, failure] { emit failed(failure); }, Qt::QueuedConnection);
}

void LocalGateway::stop()
{
    m_isStopping = true;
    m_process.terminate();
}

void LocalGateway::readLog()
{
    while (m_process.canReadLine())
        takeLine(QString::fromUtf8(m_process.readLine()).trimmed());
}

void LocalGateway::takeLine(const QString& text)
{
    m_log.push_back(logLineOf(text));
    if (qsizetype(m_log.size()) > kMostLogLines)
        m_log.pop_front();
    ++m_linesOfStart;
    emit logged(m_log.back());
    // It says so as soon as it can be asked.
    if (!m_isListening && logField(text, u"msg"_s) == "Listening on"_L1) {
        m_isListening = true;
        m_url = QUrl("http://"_L1 + logField(text, u"address"_s));
        emit started(m_url);
    }
}

QString LocalGateway::lastError() const
{
    const auto ofStart = std::min(m_linesOfStart, m_log.size());
    const auto end = m_log.rbegin() + std::ptrdiff_t(ofStart);
    const auto line = std::find_if(m_log.rbegin(), end,
        [](const LogLine& candidate) { return candidate.level == LogLine::Level::Error; });
    if (line == end)
        return ofStart == 0 ? QString() : m_log.back().text;
    const QString reason = logField(line->text, u"err"_s);
    return reason.isEmpty() ? line->text : reason;
}

void LocalGateway::takeEnd()
{
    readLog();
    if (const QByteArray rest = m_process.readAll(); !rest.isEmpty())
        takeLine(QString::fromUtf8(rest).trimmed());
    if (m_isStopping)
        emit stopped();
    else
        emit failed({LocalFailure::Kind::Ended, 0, lastError()});
}

} // namespace pushgate::gui
