// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/http/plain_stream.h"

#include <array>
#include <cerrno>
#include <sys/socket.h>

namespace pushgate::daemon {

namespace {

    constexpr size_t kPieces = 64;

    bool isTemporary(int errorNumber)
    {
        return errorNumber == EAGAIN || errorNumber == EINTR;
    }

} // namespace

core::Result<std::unique_ptr<PlainStream>> PlainStream::over(
    Descriptor socket, Poller& poller, quint64 tag)
{
    std::unique_ptr<PlainStream> stream(new PlainStream(std::move(socket), poller, tag));
    const core::Status watched = poller.watch(stream->m_socket.value(), tag, stream->m_interest);
    if (!watched)
        return watched.error();
    return stream;
}

ByteStream::Read PlainStream::read(std::span<char> room)
{
    const ssize_t bytes = ::recv(m_socket.value(), room.data(), room.size(), 0);
    if (bytes > 0)
        return {Read::State::Open, bytes};
    if (bytes == 0)
        return {Read::State::Ended, 0};
    return {isTemporary(errno) ? Read::State::Open : Read::State::Broken, 0};
}

ByteStream::Write PlainStream::write(Outbox& out)
{
    std::array<iovec, kPieces> pieces{};
    qint64 left = kBytesPerWrite;
    while (!out.isEmpty() && left > 0) {
        msghdr message{};
        message.msg_iov = pieces.data();
        message.msg_iovlen = out.gather(pieces, left);
        const ssize_t bytes = ::sendmsg(m_socket.value(), &message, MSG_NOSIGNAL);
        if (bytes < 0)
            return isTemporary(errno) ? Write::Open : Write::Broken;
        out.advance(bytes);
        left -= bytes;
    }
    return Write::Open;
}

void PlainStream::await(Interest interest)
{
    if (interest == m_interest)
        return;
    m_interest = interest;
    m_poller.change(m_socket.value(), m_tag, interest);
}

void PlainStream::endWriting()
{
    ::shutdown(m_socket.value(), SHUT_WR); // if it fails the client is gone, which a read tells
}

} // namespace pushgate::daemon
