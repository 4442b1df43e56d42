// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/outer_router.h"

#include <QtTest>

using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

class TestOuterRouter : public QObject {
    Q_OBJECT

    static OuterRouter::Routers routers(const QByteArray& prefix);
    static Reply answer(const QByteArray& method, const QByteArray& target,
        const QByteArray& coding = {}, const QByteArray& body = {});
    static QByteArray location(const Reply& reply);

private slots:
    void choosesARouter_data();
    void choosesARouter();
    void cleansPaths_data();
    void cleansPaths();
    void doesNotCleanForConnect();
    void redirectsNowhereElse_data();
    void redirectsNowhereElse();
    void refusesWhatIsNoTarget_data();
    void refusesWhatIsNoTarget();
    void answersForTheWholeServer();
    void checksGzipBeforeRouting_data();
    void checksGzipBeforeRouting();
    void leavesBodiesOfTheApiAlone();
};

OuterRouter::Routers TestOuterRouter::routers(const QByteArray& prefix)
{
    const auto saying = [](const char* text) {
        return [text](const RouteCall& call) {
            return Reply::text(200, text + (' ' + call.parts.labels.toByteArray()));
        };
    };
    return {Router({{"GET"_ba, PathPattern::exactly(prefix + "/metrics"), saying("main"), nullptr},
                {"PUT"_ba, PathPattern::group(prefix + "/job/"), saying("group"), nullptr}}),
        Router({{"GET"_ba, PathPattern::exactly("/status"_ba), saying("api"), nullptr}})};
}

Reply TestOuterRouter::answer(const QByteArray& method, const QByteArray& target,
    const QByteArray& coding, const QByteArray& body)
{
    Request request;
    request.method = method;
    request.target = target;
    request.body = body;
    if (!coding.isEmpty())
        request.fields.append("content-encoding", coding);
    OuterRouter router("/pre"_ba, routers("/pre"_ba));
    return router.handle(request, {}).value_or(Reply::empty(0));
}

QByteArray TestOuterRouter::location(const Reply& reply)
{
    for (const Reply::Field& field : reply.fields) {
        if (field.name == "Location")
            return field.value;
    }
    return "(none)"_ba;
}

void TestOuterRouter::choosesARouter_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char* method, const char* target, const char* body) {
        QTest::newRow((QByteArray(method) + ' ' + target).constData())
            << QByteArray(method) << QByteArray(target) << QByteArray(body);
    };
    row("GET", "/pre/metrics", "main ");
    row("GET", "/pre/metrics?/api/v1/status", "main ");
    row("GET", "http://host/pre/metrics", "main ");
    row("GET", "/pre/api/v1/status", "api ");
    row("GET", "/pre/api/v1/metrics", "404 page not found\n");
    row("GET", "/pre/api/v1/", "404 page not found\n");
    row("GET", "/pre/api/v1x/status", "404 page not found\n");
    row("GET", "/pre/API/v1/status", "404 page not found\n");
    row("GET", "/api/v1/status", "404 page not found\n");
    row("GET", "/metrics", "404 page not found\n");
    row("PUT", "/pre/job/j/p/%2Fx", "group /p//x"); // encoded slashes survive the cleaning
}

void TestOuterRouter::choosesARouter()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, target);
    QFETCH(const QByteArray, body);
    QCOMPARE(answer(method, target).segments.value(0), body);
}

void TestOuterRouter::cleansPaths_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("location");
    const auto row = [](const char* method, const char* target, const char* location) {
        QTest::newRow((QByteArray(method) + ' ' + target).constData())
            << QByteArray(method) << QByteArray(target) << QByteArray(location);
    };
    row("GET", "//pre/metrics", "/pre/metrics");
    row("PUT", "/pre//job/a", "/pre/job/a");
    row("PUT", "/pre/job/a//?b=//", "/pre/job/a/?b=//");
    row("FOO", "/a/../pre/%2e%2e/%2F", "/pre/%2e%2e/%2F");
    row("GET", "http://host", "/");
    row("GET", "/pre/api/v1", "/pre/api/v1/");
    row("PUT", "/pre/api/v1?x=1", "/pre/api/v1/?x=1");
    row("GET", "/pre/api//v1/status", "/pre/api/v1/status");
    row("GET", "/pre/api/v1/status/", "/status"); // as in the reference, prefix lost
}

