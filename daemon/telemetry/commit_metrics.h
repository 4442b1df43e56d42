// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "daemon/telemetry/shared_summary.h"

#include <QByteArray>
#include <QtGlobal>

#include <atomic>

namespace pushgate::daemon {

/// What the journal tells of its work.
/// Threads  any.
class CommitMetrics {
public:
    explicit CommitMetrics(SharedSummary::Instant now);

    std::atomic<quint64> commits = 0;
    std::atomic<quint64> errors = 0; ///< attempts that failed
    std::atomic<quint64> recorded = 0; ///< revision of the last change heard of
    std::atomic<quint64> durable = 0; ///< revision that is on disk
    SharedSummary durations; ///< of commits, in seconds

    quint64 pendingChanges() const;
};

/// Size of a persistence file with its log; 0 if it is not there.
qint64 persistenceBytes(const QByteArray& path);

} // namespace pushgate::daemon
