// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/daemon/http/raw_client.h"

#include <algorithm>
#include <array>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

namespace pushgate::daemon {

QByteArray ReceivedReply::field(QByteArrayView name) const
{
    for (const auto& [key, value] : fields)
        if (QByteArrayView(key).compare(name, Qt::CaseInsensitive) == 0)
            return value;
    return {};
}

bool ReceivedReply::hasField(QByteArrayView name) const
{
    return std::any_of(fields.begin(), fields.end(), [name](const auto& field) {
        return QByteArrayView(field.first).compare(name, Qt::CaseInsensitive) == 0;
    });
}

RawClient::RawClient(quint16 port, int receiveBuffer)
    : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    if (receiveBuffer > 0)
        setsockopt(m_socket.value(), SOL_SOCKET, SO_RCVBUF, &receiveBuffer, sizeof receiveBuffer);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const auto* general = reinterpret_cast<const sockaddr*>(&address);
    m_connected = ::connect(m_socket.value(), general, sizeof address) == 0;
}

void RawClient::send(QByteArrayView bytes)
{
    while (!bytes.isEmpty() && wait(POLLOUT)) {
        const ssize_t sent = ::send(m_socket.value(), bytes.data(),
            static_cast<size_t>(bytes.size()), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent < 0)
            return;
        bytes = bytes.sliced(sent);
    }
}

void RawClient::endSending()
{
    ::shutdown(m_socket.value(), SHUT_WR);
}

void RawClient::reset()
{
    const linger none{1, 0};
    setsockopt(m_socket.value(), SOL_SOCKET, SO_LINGER, &none, sizeof none);
    m_socket.close();
}

bool RawClient::wait(short events, std::chrono::milliseconds patience)
{
    pollfd one{m_socket.value(), events, 0};
    return ::poll(&one, 1, static_cast<int>(patience.count())) > 0;
}

bool RawClient::fill()
{
    std::array<char, 65536> buffer;
    if (!wait(POLLIN))
        return false;
    const ssize_t bytes = ::recv(m_socket.value(), buffer.data(), buffer.size(), 0);
    if (bytes > 0)
        m_in.append(buffer.data(), bytes);
    return bytes > 0;
}

QByteArray RawClient::takeLine()
{
    while (!m_in.contains('\n') && fill()) { }
    const qsizetype end = m_in.indexOf('\n');
    const QByteArray line = m_in.first(std::max<qsizetype>(end, 0));
    m_in.remove(0, end + 1);
    return line.endsWith('\r') ? line.chopped(1) : line;
}

QByteArray RawClient::take(qsizetype bytes)
{
    while (m_in.size() < bytes && fill()) { }
    const QByteArray taken = m_in.first(std::min(bytes, m_in.size()));
    m_in.remove(0, taken.size());
    return taken;
}

QByteArray RawClient::takeChunks()
{
    QByteArray body;
    while (true) {
        const qsizetype size = takeLine().toLongLong(nullptr, 16);
        body += take(size);
        takeLine();
        if (size == 0)
            return body;
    }
}

QByteArray RawClient::takeRest()
{
    while (fill()) { }
    return std::exchange(m_in, {});
}

ReceivedReply RawClient::receive(Body body)
{
    ReceivedReply reply;
    const QByteArrayList status = takeLine().split(' ');
    reply.version = status.value(0);
    reply.status = status.value(1).toInt();
    while (reply.status != 0) {
        const QByteArray line = takeLine();
        if (line.isEmpty())
            break;
        const qsizetype colon = line.indexOf(':');
        reply.fields.emplaceBack(line.first(colon), line.mid(colon + 1).trimmed());
    }
    if (reply.status == 0 || reply.status == 100 || body == Body::None)
        return reply;
    if (reply.field("Transfer-Encoding") == "chunked")
        reply.body = takeChunks();
    else if (reply.hasField("Content-Length"))
        reply.body = take(reply.field("Content-Length").toLongLong());
    else
        reply.body = takeRest();
    return reply;
}

bool RawClient::isClosed()
{
    if (!m_in.isEmpty() || !wait(POLLIN))
        return false;
    return !fill();
}

bool RawClient::isSilent(std::chrono::milliseconds duration)
{
    return m_in.isEmpty() && !wait(POLLIN, duration);
}

qint64 RawClient::discard(qint64 most)
{
    qint64 bytes = std::exchange(m_in, {}).size();
    while (bytes < most && fill())
        bytes += std::exchange(m_in, {}).size();
    return bytes;
}

} // namespace pushgate::daemon
