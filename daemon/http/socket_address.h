// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <sys/socket.h>

namespace pushgate::daemon {

/// The address in numbers, without port; an IPv4 address is written as such even if it came over
/// an IPv6 socket; empty for anything but IP.
QByteArray numericHost(const sockaddr_storage& address, socklen_t size);

/// 0 for anything but IP.
int portOf(const sockaddr_storage& address);

} // namespace pushgate::daemon
