// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/systemd.h"

#include "daemon/http/system_error.h"

#include <cerrno>
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace pushgate::daemon {

namespace {

    constexpr int kFirstPassed = 3;
    constexpr int kMostPassed = 1024;

} // namespace

PassedSockets PassedSockets::takeFromEnvironment()
{
    PassedSockets passed{qgetenv("LISTEN_PID"), qgetenv("LISTEN_FDS")};
    qunsetenv("LISTEN_PID");
    qunsetenv("LISTEN_FDS");
    qunsetenv("LISTEN_FDNAMES");
    return passed;
}

core::Result<std::vector<int>> passedDescriptors(const PassedSockets& passed, qint64 ownPid)
{
    bool isNumber = false;
    const qint64 pid = passed.pid.toLongLong(&isNumber);
    const int count = isNumber && pid == ownPid ? passed.count.toInt(&isNumber) : 0;
    if (!isNumber || count <= 0 || count > kMostPassed)
        return core::badRequest("no socket activation file descriptors found");
    std::vector<int> descriptors;
    descriptors.reserve(static_cast<size_t>(count));
    for (int i = 0; i < count; ++i)
        descriptors.push_back(kFirstPassed + i);
    return descriptors;
}

core::Status notifyServiceManager(const QByteArray& address, QByteArrayView state)
{
    sockaddr_un to{};
    to.sun_family = AF_UNIX;
    if (address.isEmpty() || address.size() >= static_cast<qsizetype>(sizeof to.sun_path))
        return core::Error{
            core::Error::Kind::Unavailable, "cannot notify the service manager at " + address};
    std::memcpy(to.sun_path, address.constData(), static_cast<size_t>(address.size()));
    if (address.startsWith('@'))
        to.sun_path[0] = '\0';

    const int descriptor = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        return systemError("cannot notify the service manager: socket", errno);
    const auto length = static_cast<socklen_t>(
        offsetof(sockaddr_un, sun_path) + static_cast<size_t>(address.size()));
    const ssize_t sent = ::sendto(descriptor, state.data(), static_cast<size_t>(state.size()),
        MSG_NOSIGNAL, reinterpret_cast<const sockaddr*>(&to), length);
    core::Status status = sent == state.size()
        ? core::ok()
        : core::Status(systemError("cannot notify the service manager: sendto", errno));
    ::close(descriptor);
    return status;
}

} // namespace pushgate::daemon
