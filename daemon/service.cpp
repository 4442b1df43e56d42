// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/service.h"

#include "daemon/routes/route_table.h"
#include "daemon/systemd.h"

#include <QRandomGenerator>
#include <QThread>

#include <algorithm>
#include <unistd.h>

namespace pushgate::daemon {

namespace {

    std::chrono::milliseconds milliseconds(std::chrono::nanoseconds time)
    {
        return std::chrono::ceil<std::chrono::milliseconds>(time);
    }

    HttpLimits limitsOf(const Options& options)
    {
        HttpLimits limits = HttpLimits::forThisProcess();
        limits.headBytes = static_cast<qsizetype>(options.maxHeadBytes);
        limits.bodyBytes = options.maxBodyBytes;
        limits.unfinishedBytes = options.maxUnfinishedBytes;
        if (options.maxConnections > 0)
            limits.connections = options.maxConnections;
        limits.head = milliseconds(options.readTimeout);
        limits.body = milliseconds(options.readTimeout);
        limits.writeStall = milliseconds(options.writeTimeout);
        limits.idle = milliseconds(options.idleTimeout);
        return limits;
    }

    quint64 microseconds(core::TimePoint time)
    {
        return static_cast<quint64>(
            std::chrono::floor<std::chrono::microseconds>(time).time_since_epoch().count());
    }

    int cores()
    {
        return std::max(1, QThread::idealThreadCount());
    }

    std::unique_ptr<SqlJournal> journalOf(
        const Options& options, CommitMetrics& metrics, Logger& logger)
    {
        if (options.persistenceFile.isEmpty())
            return nullptr;
        SqlJournal::Settings settings;
        settings.interval = options.persistenceInterval;
        return std::make_unique<SqlJournal>(settings, metrics, logger);
    }

    GroupMetrics::PerGroup perGroupOf(const Options& options)
    {
        return options.groupState == Options::Api::On ? GroupMetrics::PerGroup::On
                                                      : GroupMetrics::PerGroup::Off;
    }

