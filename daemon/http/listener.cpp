// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/http/listener.h"

#include "daemon/http/listening_socket.h"
#include "daemon/http/socket_address.h"
#include "daemon/http/system_error.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <sys/socket.h>
#include <utility>

namespace pushgate::daemon {

namespace {

    constexpr int kPerTurn = 64;
    constexpr std::chrono::milliseconds kPause(100);

    constexpr QByteArrayView kTooMany = "HTTP/1.1 503 Service Unavailable\r\n"
                                        "Content-Type: text/plain; charset=utf-8\r\n"
                                        "Content-Length: 49\r\n"
                                        "Connection: close\r\n"
                                        "\r\n"
                                        "503 Service Unavailable: too many connections now";

    /// Best effort: what is not taken at once is not waited for.
    void refuse(const Descriptor& socket)
    {
        ::send(socket.value(), kTooMany.data(), static_cast<size_t>(kTooMany.size()), MSG_NOSIGNAL);
        ::shutdown(socket.value(), SHUT_WR);
        // A request left unread would turn the closing into a reset, which may overtake the answer.
        std::array<char, 4096> rest{};
        while (::recv(socket.value(), rest.data(), rest.size(), 0) > 0) { }
    }

    /// The connection that would have been accepted is gone; the next may be well.
    bool isTroubleOfOneConnection(int errorNumber)
    {
        switch (errorNumber) {
        case EINTR:
        case ECONNABORTED:
        case EPERM:
        case EPROTO:
        case ENETDOWN:
        case ENETUNREACH:
        case EHOSTDOWN:
        case EHOSTUNREACH: return true;
        default: return false;
        }
    }

} // namespace

Listener::Listener(Descriptor socket, ConnectionCount& count, Take take)
    : m_socket(std::move(socket))
    , m_count(count)
    , m_take(std::move(take))
    , m_notifier(m_socket.value(), QSocketNotifier::Read)
{
    m_notifier.setEnabled(false);
    connect(&m_notifier, &QSocketNotifier::activated, this, &Listener::acceptSome);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &Listener::start);
}

QByteArray Listener::address() const
{
    return localAddressOf(m_socket);
}

void Listener::start()
{
    if (m_socket)
        m_notifier.setEnabled(true);
}

void Listener::close()
{
    if (m_notifier.isEnabled())
        while (acceptOne() == Accepted::One) { }
    m_pause.stop();
    m_notifier.setEnabled(false);
    m_socket.close();
}

void Listener::acceptSome()
{
    for (int i = 0; i < kPerTurn; ++i) {
        const Accepted accepted = acceptOne();
        if (accepted == Accepted::Failed)
            pause();
        if (accepted != Accepted::One)
            return;
    }
}

Listener::Accepted Listener::acceptOne()
{
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    auto* general = reinterpret_cast<sockaddr*>(&address);
    Descriptor socket(::accept4(m_socket.value(), general, &size, SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (!socket) {
        if (errno == EAGAIN)
            return Accepted::NoneWaiting;
        if (isTroubleOfOneConnection(errno))
            return Accepted::One;
        if (!std::exchange(m_failing, true))
            emit acceptFailed("accept: " + systemText(errno));
        return Accepted::Failed;
    }
    m_failing = false;
    if (std::optional<ConnectionCount::Slot> slot = m_count.take())
        m_take({std::move(socket), numericHost(address, size), *std::move(slot)});
    else
        refuse(socket);
    return Accepted::One;
}

void Listener::pause()
{
    m_notifier.setEnabled(false);
    m_pause.start();
}

} // namespace pushgate::daemon
