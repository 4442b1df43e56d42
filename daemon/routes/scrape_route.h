// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "daemon/http/reply.h"
#include "daemon/http/request.h"
#include "daemon/routes/render_pool.h"

#include <optional>

namespace pushgate::core {
class ExpositionCache;
class MetricStore;
} // namespace pushgate::core

namespace pushgate::daemon {

class Logger;
class SelfMetrics;

/// GET of the telemetry path: everything stored and the gateway's own metrics, or an error and
/// nothing at all.
/// Threads  any.
/// Source   Exposition.
class ScrapeRoute {
public:
    /// All must outlive this and the pool's work.
    ScrapeRoute(const core::MetricStore& store, core::ExpositionCache& cache,
        const SelfMetrics& self, RenderPool& pool, Logger& logger)
        : m_store(store)
        , m_cache(cache)
        , m_self(self)
        , m_pool(pool)
        , m_logger(logger)
    {
    }

    std::optional<Reply> handle(const Request& request, const LateReply& later) const;

private:
    const core::MetricStore& m_store;
    core::ExpositionCache& m_cache;
    const SelfMetrics& m_self;
    RenderPool& m_pool;
    Logger& m_logger;
};

} // namespace pushgate::daemon
