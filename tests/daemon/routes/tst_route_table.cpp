// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/page_html.h"
#include "daemon/routes/route_table.h"
#include "daemon/telemetry/own_families.h"

#include <QtTest>

#include <optional>

using namespace pushgate;
using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

/// A disk that may fill up.
class FullDisk final : public Durability {
public:
    std::optional<core::Status> settled(quint64) const override
    {
        const auto error = obstacle();
        return error ? core::Status(*error) : core::ok();
    }
    void await(quint64, Settled) override { }
    std::optional<core::Error> obstacle() const override
    {
        if (!isFull)
            return std::nullopt;
        return core::Error{core::Error::Kind::Unavailable, "disk full"_ba};
    }

    bool isFull = false;
};

/// Asks the whole table, as the HTTP layer does.
class TestRouteTable : public QObject {
    Q_OBJECT

    void build();
    Reply ask(const char* method, const QByteArray& target, const QByteArray& body = {});

    Options m_options;
    Prefixes m_prefixes;
    int m_quits = 0;
    core::NoChangeSink m_sink;
    FullDisk m_durability;
    core::SystemClock m_clock;
    std::unique_ptr<Logger> m_logger;
    std::unique_ptr<core::MetricStore> m_store;
    std::unique_ptr<core::ExpositionCache> m_expositions;
    std::unique_ptr<RequestMetrics> m_requests;
    std::unique_ptr<SelfMetrics> m_self;
    std::unique_ptr<Readiness> m_readiness;
    std::unique_ptr<RenderPool> m_pool;
    core::ChangeHistory m_history;
    core::GroupCatalog m_catalog;
    RulesInForce m_rules;
    QByteArray m_epoch = "e";
    std::unique_ptr<LongPolls> m_polls;
    std::unique_ptr<OuterRouter> m_router;

private slots:
    void init();
    void servesEveryPath_data();
    void servesEveryPath();
    void takesPushesByBothSpellings();
    void keepsUtf8NamesOffByDefault();
    void countsByHandler_data();
    void countsByHandler();
    void doesNotCount_data();
    void doesNotCount();
    void acknowledgesOnlyWhatIsWritten_data();
    void acknowledgesOnlyWhatIsWritten();
    void adminHasToBeAllowed();
    void lifecycleHasToBeAllowed();
    void telemetryMayMove();
    void pageAllowsItsOwnFilesOnly();
};

void TestRouteTable::init()
{
    m_durability.isFull = false;
    m_options = {};
    m_quits = 0;
    build();
}

/// A table for m_options.
void TestRouteTable::build()
{
    m_prefixes = *prefixesOf(m_options);
    const BuildInfo info = BuildInfo::ofThisProgram();
    m_logger = std::make_unique<Logger>(Logger::Settings{}, m_clock, [](const QByteArray&) {});
    m_store = std::make_unique<core::MetricStore>(ownFamilies(), m_sink);
    m_expositions = std::make_unique<core::ExpositionCache>();
    m_requests = std::make_unique<RequestMetrics>(std::chrono::steady_clock::now());
    m_self = std::make_unique<SelfMetrics>(info, *m_requests);
    m_readiness = std::make_unique<Readiness>();
    m_readiness->set(true);
    m_pool = std::make_unique<RenderPool>(1);
    m_polls = std::make_unique<LongPolls>(*m_pool);
    const GroupsParts groups{
        *m_store, m_durability, m_history, m_catalog, m_rules, m_clock, *m_pool, *m_polls, m_epoch};
    RouteParts parts{m_options, m_prefixes, info, m_clock.now(), *m_store, *m_expositions, m_clock,
        *m_logger, *m_requests, *m_self, *m_readiness, *m_pool, m_durability, groups, {}};
    if (m_options.lifecycle == Options::Api::On)
        parts.quit = [this] { ++m_quits; };
    m_router = std::make_unique<OuterRouter>(m_prefixes.route, routeTables(parts));
}

Reply TestRouteTable::ask(const char* method, const QByteArray& target, const QByteArray& body)
{
    Request request;
    request.method = method;
    request.target = target;
    request.body = body;
    Reply reply = m_router->handle(request, {}).value_or(Reply::empty(0));
    if (reply.observer) {
        reply.observer->replyFinished(
            {request, reply.status, reply.bodyBytes(), {}, Exchange::Outcome::Sent});
    }
    return reply;
}

