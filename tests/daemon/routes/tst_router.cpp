// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/http/reply_observer.h"
#include "daemon/routes/router.h"
#include "tests/support/collecting_sink.h"

#include <QtTest>

using namespace pushgate;
using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

/// The reference's paths under the prefix `/pre` or none; every route answers with its name.
class TestRouter : public QObject {
    Q_OBJECT

    static std::vector<Route> routes(const QByteArray& prefix);
    static Route route(const char* method, PathPattern pattern, const char* name);
    static Reply answer(const Router& router, const char* method, const QByteArray& target);
    static QByteArray text(const Reply& reply) { return reply.segments.value(0); }
    static QByteArray field(const Reply& reply, const char* name);

    const Router m_router{routes(""_ba)};
    const Router m_prefixed{routes("/pre"_ba)};

private slots:
    void finds_data();
    void finds();
    void redirects_data();
    void redirects();
    void refuses_data();
    void refuses();
    void answersOptions_data();
    void answersOptions();
    void apiAnswersOptionsItself();
    void redirectsKeepTheQuery();
    void passesPathParts();
    void namesItsObserver();
    void lateRepliesNameTheirObserver();
};

class IdleObserver final : public ReplyObserver {
public:
    void replyFinished(const Exchange&) override { }
};

Route TestRouter::route(const char* method, PathPattern pattern, const char* name)
{
    return {method, std::move(pattern), [name](const RouteCall&) { return Reply::text(200, name); },
        nullptr};
}

std::vector<Route> TestRouter::routes(const QByteArray& prefix)
{
    std::vector<Route> routes;
    routes.push_back(route("GET", PathPattern::exactly(prefix + '/'), "page"));
    routes.push_back(route("GET", PathPattern::exactly(prefix + "/status"), "status"));
    routes.push_back(route("GET", PathPattern::exactly(prefix + "/metrics"), "scrape"));
    routes.push_back(route("GET", PathPattern::exactly(prefix + "/-/ready"), "ready"));
    routes.push_back(route("GET", PathPattern::exactly("/-/quit"_ba), "no quit"));
    routes.push_back(route("GET", PathPattern::below(prefix + "/static/"), "static"));
    for (const char* method : {"PUT", "POST", "DELETE"}) {
        routes.push_back(route(method, PathPattern::group(prefix + "/metrics/job/"), "group"));
        routes.push_back(
            route(method, PathPattern::group(prefix + "/metrics/job@base64/"), "base64"));
    }
    for (const char* method : {"PUT", "POST"})
        routes.push_back(route(method, PathPattern::exactly(prefix + "/-/quit"), "quit"));
    return routes;
}

Reply TestRouter::answer(const Router& router, const char* method, const QByteArray& target)
{
    Request request;
    request.method = method;
    request.target = target;
    const auto parsed = parseRequestTarget(method, target);
    return router.answer(request, {}, parsed->path, *parsed).value_or(Reply::empty(0));
}

QByteArray TestRouter::field(const Reply& reply, const char* name)
{
    for (const Reply::Field& each : reply.fields) {
        if (each.name == name)
            return each.value;
    }
    return "(none)"_ba;
}

void TestRouter::finds_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("name");
    const auto row = [](const char* request, const char* name) {
        QTest::newRow(request) << QByteArray(request) << QByteArray(name);
    };
    row("GET /", "page");
    row("GET /status", "status");
    row("GET /metrics", "scrape");
    row("GET /%6Detrics", "scrape");
    row("GET /static/", "static");
    row("GET /static/a/b", "static");
    row("GET /-/quit", "no quit");
    row("PUT /-/quit", "quit");
    row("PUT /metrics/job/a", "group");
    row("POST /metrics/job/a/", "group");
    row("DELETE /metrics/job/a/x/1/", "group");
    row("PUT /metrics/job/a%2Fb", "group");
    row("PUT /metrics/job@base64/YQ", "base64");
    row("PUT /metrics/job/@base64", "group");
}

void TestRouter::finds()
{
    QFETCH(const QByteArray, request);
    QFETCH(const QByteArray, name);
    const qsizetype blank = request.indexOf(' ');
    const QByteArray method = request.first(blank);
    const QByteArray target = request.sliced(blank + 1);
    QCOMPARE(text(answer(m_router, method.constData(), target)), name);
    if (target != "/-/quit" || method != "GET") // the one path without prefix
        QCOMPARE(text(answer(m_prefixed, method.constData(), "/pre" + target)), name);
}

void TestRouter::redirects_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("location");
    const auto row = [](const char* method, const char* target, const char* location) {
        QTest::newRow((QByteArray(method) + ' ' + target).constData())
            << QByteArray(method) << QByteArray(target) << QByteArray(location);
    };
    row("GET", "/metrics/", "/metrics");
    row("GET", "/status/", "/status");
    row("GET", "/static", "/static/");
    row("GET", "/STATUS", "/status");
    row("GET", "/STATUS/", "/status");
    row("GET", "/Static/A", "/static/A");
    row("GET", "/STATIC", "/static/");
    row("PUT", "/metrics/job/", "/metrics/job"); // where the reference has nothing either
    row("PUT", "/METRICS/Job/A", "/metrics/job/A");
    row("POST", "/Metrics/Job/a%20b/c!d", "/metrics/job/a%20b/c%21d");
    row("PUT", "/metrics/job@Base64/YQ", "/metrics/job@base64/YQ");
    row("PUT", "/metrics%2F%2Fjob/a", "/metrics/job/a");
    row("POST", "/-/quit/", "/-/quit");
}

