// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/group_catalog.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/expose/exposition_cache.h"
#include "core/store/change_fan_out.h"
#include "core/store/change_history.h"
#include "core/store/metric_store.h"
#include "daemon/build_info.h"
#include "daemon/http/http_server.h"
#include "daemon/log/logger.h"
#include "daemon/options/options.h"
#include "daemon/persist/sql_journal.h"
#include "daemon/routes/lifecycle.h"
#include "daemon/routes/long_polls.h"
#include "daemon/routes/outer_router.h"
#include "daemon/routes/prefixes.h"
#include "daemon/routes/render_pool.h"
#include "daemon/stale/group_expiry.h"
#include "daemon/stale/rules_in_force.h"
#include "daemon/stale/staleness_config.h"
#include "daemon/telemetry/commit_metrics.h"
#include "daemon/telemetry/group_metrics.h"
#include "daemon/telemetry/request_metrics.h"
#include "daemon/telemetry/self_metrics.h"

#include <QObject>

#include <memory>
#include <vector>

namespace pushgate::daemon {

/// The whole gateway: makes its parts in order, joins them, and takes them down again.
/// Order    start once; stop once; `finished` follows.
/// Threads  the one that made it, which runs an event loop.
/// Source   Command line, 'Start order'.
class Service final : public QObject {
    Q_OBJECT
public:
    /// `clock` and `logger` must outlive the service. `options` and `prefixes` belong together.
    Service(const Options& options, const Prefixes& prefixes, const core::Clock& clock,
        Logger& logger, QObject* parent = nullptr);

    /// Brings back what is in the persistence file, opens all listeners and serves. After an error
    /// nothing is served.
    core::Status start();

    /// Accepts no more, answers what has begun, writes what is owed, and ends in `finished`.
    void stop();

    /// Reads the rules of staleness again; what is wrong with them is logged.
    void reload() { (void)m_staleness.load(); }

    /// For the process, once finished: 1 if something could not be written.
    int exitStatus() const { return m_exitStatus; }

    /// What is listened on; none before `start`.
    std::vector<QByteArray> addresses() const { return m_server.addresses(); }

signals:
    void stopRequested(); ///< by a client; on the thread of its request
    void finished();

private:
    OuterRouter::Routers makeRouters();
    std::vector<core::ChangeSink*> sinks();
    core::Status restore();
    core::Status listen();
    core::Status adoptPassedSockets();
    void logStart();
    void tellServiceManager(QByteArrayView state);
    void stopByRequest();
    void noteDrained();

    Options m_options;
    Prefixes m_prefixes;
    const core::Clock& m_clock;
    Logger& m_logger;
    BuildInfo m_build;
    core::TimePoint m_startedAt;

    NoDurability m_noDurability;
    CommitMetrics m_commits;
    std::unique_ptr<SqlJournal> m_journal; ///< null: metrics stay in memory
    core::ChangeHistory m_history;
    core::GroupCatalog m_catalog;
    RulesInForce m_rules;
    StalenessConfig m_staleness;
    QByteArray m_epoch; ///< of the store; as long as it is the same, its revisions go on
    LongPolls m_polls;
    core::ChangeFanOut m_sink;
    core::MetricStore m_store;
    core::ExpositionCache m_expositions;
    GroupExpiry m_expiry;
    GroupMetrics m_groupMetrics;
    RequestMetrics m_requests;
    SelfMetrics m_self;
    Readiness m_readiness;
    RenderPool m_pool;
    OuterRouter m_router;
    HttpServer m_server; ///< last: its workers use all of the above
    bool m_stopping = false;
    int m_exitStatus = 0;
};

} // namespace pushgate::daemon
