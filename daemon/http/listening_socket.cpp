// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/http/listening_socket.h"

#include "daemon/http/socket_address.h"
#include "daemon/http/system_error.h"

#include <cerrno>
#include <fcntl.h>
#include <memory>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/un.h>

namespace pushgate::daemon {

namespace {

    using core::Error;
    using core::Result;

    constexpr int kHighestPort = 65535;

    struct HostAndPort {
        QByteArray host;
        QByteArray port;
    };

    Error badAddress(QByteArrayView address, QByteArrayView why)
    {
        QByteArray message("listen tcp: address ");
        message.append(address);
        message.append(": ");
        message.append(why);
        return core::badRequest(std::move(message));
    }

    Result<HostAndPort> split(QByteArrayView address)
    {
        if (address.isEmpty())
            return HostAndPort{};
        const qsizetype colon = address.lastIndexOf(':');
        if (colon < 0)
            return badAddress(address, "missing port in address");
        QByteArrayView host = address.first(colon);
        if (address.startsWith('[')) {
            const qsizetype bracket = address.indexOf(']');
            if (bracket < 0)
                return badAddress(address, "missing ']' in address");
            if (bracket + 1 != colon)
                return badAddress(address,
                    bracket + 1 == address.size() ? "missing port in address"
                                                  : "too many colons in address");
            host = address.sliced(1, bracket - 1);
        } else if (host.contains(':')) {
            return badAddress(address, "too many colons in address");
        }
        if (host.contains('[') || host.contains(']'))
            return badAddress(address, "unexpected bracket in address");
        return HostAndPort{host.toByteArray(), address.sliced(colon + 1).toByteArray()};
    }

    /// The port as digits; services are looked up by name.
    Result<QByteArray> portDigits(const QByteArray& port)
    {
        if (port.isEmpty())
            return QByteArrayLiteral("0");
        bool isNumber = false;
        const int number = port.toInt(&isNumber);
        if (isNumber) {
            if (number < 0 || number > kHighestPort)
                return badAddress(port, "invalid port");
            return QByteArray::number(number);
        }
        addrinfo wanted{};
        wanted.ai_socktype = SOCK_STREAM;
        addrinfo* found = nullptr;
        if (getaddrinfo(nullptr, port.constData(), &wanted, &found) != 0)
            return core::badRequest("listen tcp: lookup tcp/" + port + ": unknown port");
        sockaddr_storage address{};
        memcpy(&address, found->ai_addr, found->ai_addrlen);
        freeaddrinfo(found);
        return QByteArray::number(portOf(address));
    }

    struct FreeAddresses {
        void operator()(addrinfo* addresses) const { freeaddrinfo(addresses); }
    };
    using Addresses = std::unique_ptr<addrinfo, FreeAddresses>;

    /// All addresses of `host`, or the wildcard of `family` without one.
    Result<Addresses> lookUp(const QByteArray& host, const QByteArray& port, int family)
    {
        addrinfo wanted{};
        wanted.ai_family = family;
        wanted.ai_socktype = SOCK_STREAM;
        wanted.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
        addrinfo* found = nullptr;
        const char* name = host.isEmpty() ? nullptr : host.constData();
        if (const int failure = getaddrinfo(name, port.constData(), &wanted, &found);
            failure != 0) {
            const QByteArray why = failure == EAI_NONAME || failure == EAI_NODATA
                ? QByteArrayLiteral("no such host")
                : QByteArray(gai_strerror(failure));
            return core::badRequest("listen tcp: lookup " + host + ": " + why);
        }
        return Addresses(found);
    }

    /// IPv6 answers both, unless the system is without it.
    int wildcardFamily()
    {
        return Descriptor(::socket(AF_INET6, SOCK_STREAM | SOCK_CLOEXEC, 0)) ? AF_INET6 : AF_INET;
    }

    const addrinfo* preferred(const addrinfo* addresses)
    {
        for (const addrinfo* each = addresses; each != nullptr; each = each->ai_next) {
            if (each->ai_family == AF_INET)
                return each;
        }
        return addresses;
    }

    void setOption(const Descriptor& socket, int level, int name, int value)
    {
        // An option the system does not know is none we depend on.
        setsockopt(socket.value(), level, name, &value, sizeof value);
    }

    /// What accepted connections inherit.
    void setConnectionOptions(const Descriptor& socket)
    {
        setOption(socket, IPPROTO_TCP, TCP_NODELAY, 1);
        setOption(socket, SOL_SOCKET, SO_KEEPALIVE, 1);
    }

    Result<Descriptor> listenOn(const addrinfo& place, QByteArrayView address)
    {
        const QByteArray what = "listen tcp " + address.toByteArray() + ": ";
        Descriptor listening(
            ::socket(place.ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
        if (!listening)
            return systemError(what + "socket", errno);
        setOption(listening, SOL_SOCKET, SO_REUSEADDR, 1);
        setConnectionOptions(listening);
        if (place.ai_family == AF_INET6)
            setOption(listening, IPPROTO_IPV6, IPV6_V6ONLY, 0);
        if (::bind(listening.value(), place.ai_addr, place.ai_addrlen) != 0)
            return systemError(what + "bind", errno);
        if (::listen(listening.value(), SOMAXCONN) != 0)
            return systemError(what + "listen", errno);
        return listening;
    }

} // namespace

Result<Descriptor> openListeningSocket(QByteArrayView address)
{
    if (address.startsWith("vsock:"))
        return core::badRequest("listen " + address.toByteArray()
            + ": vsock addresses are not supported, use HOST:PORT");
    const Result<HostAndPort> parts = split(address);
    if (!parts)
        return parts.error();
    const Result<QByteArray> port = portDigits(parts->port);
    if (!port)
        return port.error();
    const int family = parts->host.isEmpty() ? wildcardFamily() : AF_UNSPEC;
    const Result<Addresses> places = lookUp(parts->host, *port, family);
    if (!places)
        return places.error();
    return listenOn(*preferred(places->get()), address);
}

Result<Descriptor> adoptListeningSocket(int descriptor)
{
    const QByteArray what = "inherited descriptor " + QByteArray::number(descriptor);
    int listens = 0;
    socklen_t size = sizeof listens;
    if (getsockopt(descriptor, SOL_SOCKET, SO_ACCEPTCONN, &listens, &size) != 0)
        return core::badRequest(what + ": " + systemText(errno));
    if (listens == 0)
        return core::badRequest(what + ": not a listening socket");
    Descriptor listening(descriptor);
    const int flags = fcntl(descriptor, F_GETFL);
    if (fcntl(descriptor, F_SETFL, flags | O_NONBLOCK) != 0
        || fcntl(descriptor, F_SETFD, FD_CLOEXEC) != 0)
        return systemError(what, errno);
    setConnectionOptions(listening);
    return listening;
}

QByteArray localAddressOf(const Descriptor& socket)
{
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    auto* general = reinterpret_cast<sockaddr*>(&address);
    if (getsockname(socket.value(), general, &size) != 0)
        return {};
    if (address.ss_family == AF_UNIX) {
        sockaddr_un local{};
        memcpy(&local, &address, sizeof local);
        return {local.sun_path};
    }
    const QByteArray host = numericHost(address, size);
    const QByteArray shown = host.contains(':') ? '[' + host + ']' : host;
    return shown + ':' + QByteArray::number(portOf(address));
}

} // namespace pushgate::daemon
