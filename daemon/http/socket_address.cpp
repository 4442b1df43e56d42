// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/http/socket_address.h"

#include <array>
#include <cstring>
#include <netdb.h>
#include <netinet/in.h>

namespace pushgate::daemon {

namespace {

    template <typename Address>
    Address as(const sockaddr_storage& storage)
    {
        Address address{};
        std::memcpy(&address, &storage, sizeof address);
        return address;
    }

} // namespace

QByteArray numericHost(const sockaddr_storage& address, socklen_t size)
{
    if (address.ss_family != AF_INET && address.ss_family != AF_INET6)
        return {};
    std::array<char, NI_MAXHOST> host{};
    const auto* general = reinterpret_cast<const sockaddr*>(&address);
    const int failure
        = getnameinfo(general, size, host.data(), host.size(), nullptr, 0, NI_NUMERICHOST);
    if (failure != 0)
        return {};
    constexpr QByteArrayView kMapped("::ffff:");
    QByteArrayView text(host.data());
    if (text.startsWith(kMapped) && text.contains('.'))
        text = text.sliced(kMapped.size());
    return text.toByteArray();
}

int portOf(const sockaddr_storage& address)
{
    if (address.ss_family == AF_INET)
        return ntohs(as<sockaddr_in>(address).sin_port);
    if (address.ss_family == AF_INET6)
        return ntohs(as<sockaddr_in6>(address).sin6_port);
    return 0;
}

} // namespace pushgate::daemon
