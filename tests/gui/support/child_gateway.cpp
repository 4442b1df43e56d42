// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/support/child_gateway.h"

#include <QEventLoop>
#include <QFileInfo>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTcpServer>
#include <QTcpSocket>

#include <csignal>
#include <sys/prctl.h>

using namespace Qt::StringLiterals;

namespace pushgate::tests {

namespace {

    constexpr int kWaitMs = 30'000;

    quint16 freePort()
    {
        QTcpServer probe;
        probe.listen(QHostAddress::LocalHost);
        return probe.serverPort();
    }

} // namespace

ChildGateway::ChildGateway(const QString& program, quint16 port, const QStringList& flags)
    : m_port(port == 0 ? freePort() : port)
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    // A test that runs into its time limit is killed, and must not leave its gateway behind.
    m_process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
    const QByteArray address = "127.0.0.1:" + QByteArray::number(m_port);
    m_process.start(
        program, flags + QStringList{u"--web.listen-address="_s + QString::fromLatin1(address)});
    QByteArray log;
    while (!m_isListening && m_process.waitForReadyRead(kWaitMs)) {
        log += m_process.readAll();
        m_isListening = log.contains("address=" + address);
    }
}

ChildGateway::~ChildGateway()
{
    m_process.terminate();
    if (!m_process.waitForFinished(kWaitMs))
        m_process.kill();
}

QString ChildGateway::reference()
{
    const QString program = qEnvironmentVariable("PUSHGATE_REFERENCE");
    return QFileInfo(program).isExecutable() ? program : QString();
}

QUrl ChildGateway::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_port));
}

int ChildGateway::put(const QByteArray& path, const QByteArray& body) const
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, m_port);
    if (!socket.waitForConnected(kWaitMs))
        return 0;
    socket.write("PUT /metrics" + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QByteArray answer;
    while (!answer.contains("\r\n") && socket.waitForReadyRead(kWaitMs))
        answer += socket.readAll();
    return answer.mid(qsizetype(sizeof("HTTP/1.1")), 3).toInt();
}

QByteArray ChildGateway::scrape() const
{
    QNetworkAccessManager network;
    QUrl address = url();
    address.setPath(u"/metrics"_s);
    QNetworkReply* const reply = network.get(QNetworkRequest(address));
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return reply->readAll();
}

} // namespace pushgate::tests
