// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "daemon/http/reply_observer.h"
#include "daemon/telemetry/push_activity.h"
#include "daemon/telemetry/shared_summary.h"

#include <QByteArray>

#include <array>
#include <atomic>
#include <memory>
#include <vector>

namespace pushgate::daemon {

/// Counts the replies of one route by status.
/// Threads  `replyFinished` and `counts` from any thread; one uncontended atomic step.
class RouteCounter : public ReplyObserver {
public:
    /// `handler` and `method` as they are exposed: `push`, `put`.
    RouteCounter(QByteArray handler, QByteArray method);

    void replyFinished(const Exchange& exchange) override;

    const QByteArray& handler() const { return m_handler; }
    const QByteArray& method() const { return m_method; }

    struct StatusCount {
        int status;
        quint64 count;
    };
    std::vector<StatusCount> counts() const; ///< those above zero, by status

private:
    static constexpr int kFirstStatus = 100;
    static constexpr int kLastStatus = 599;

    QByteArray m_handler;
    QByteArray m_method;
    std::array<std::atomic<quint64>, kLastStatus - kFirstStatus + 1> m_counts{};
};

/// Counts the replies of a route that takes pushes, and notes them by the minute.
class ActivityCounter : public RouteCounter {
public:
    /// `activity` must outlive this.
    ActivityCounter(QByteArray handler, QByteArray method, PushActivity& activity);

    void replyFinished(const Exchange& exchange) override;

private:
    PushActivity& m_activity;
};

/// Counts pushes of one method and also takes their size and duration.
class PushCounter final : public ActivityCounter {
public:
    PushCounter(QByteArray method, PushActivity& activity, SharedSummary::Instant now);

    void replyFinished(const Exchange& exchange) override;

    SharedSummary& sizes() { return m_sizes; } ///< in bytes
    SharedSummary& durations() { return m_durations; } ///< in seconds

private:
    SharedSummary m_sizes;
    SharedSummary m_durations;
};

/// The counters of all routes that are counted.
/// Threads  `route` and `push` while the routes are built, the rest from any thread.
class RequestMetrics {
public:
    explicit RequestMetrics(SharedSummary::Instant now)
        : m_startedAt(now)
    {
    }

    /// A new counter; `handler` and `method` are those of one route. Lives as long as this.
    RouteCounter& route(QByteArray handler, QByteArray method);
    /// The same for a route that takes pushes; its handler is `push`.
    PushCounter& push(QByteArray method);
    /// The same for a route that takes pushes into many groups.
    RouteCounter& bulkPush(QByteArray handler, QByteArray method);

    const std::vector<std::unique_ptr<RouteCounter>>& routes() const { return m_routes; }
    const std::vector<PushCounter*>& pushes() const { return m_pushes; }
    const PushActivity& activity() const { return m_activity; } ///< of all that take pushes

private:
    SharedSummary::Instant m_startedAt;
    PushActivity m_activity;
    std::vector<std::unique_ptr<RouteCounter>> m_routes; ///< all, pushes among them
    std::vector<PushCounter*> m_pushes;
};

} // namespace pushgate::daemon
