// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "daemon/build_info.h"
#include "daemon/http/reply.h"
#include "daemon/options/options.h"
#include "daemon/routes/render_pool.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace pushgate::core {
class MetricStore;
}

namespace pushgate::daemon {

/// OPTIONS of anything under R/api/v1.
Reply apiOptionsReply();

/// GET R/api/v1/status: build, flags and start time, which never change.
class ApiStatusRoute {
public:
    ApiStatusRoute(
        const BuildInfo& build, const std::vector<FlagValue>& flags, core::TimePoint startedAt);

    Reply handle() const;

private:
    QByteArray m_data; ///< JSON
};

/// GET R/api/v1/metrics: everything stored, by group.
/// Threads  any.
class ApiMetricsRoute {
public:
    /// Both must outlive this and the pool's work.
    ApiMetricsRoute(const core::MetricStore& store, RenderPool& pool)
        : m_store(store)
        , m_pool(pool)
    {
    }

    std::optional<Reply> handle(const LateReply& later) const;

private:
    const core::MetricStore& m_store;
    RenderPool& m_pool;
};

} // namespace pushgate::daemon
