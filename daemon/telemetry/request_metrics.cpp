// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/telemetry/request_metrics.h"

#include "daemon/http/request.h"
#include "daemon/telemetry/request_size.h"

#include <algorithm>
#include <utility>

namespace pushgate::daemon {

namespace {

    const std::vector<QuantileObjective>& pushObjectives()
    {
        static const std::vector<QuantileObjective> objectives{
            {0.1, 0.01}, {0.5, 0.05}, {0.9, 0.01}};
        return objectives;
    }

} // namespace

RouteCounter::RouteCounter(QByteArray handler, QByteArray method)
    : m_handler(std::move(handler))
    , m_method(std::move(method))
{
}

void RouteCounter::replyFinished(const Exchange& exchange)
{
    const int status = std::clamp(exchange.status, kFirstStatus, kLastStatus);
    m_counts[static_cast<size_t>(status - kFirstStatus)].fetch_add(1, std::memory_order_relaxed);
}

std::vector<RouteCounter::StatusCount> RouteCounter::counts() const
{
    std::vector<StatusCount> counts;
    for (int status = kFirstStatus; status <= kLastStatus; ++status) {
        const auto& counter = m_counts[static_cast<size_t>(status - kFirstStatus)];
        if (const quint64 count = counter.load(std::memory_order_relaxed))
            counts.push_back({status, count});
    }
    return counts;
}

ActivityCounter::ActivityCounter(QByteArray handler, QByteArray method, PushActivity& activity)
    : RouteCounter(std::move(handler), std::move(method))
    , m_activity(activity)
{
}

void ActivityCounter::replyFinished(const Exchange& exchange)
{
    RouteCounter::replyFinished(exchange);
    const auto outcome
        = exchange.status < 400 ? PushActivity::Outcome::Accepted : PushActivity::Outcome::Refused;
    m_activity.note(outcome, exchange.request.startedAt + exchange.duration);
}

PushCounter::PushCounter(QByteArray method, PushActivity& activity, SharedSummary::Instant now)
    : ActivityCounter(QByteArrayLiteral("push"), std::move(method), activity)
    , m_sizes(pushObjectives(), now)
    , m_durations(pushObjectives(), now)
{
}

void PushCounter::replyFinished(const Exchange& exchange)
{
    ActivityCounter::replyFinished(exchange);
    const SharedSummary::Instant now = exchange.request.startedAt + exchange.duration;
    m_sizes.observe(static_cast<double>(estimatedRequestBytes(exchange.request)), now);
    m_durations.observe(std::chrono::duration<double>(exchange.duration).count(), now);
}

RouteCounter& RequestMetrics::route(QByteArray handler, QByteArray method)
{
    m_routes.push_back(std::make_unique<RouteCounter>(std::move(handler), std::move(method)));
    return *m_routes.back();
}

RouteCounter& RequestMetrics::bulkPush(QByteArray handler, QByteArray method)
{
    m_routes.push_back(
        std::make_unique<ActivityCounter>(std::move(handler), std::move(method), m_activity));
    return *m_routes.back();
}

PushCounter& RequestMetrics::push(QByteArray method)
{
    auto counter = std::make_unique<PushCounter>(std::move(method), m_activity, m_startedAt);
    m_pushes.push_back(counter.get());
    m_routes.push_back(std::move(counter));
    return *m_pushes.back();
}

} // namespace pushgate::daemon