void TestRouter::redirects()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, target);
    QFETCH(const QByteArray, location);
    const Reply reply = answer(m_router, method.constData(), target);
    QCOMPARE(reply.status, method == "GET" ? 301 : 307);
    QCOMPARE(field(reply, "Location"), location);
    QCOMPARE(reply.segments.isEmpty(), method != "GET");

    const Reply prefixed = answer(m_prefixed, method.constData(), "/pre" + target);
    QCOMPARE(field(prefixed, "Location"), "/pre" + location);
}

void TestRouter::refuses_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("allow"); // empty: 404
    const auto row = [](const char* method, const char* target, const char* allow) {
        QTest::newRow((QByteArray(method) + ' ' + target).constData())
            << QByteArray(method) << QByteArray(target) << QByteArray(allow);
    };
    row("GET", "/nothing", "");
    row("GET", "/nothing/", "");
    row("FOO", "/nothing", "");
    row("OPTIONS", "/nothing", "");
    row("GET", "/-", "");
    row("GET", "/-/", "");
    row("GET", "/metrics/job", "");
    row("PUT", "/metrics/job", "");
    row("PUT", "/METRICS/JOB/", "");
    row("PUT", "/metrics/job@base64/", "");
    row("PUT", "/metrics/jobs/a", "");
    row("PUT", "/status/", "");
    row("DELETE", "/-/quit/", "");
    row("OPTIONS", "/metrics/job/", "");
    row("CONNECT", "host:80", "");
    row("PUT", "/", "GET, OPTIONS");
    row("HEAD", "/metrics", "GET, OPTIONS");
    row("get", "/metrics", "GET, OPTIONS");
    row("CONNECT", "/metrics", "GET, OPTIONS");
    row("GET", "/metrics/job/a", "DELETE, OPTIONS, POST, PUT");
    row("put", "/metrics/job/a/b", "DELETE, OPTIONS, POST, PUT");
    row("DELETE", "/-/quit", "GET, OPTIONS, POST, PUT");
}

void TestRouter::refuses()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, target);
    QFETCH(const QByteArray, allow);
    const Reply reply = answer(m_router, method.constData(), target);
    if (allow.isEmpty()) {
        QCOMPARE(reply, Reply::error(404, "404 page not found"));
    } else {
        QCOMPARE(reply, Reply::error(405, "Method Not Allowed").with("Allow"_ba, allow));
    }
}

void TestRouter::answersOptions_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("allow");
    QTest::newRow("scrape") << "/metrics"_ba
                            << "GET, OPTIONS"_ba;
    QTest::newRow("group") << "/metrics/job/a"_ba
                           << "DELETE, OPTIONS, POST, PUT"_ba;
    QTest::newRow("quit") << "/-/quit"_ba
                          << "GET, OPTIONS, POST, PUT"_ba;
}

void TestRouter::answersOptions()
{
    QFETCH(const QByteArray, target);
    QFETCH(const QByteArray, allow);
    QCOMPARE(answer(m_router, "OPTIONS", target), Reply::empty(200).with("Allow"_ba, allow));
}

void TestRouter::apiAnswersOptionsItself()
{
    const Router api({route("GET", PathPattern::exactly("/status"_ba), "status"),
        route("OPTIONS", PathPattern::below("/"_ba), "options")});
    QCOMPARE(text(answer(api, "OPTIONS", "/unknown"_ba)), "options"_ba);
    QCOMPARE(answer(api, "GET", "/unknown"_ba).status, 404);
    const Reply reply = answer(api, "PUT", "/status"_ba);
    QCOMPARE(reply.status, 405);
    QCOMPARE(field(reply, "Allow"), "GET, OPTIONS"_ba);
}

void TestRouter::redirectsKeepTheQuery()
{
    QCOMPARE(
        field(answer(m_router, "GET", "/status/?a=%zz&b"_ba), "Location"), "/status?a=%zz&b"_ba);
}

void TestRouter::passesPathParts()
{
    const Router router({{"PUT"_ba, PathPattern::group("/job/"_ba),
        [](const RouteCall& call) {
            return Reply::text(200,
                call.parts.job.toByteArray() + '|' + call.parts.labels.toByteArray() + '|'
                    + call.request.method);
        },
        nullptr}});
    QCOMPARE(text(answer(router, "PUT", "/job/a/b/%ff"_ba)), "a|/b/\xff|PUT"_ba);
}

void TestRouter::namesItsObserver()
{
    IdleObserver observer;
    Route counted = route("GET", PathPattern::exactly("/counted"_ba), "");
    counted.observer = &observer;
    const Router router({counted, route("GET", PathPattern::exactly("/other"_ba), "")});
    QCOMPARE(answer(router, "GET", "/counted"_ba).observer, &observer);
    QVERIFY(!answer(router, "GET", "/other"_ba).observer);
    QVERIFY(!answer(router, "PUT", "/counted"_ba).observer);
    QVERIFY(!answer(router, "GET", "/counted/"_ba).observer);
}

void TestRouter::lateRepliesNameTheirObserver()
{
    IdleObserver observer;
    const auto sink = std::make_shared<tests::CollectingSink>();
    const Router router({{"GET"_ba, PathPattern::exactly("/late"_ba),
        [](const RouteCall& call) -> std::optional<Reply> {
            call.later.send(Reply::text(200, "late"));
            return std::nullopt;
        },
        &observer}});
    Request request;
    request.method = "GET"_ba;
    const RequestTarget target{"/late"_ba, "/late"_ba, {}};
    QVERIFY(!router.answer(request, ReplyTo(sink, 1, 1), target.path, target));
    QCOMPARE(sink->sent().size(), size_t{1});
    QCOMPARE(sink->sent()[0].reply.observer, &observer);
}

QTEST_APPLESS_MAIN(TestRouter)
#include "tst_router.moc"
