// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/telemetry/commit_metrics.h"

#include <sys/stat.h>

namespace pushgate::daemon {

namespace {

    qint64 sizeOf(const QByteArray& path)
    {
        struct stat status = {};
        return ::stat(path.constData(), &status) == 0 ? qint64{status.st_size} : 0;
    }

} // namespace

CommitMetrics::CommitMetrics(SharedSummary::Instant now)
    : durations({{0.1, 0.05}, {0.5, 0.05}, {0.9, 0.01}, {0.99, 0.001}}, now)
{
}

quint64 CommitMetrics::pendingChanges() const
{
    const quint64 onDisk = durable.load(); // first: it never passes the other
    return recorded.load() - onDisk;
}

qint64 persistenceBytes(const QByteArray& path)
{
    return sizeOf(path) + sizeOf(path + "-wal");
}

} // namespace pushgate::daemon
