// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/support/canned_gateway.h"

#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace pushgate::tests {

CannedGateway::CannedGateway()
{
    connect(this, &QTcpServer::newConnection, this, &CannedGateway::accept);
    listen(QHostAddress::LocalHost);
    answer("/api/v1/status"_ba, R"({"build_information":{"version":"1.0"}})"_ba);
}

QUrl CannedGateway::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(serverPort()));
}

void CannedGateway::leave()
{
    m_port = serverPort();
    close();
    const auto sockets = findChildren<QTcpSocket*>();
    for (QTcpSocket* const socket : sockets)
        socket->abort();
}

bool CannedGateway::comeBack()
{
    return listen(QHostAddress::LocalHost, m_port);
}

void CannedGateway::accept()
{
    QTcpSocket* const socket = nextPendingConnection();
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
}

void CannedGateway::read(QTcpSocket& socket)
{
    if (!socket.peek(socket.bytesAvailable()).contains("\r\n\r\n"))
        return;
    const QByteArray target = socket.readAll().split(' ').at(1);
    m_requests.push_back(target);
    const auto at = m_answers.find(target);
    if (at == m_answers.end()) {
        socket.write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
        return;
    }
    if (at->second.isEmpty())
        return;
    const QByteArray body = R"({"status":"success","data":)" + at->second + '}';
    socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

} // namespace pushgate::tests