void TestOuterRouter::cleansPaths()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, target);
    const Reply reply = answer(method, target);
    QCOMPARE(reply.status, 301);
    QTEST(location(reply), "location");
    QCOMPARE(reply.segments.isEmpty(), method != "GET");
}

void TestOuterRouter::doesNotCleanForConnect()
{
    QCOMPARE(answer("CONNECT"_ba, "//pre//metrics"_ba).status, 404);
    QCOMPARE(answer("CONNECT"_ba, "/pre/metrics"_ba).status, 405);
    QCOMPARE(answer("CONNECT"_ba, "host:80"_ba).status, 404);
}

void TestOuterRouter::redirectsNowhereElse_data()
{
    QTest::addColumn<QByteArray>("target");
    for (const char* target : {"//evil.example/", "///evil.example", "/\\evil.example//",
             "/a/..//evil.example", "/./\\evil.example", "http://evil.example//a"})
        QTest::newRow(target) << QByteArray(target);
}

void TestOuterRouter::redirectsNowhereElse()
{
    QFETCH(const QByteArray, target);
    const QByteArray to = location(answer("GET"_ba, target));
    QVERIFY2(to.startsWith('/') && !to.startsWith("//") && !to.contains('\\'), to.constData());
}

void TestOuterRouter::refusesWhatIsNoTarget_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("no slash") << "pre/metrics"_ba;
    QTest::newRow("bad escape") << "/pre/metrics/%zz"_ba;
    QTest::newRow("cut escape") << "/pre/metrics%2"_ba;
}

void TestOuterRouter::refusesWhatIsNoTarget()
{
    QFETCH(const QByteArray, target);
    QCOMPARE(answer("GET"_ba, target), Reply::refusal(400));
}

void TestOuterRouter::answersForTheWholeServer()
{
    QCOMPARE(answer("OPTIONS"_ba, "*"_ba), Reply::empty(200));
    const Reply reply = answer("GET"_ba, "*"_ba);
    QCOMPARE(reply.status, 400);
    QVERIFY(reply.segments.isEmpty());
    QCOMPARE(reply.afterwards, Reply::Afterwards::Close);
}

void TestOuterRouter::checksGzipBeforeRouting_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("coding");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    const QByteArray header("\x1f\x8b\x08\0\0\0\0\0\0\xff", 10);
    QTest::newRow("no body") << "/pre/metrics"_ba
                             << "gzip"_ba
                             << ""_ba << 400;
    QTest::newRow("no such path") << "/nothing"_ba
                                  << "GZip"_ba
                                  << ""_ba << 400;
    QTest::newRow("plain body") << "/pre/metrics"_ba
                                << "gzip"_ba
                                << "m 1\nm 2\nm 3\n"_ba << 400;
    QTest::newRow("good header") << "/pre/metrics"_ba
                                 << "gzip"_ba << header << 200;
    QTest::newRow("another coding") << "/pre/metrics"_ba
                                    << "x-gzip"_ba
                                    << ""_ba << 200;
    QTest::newRow("a list") << "/pre/metrics"_ba
                            << "gzip, identity"_ba
                            << ""_ba << 200;
}

void TestOuterRouter::checksGzipBeforeRouting()
{
    QFETCH(const QByteArray, target);
    QFETCH(const QByteArray, coding);
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    const Reply reply = answer("GET"_ba, target, coding, body);
    QCOMPARE(reply.status, status);
    if (status == 400 && body.isEmpty())
        QCOMPARE(reply, Reply::error(400, "EOF"));
}

void TestOuterRouter::leavesBodiesOfTheApiAlone()
{
    QCOMPARE(answer("GET"_ba, "/pre/api/v1/status"_ba, "gzip"_ba).status, 200);
}

QTEST_APPLESS_MAIN(TestOuterRouter)
#include "tst_outer_router.moc"