void TestRouteTable::servesEveryPath_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    const auto row = [](const char* method, const char* path, int status) {
        QTest::newRow((QByteArray(method) + ' ' + path).constData())
            << QByteArray(method) << QByteArray(path) << status;
    };
    row("GET", "/", 200);
    row("GET", "/status", 200);
    row("GET", "/metrics", 200);
    row("PUT", "/metrics/job/a", 200);
    row("POST", "/metrics/job/a/b/c", 200);
    row("DELETE", "/metrics/job@base64/YQ", 202);
    row("GET", "/-/healthy", 200);
    row("GET", "/-/ready", 200);
    row("PUT", "/-/quit", 403);
    row("POST", "/-/quit", 403);
    row("GET", "/static/none.js", 404);
    row("GET", "/static", 301);
    row("GET", "/api/v1/status", 200);
    row("GET", "/api/v1/metrics", 200);
    row("GET", "/api/v1/activity", 200);
    row("GET", "/api/v1/runtime", 200);
    row("GET", "/api/v1/staleness", 200);
    row("OPTIONS", "/api/v1/anything", 200);
    row("PUT", "/api/v1/admin/wipe", 404);
    row("GET", "/debug/pprof/", 404);
}

void TestRouteTable::servesEveryPath()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, path);
    QFETCH(const int, status);
    QCOMPARE(ask(method.constData(), path).status, status);

    m_options.routePrefix = "/pre"_ba;
    build();
    QCOMPARE(ask(method.constData(), "/pre" + path).status, status);
    // There is one path without prefix, for GET.
    QCOMPARE(ask(method.constData(), path).status, path == "/-/quit" ? 405 : 404);
    QCOMPARE(ask("GET", "/-/quit"_ba).segments.value(0), "Only POST or PUT requests allowed."_ba);
}

void TestRouteTable::takesPushesByBothSpellings()
{
    QCOMPARE(ask("PUT", "/metrics/job/a/l/x%2Fy"_ba, "m 1\n"_ba).status, 400); // odd
    QCOMPARE(ask("PUT", "/metrics/job/a/l/x"_ba, "m 1\n"_ba).status, 200);
    QCOMPARE(ask("POST", "/metrics/job@base64/YQ==/l@base64/eA"_ba, "n 1\n"_ba).status, 200);
    QCOMPARE(m_store->snapshot()->groups.size(), size_t{1});
    QCOMPARE(ask("DELETE", "/metrics/job@base64/YQ/l/x"_ba).status, 202);
    QVERIFY(m_store->snapshot()->groups.empty());
}

void TestRouteTable::keepsUtf8NamesOffByDefault()
{
    QCOMPARE(ask("PUT", "/metrics/job/a/U__l_2e_x/1"_ba).status, 200);
    QVERIFY(!ask("GET", "/api/v1/metrics"_ba).segments.join().contains("\"l.x\":\"1\""));
    m_options.names = Options::Names::Utf8;
    build();
    QCOMPARE(ask("PUT", "/metrics/job/a/U__l_2e_x/1"_ba).status, 200);
    QVERIFY(ask("GET", "/api/v1/metrics"_ba).segments.join().contains("\"l.x\":\"1\""));
}

void TestRouteTable::countsByHandler_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("series");
    const auto row = [](const char* method, const char* path, const char* series) {
        QTest::newRow((QByteArray(method) + ' ' + path).constData())
            << QByteArray(method) << QByteArray(path) << QByteArray(series);
    };
    row("PUT", "/metrics/job/a", R"(code="200",handler="push",method="put")");
    row("POST", "/metrics/job@base64/YQ", R"(code="200",handler="push",method="post")");
    row("POST", "/metrics/job/a/b", R"(code="400",handler="push",method="post")");
    row("DELETE", "/metrics/job/a", R"(code="202",handler="delete",method="delete")");
    row("GET", "/", R"(code="200",handler="status",method="get")");
    row("GET", "/status", R"(code="200",handler="status",method="get")");
    row("GET", "/static/x", R"(code="404",handler="static",method="get")");
    row("GET", "/-/healthy", R"(code="200",handler="healthy",method="get")");
    row("GET", "/-/ready", R"(code="200",handler="ready",method="get")");
    row("GET", "/api/v1/status", R"(code="200",handler="api/v1/status",method="get")");
    row("GET", "/api/v1/metrics", R"(code="200",handler="api/v1/metrics",method="get")");
    row("OPTIONS", "/api/v1/x", R"(code="200",handler="api/v1/options",method="options")");
    row("PUT", "/api/v1/admin/wipe", R"(code="202",handler="wipe",method="put")");
}

