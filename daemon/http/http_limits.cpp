// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/http/http_limits.h"

#include <algorithm>
#include <sys/resource.h>

namespace pushgate::daemon {

namespace {

    /// Left for listeners, workers, logs, files and programs that read /proc.
    constexpr qint64 kOtherDescriptors = 128;

    qint64 descriptorLimit(const rlimit& limit)
    {
        constexpr rlim_t kPlenty = 1 << 20;
        return static_cast<qint64>(std::min(limit.rlim_cur, kPlenty));
    }

} // namespace

HttpLimits HttpLimits::forThisProcess()
{
    HttpLimits limits;
    rlimit system{};
    if (getrlimit(RLIMIT_NOFILE, &system) == 0) {
        const qint64 room = std::max<qint64>(descriptorLimit(system) - kOtherDescriptors, 16);
        limits.connections = static_cast<int>(std::min<qint64>(limits.connections, room));
    }
    return limits;
}

qint64 raiseDescriptorLimit()
{
    rlimit system{};
    if (getrlimit(RLIMIT_NOFILE, &system) != 0)
        return 0;
    rlimit raised = system;
    raised.rlim_cur = system.rlim_max;
    if (setrlimit(RLIMIT_NOFILE, &raised) == 0)
        system = raised;
    return descriptorLimit(system);
}

} // namespace pushgate::daemon