    int workersOf(const Options& options)
    {
        return options.ioThreads > 0 ? options.ioThreads : std::min(cores(), kMostDefaultThreads);
    }

} // namespace

Service::Service(const Options& options, const Prefixes& prefixes, const core::Clock& clock,
    Logger& logger, QObject* parent)
    : QObject(parent)
    , m_options(options)
    , m_prefixes(prefixes)
    , m_clock(clock)
    , m_logger(logger)
    , m_build(BuildInfo::ofThisProgram())
    , m_startedAt(clock.now())
    , m_commits(std::chrono::steady_clock::now())
    , m_journal(journalOf(options, m_commits, logger))
    , m_staleness(options.stalenessConfigFile, m_rules, logger)
    , m_epoch(QByteArray::number(QRandomGenerator::system()->generate64(), 16))
    , m_polls(m_pool)
    , m_sink(sinks())
    , m_store(ownFamiliesWith(perGroupOf(options)), m_sink)
    , m_expiry({m_store, m_catalog, m_rules, clock, logger, m_pool})
    , m_groupMetrics(m_catalog, m_rules, m_expiry, clock, perGroupOf(options))
    , m_requests(std::chrono::steady_clock::now())
    , m_self(m_build, m_requests, m_journal ? &m_commits : nullptr, options.persistenceFile,
          &m_groupMetrics)
    , m_pool(cores())
    , m_router(prefixes.route, makeRouters())
    , m_server(m_router, clock, {limitsOf(options), workersOf(options)})
{
    connect(&m_server, &HttpServer::drained, this, &Service::noteDrained);
    connect(&m_server, &HttpServer::acceptFailed, this, [this](const QByteArray& why) {
        m_logger.warn("cannot accept connections for now", {{"err", why}});
    });
}

OuterRouter::Routers Service::makeRouters()
{
    Durability& durability = m_journal ? static_cast<Durability&>(*m_journal) : m_noDurability;
    const GroupsParts groups{m_store, durability, m_history, m_catalog, m_rules, m_clock, m_pool,
        m_polls, m_epoch, namesOf(m_options)};
    RouteParts parts{m_options, m_prefixes, m_build, m_startedAt, m_store, m_expositions, m_clock,
        m_logger, m_requests, m_self, m_readiness, m_pool, durability, groups, {}};
    if (m_options.lifecycle == Options::Api::On) {
        parts.quit = [this] { emit stopRequested(); };
        connect(this, &Service::stopRequested, this, &Service::stopByRequest, Qt::QueuedConnection);
    }
    parts.reload = [this] { return m_staleness.load(); };
    return routeTables(parts);
}

core::Status Service::start()
{
    logStart();
    if (core::Status rules = m_staleness.load(); !rules)
        return rules;
    if (core::Status restored = restore(); !restored) {
        m_logger.error("could not load persisted metrics", {{"err", restored.error().message}});
        return restored;
    }
    core::Status status = listen();
    if (status)
        status = m_server.start();
    if (!status) {
        m_logger.error("HTTP server stopped", {{"err", status.error().message}});
        return status;
    }
    m_expiry.start();
    m_readiness.set(true);
    tellServiceManager("READY=1");
    return status;
}

void Service::logStart()
{
    m_logger.info("starting pushgateway",
        {{"version",
            "(version=" + m_build.version + ", branch=" + m_build.branch
                + ", revision=" + m_build.revision + ')'}});
    m_logger.info("Build context",
        {{"build_context",
            "(qt=" + m_build.qtVersion + ", platform=" + m_build.platform
                + ", compiler=" + m_build.compiler + ')'}});
    m_logger.debug("external URL", {{"url", m_options.externalUrl.text}});
    m_logger.debug("path prefix used externally", {{"path", m_prefixes.external}});
    m_logger.debug("path prefix for internal routing", {{"path", m_prefixes.route}});
}

std::vector<core::ChangeSink*> Service::sinks()
{
    if (m_journal)
        return {m_journal.get(), &m_history, &m_polls};
    return {&m_history, &m_polls};
}

core::Status Service::restore()
{
    // Higher than any revision of another life of the store, even one that was not written.
    const quint64 leastRevision = microseconds(m_clock.now());
    if (!m_journal) {
        m_store.restore({}, leastRevision);
        return core::ok();
    }
    auto restored = m_journal->open(m_options.persistenceFile);
    if (!restored)
        return restored.error();
    const auto groups = static_cast<qint64>(restored->groups.size());
    m_epoch = restored->epoch;
    const quint64 revision = std::max(restored->revision, leastRevision);
    m_store.restore(std::move(restored->groups), revision);
    m_journal->start([this] { return m_store.snapshot(); }, revision);
    m_logger.info(
        "loaded persisted metrics", {{"file", m_options.persistenceFile}, {"groups", groups}});
    return core::ok();
}

core::Status Service::listen()
{
    if (m_options.sockets == Options::Sockets::FromSystemd) {
        m_logger.info("Listening on systemd activated listeners instead of port listeners.");
        core::Status adopted = adoptPassedSockets();
        if (!adopted)
            return adopted;
    } else {
        for (const QByteArray& address : m_options.listenAddresses) {
            core::Status listening = m_server.listen(address);
            if (!listening)
                return listening;
        }
    }
    for (const QByteArray& address : m_server.addresses()) {
        m_logger.info("Listening on", {{"address", address}});
        m_logger.info("TLS is disabled.", {{"http2", false}, {"address", address}});
    }
    return core::ok();
}

core::Status Service::adoptPassedSockets()
{
    const auto descriptors
        = passedDescriptors(PassedSockets::takeFromEnvironment(), qint64{::getpid()});
    if (!descriptors)
        return descriptors.error();
    for (const int descriptor : *descriptors) {
        core::Status adopted = m_server.adoptListeningDescriptor(descriptor);
        if (!adopted)
            return adopted;
    }
    return core::ok();
}

void Service::tellServiceManager(QByteArrayView state)
{
    const QByteArray address = qgetenv("NOTIFY_SOCKET");
    if (address.isEmpty())
        return;
    const core::Status told = notifyServiceManager(address, state);
    if (!told)
        m_logger.warn(told.error().message);
}

void Service::stopByRequest()
{
    m_logger.warn("received termination request via web service, exiting gracefully...");
    stop();
}

void Service::stop()
{
    if (m_stopping)
        return;
    m_stopping = true;
    m_readiness.set(false);
    m_expiry.stop();
    m_polls.close();
    tellServiceManager("STOPPING=1");
    m_server.drain(milliseconds(m_options.shutdownTimeout));
}

void Service::noteDrained()
{
    m_logger.info("HTTP server stopped");
    const core::Status written = m_journal ? m_journal->stop() : core::ok();
    if (!written) {
        m_logger.error("problem shutting down metric storage", {{"err", written.error().message}});
        m_exitStatus = 1;
    }
    emit finished();
}

} // namespace pushgate::daemon
