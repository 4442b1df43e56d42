// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/expose/exposition_cache.h"
#include "core/store/metric_store.h"
#include "daemon/build_info.h"
#include "daemon/log/logger.h"
#include "daemon/options/options.h"
#include "daemon/persist/durability.h"
#include "daemon/routes/groups_parts.h"
#include "daemon/routes/lifecycle.h"
#include "daemon/routes/outer_router.h"
#include "daemon/routes/prefixes.h"
#include "daemon/routes/render_pool.h"
#include "daemon/telemetry/request_metrics.h"
#include "daemon/telemetry/self_metrics.h"

#include <functional>

namespace pushgate::daemon {

/// What the routes work on; all references must outlive them.
struct RouteParts {
    const Options& options;
    const Prefixes& prefixes;
    const BuildInfo& build;
    core::TimePoint startedAt;
    core::MetricStore& store;
    core::ExpositionCache& expositions;
    const core::Clock& clock;
    Logger& logger;
    RequestMetrics& requests; ///< gets a counter for each route that is counted
    const SelfMetrics& self;
    const Readiness& readiness;
    RenderPool& pool;
    Durability& durability;
    const GroupsParts& groups; ///< copied
    std::function<void()> quit; ///< from any thread; empty: the lifecycle API is off
    std::function<core::Status()> reload{}; ///< from any thread
};

/// Every route of the gateway, with its method, its path and its name in the metrics.
/// Source  Push API, section 3; Query API, section 1.
OuterRouter::Routers routeTables(const RouteParts& parts);

} // namespace pushgate::daemon
