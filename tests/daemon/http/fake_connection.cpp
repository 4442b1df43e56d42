// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/daemon/http/fake_connection.h"

#include <algorithm>
#include <cstring>

namespace pushgate::daemon {

ByteStream::Read FakeStream::read(std::span<char> room)
{
    if (m_wire.broken)
        return {Read::State::Broken, 0};
    const auto size = std::min(static_cast<qsizetype>(room.size()), m_wire.toServer.size());
    std::memcpy(room.data(), m_wire.toServer.constData(), static_cast<size_t>(size));
    m_wire.toServer.remove(0, size);
    if (size == 0 && m_wire.ended)
        return {Read::State::Ended, 0};
    return {Read::State::Open, size};
}

ByteStream::Write FakeStream::write(Outbox& out)
{
    if (m_wire.broken)
        return Write::Broken;
    qint64 left = std::min(m_wire.window, kBytesPerWrite);
    while (!out.isEmpty() && left > 0) {
        std::array<iovec, 1> piece{};
        out.gather(piece, left);
        const auto size = static_cast<qsizetype>(piece[0].iov_len);
        m_wire.toClient.append(static_cast<const char*>(piece[0].iov_base), size);
        m_wire.window -= size;
        left -= size;
        out.advance(size);
    }
    return Write::Open;
}

std::optional<Reply> FakeHost::dispatch(
    const Request& request, quint64 /*connection*/, quint64 number)
{
    requests.push_back(request);
    lastNumber = number;
    return handle ? handle(request) : std::nullopt;
}

FakeConnection::FakeConnection(FakeHost& host)
    : m_host(host)
    , m_connection(std::make_unique<Connection>(
          kId, host, std::make_unique<FakeStream>(wire), *m_count.take()))
{
}

void FakeConnection::tell()
{
    // As the poller does: again and again, as long as there is something and it is wanted.
    for (int turn = 0; turn < 100 && !m_connection->isDead(); ++turn) {
        const bool readable
            = wire.interest.read && (!wire.toServer.isEmpty() || wire.ended || wire.broken);
        const bool writable = wire.interest.write && wire.window > 0;
        if (readable || writable || wire.broken)
            m_connection->ready({kId, readable, writable, wire.broken});
        else if (m_host.waiting.empty())
            return;
        for (const quint64 id : std::exchange(m_host.waiting, {})) {
            Q_ASSERT(id == kId);
            m_connection->resume();
        }
    }
}

void FakeConnection::send(QByteArrayView bytes)
{
    wire.toServer.append(bytes);
    tell();
}

void FakeConnection::end()
{
    wire.ended = true;
    tell();
}

void FakeConnection::reset()
{
    wire.broken = true;
    tell();
}

void FakeConnection::takeMore(qint64 bytes)
{
    wire.window += bytes;
    tell();
}

void FakeConnection::wait(std::chrono::milliseconds duration)
{
    m_host.time += duration;
    m_connection->expire(m_host.time);
}

QByteArray FakeConnection::received()
{
    return std::exchange(wire.toClient, {});
}

} // namespace pushgate::daemon