void TestRouteTable::countsByHandler()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, series);
    m_options.admin = Options::Api::On;
    build();
    ask(method.constData(), path);
    ask(method.constData(), path);
    const QByteArray scrape = ask("GET", "/metrics"_ba).segments.join();
    QVERIFY(scrape.contains("\npushgateway_http_requests_total{" + series + "} 2\n"));
    QCOMPARE(scrape.count("\npushgateway_http_requests_total{"), 1);
}

void TestRouteTable::doesNotCount_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("scrape") << "GET"_ba
                            << "/metrics"_ba;
    QTest::newRow("quit") << "PUT"_ba
                          << "/-/quit"_ba;
    QTest::newRow("quit by GET") << "GET"_ba
                                 << "/-/quit"_ba;
    QTest::newRow("unknown path") << "GET"_ba
                                  << "/nothing"_ba;
    QTest::newRow("wrong method") << "GET"_ba
                                  << "/metrics/job/a"_ba;
    QTest::newRow("redirect") << "GET"_ba
                              << "/status/"_ba;
    QTest::newRow("OPTIONS") << "OPTIONS"_ba
                             << "/metrics"_ba;
    QTest::newRow("no target") << "GET"_ba
                               << "*"_ba;
}

void TestRouteTable::doesNotCount()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, path);
    ask(method.constData(), path);
    QVERIFY(!ask("GET", "/metrics"_ba).segments.join().contains("pushgateway_http_"));
}

void TestRouteTable::acknowledgesOnlyWhatIsWritten_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    QTest::newRow("PUT") << "PUT"_ba
                         << "/metrics/job/a"_ba << 200;
    QTest::newRow("POST") << "POST"_ba
                          << "/metrics/job@base64/YQ"_ba << 200;
    QTest::newRow("DELETE") << "DELETE"_ba
                            << "/metrics/job/a"_ba << 202;
    QTest::newRow("wipe") << "PUT"_ba
                          << "/api/v1/admin/wipe"_ba << 202;
    QTest::newRow("ready") << "GET"_ba
                           << "/-/ready"_ba << 200;
}

void TestRouteTable::acknowledgesOnlyWhatIsWritten()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, target);
    QFETCH(const int, status);
    m_options.admin = Options::Api::On;
    build();
    QCOMPARE(ask(method.constData(), target).status, status);
    m_durability.isFull = true;
    QCOMPARE(ask(method.constData(), target).status, 503);
    QCOMPARE(ask("GET", "/-/healthy").status, 200);
    m_durability.isFull = false;
    QCOMPARE(ask(method.constData(), target).status, status);
}

void TestRouteTable::adminHasToBeAllowed()
{
    QCOMPARE(ask("GET", "/api/v1/admin/wipe"_ba).status, 404);
    m_options.admin = Options::Api::On;
    build();
    QCOMPARE(ask("PUT", "/metrics/job/a"_ba).status, 200);
    QCOMPARE(ask("PUT", "/api/v1/admin/wipe"_ba).status, 202);
    QVERIFY(m_store->snapshot()->groups.empty());
    QCOMPARE(ask("GET", "/api/v1/admin/wipe"_ba).status, 405);
}

void TestRouteTable::lifecycleHasToBeAllowed()
{
    QCOMPARE(ask("PUT", "/-/quit"_ba).status, 403);
    m_options.lifecycle = Options::Api::On;
    build();
    QCOMPARE(ask("PUT", "/-/quit"_ba).status, 200);
    QCOMPARE(ask("POST", "/-/quit"_ba).status, 200);
    QCOMPARE(m_quits, 2);
}

void TestRouteTable::telemetryMayMove()
{
    m_options.telemetryPath = "/scrape"_ba;
    build();
    QCOMPARE(ask("GET", "/metrics"_ba).status, 404);
    QCOMPARE(ask("PUT", "/metrics/job/a"_ba, "m 1\n"_ba).status, 200);
    QVERIFY(ask("GET", "/scrape"_ba).segments.join().contains("\nm{"));
    QVERIFY(ask("GET", "/"_ba).segments.join().contains("<a href=\"./scrape\""));
}

void TestRouteTable::pageAllowsItsOwnFilesOnly()
{
    const Reply reply = ask("GET", "/"_ba);
    const Reply::Field policy{"Content-Security-Policy"_ba, pageSecurityPolicy()};
    QVERIFY(std::find(reply.fields.begin(), reply.fields.end(), policy) != reply.fields.end());
    for (const char* file : {"prometheus.css", "functions.js", "icon.svg"}) {
        QVERIFY(reply.segments.join().contains("=\"./static/" + QByteArray(file)));
        QCOMPARE(ask("GET", "/static/" + QByteArray(file)).status, 200);
    }
}

QTEST_GUILESS_MAIN(TestRouteTable)
#include "tst_route_table.moc"
