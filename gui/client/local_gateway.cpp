// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/local_gateway.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTcpServer>

#include <csignal>
#include <sys/prctl.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace pushgate::gui {

namespace {

    constexpr quint16 kUsualPort = 9091;
    constexpr qsizetype kMostLogLines = 2000;
    constexpr int kEndMs = 5000;

    /// 0 if there is none.
    quint16 freePort()
    {
        QTcpServer probe;
        if (!probe.listen(QHostAddress::LocalHost, kUsualPort)
            && !probe.listen(QHostAddress::LocalHost))
            return 0;
        return probe.serverPort();
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
            emit failed(m_process.errorString());
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

void LocalGateway::start()
{
    if (isRunning())
        return;
    const quint16 port = freePort();
    if (m_program.isEmpty() || port == 0) {
        const QString reason
            = m_program.isEmpty() ? tr("pushgated is not installed") : tr("no port is free");
        QMetaObject::invokeMethod(
            this, [this, reason] { emit failed(reason); }, Qt::QueuedConnection);
        return;
    }
    m_isStopping = false;
    m_isListening = false;
    m_url = QUrl(u"http://127.0.0.1:%1"_s.arg(port));
    m_process.start(
        m_program, {u"--web.listen-address=127.0.0.1:%1"_s.arg(port), u"--web.enable-admin-api"_s});
}

void LocalGateway::stop()
{
    m_isStopping = true;
    m_process.terminate();
}

void LocalGateway::readLog()
{
    while (m_process.canReadLine()) {
        m_log.push_back(QString::fromUtf8(m_process.readLine()).trimmed());
        if (m_log.size() > kMostLogLines)
            m_log.removeFirst();
        // It says so as soon as it can be asked.
        if (!m_isListening && m_log.back().contains("address="_L1 + m_url.authority())) {
            m_isListening = true;
            emit started(m_url);
        }
        emit logged(m_log.back());
    }
}

void LocalGateway::takeEnd()
{
    readLog();
    if (m_isStopping)
        emit stopped();
    else
        emit failed(m_log.isEmpty() ? tr("it ended at once") : m_log.back());
}

} // namespace pushgate::gui
