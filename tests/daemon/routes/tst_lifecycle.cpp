// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/lifecycle.h"

#include <QtTest>

using namespace pushgate;
using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

class TestLifecycle : public QObject {
    Q_OBJECT
private slots:
    void healthIsHealth();
    void readinessFollowsTheGateway();
    void quitByGetIsRefused();
    void quitIsOffByDefault();
    void quitQuits();
    void otherSitesCannotQuit();
    void reloadSaysWhatIsWrong();
    void otherSitesCannotReload();
};

void TestLifecycle::healthIsHealth()
{
    QCOMPARE(healthyReply(), Reply::text(200, "OK"_ba));
}

void TestLifecycle::readinessFollowsTheGateway()
{
    Readiness readiness;
    QCOMPARE(readyReply(readiness), Reply::error(503, "the gateway is not ready"));
    readiness.set(true);
    QCOMPARE(readyReply(readiness), Reply::text(200, "OK"_ba));
}

void TestLifecycle::quitByGetIsRefused()
{
    QCOMPARE(quitByGetReply(), Reply::text(405, "Only POST or PUT requests allowed."_ba));
}

void TestLifecycle::quitIsOffByDefault()
{
    const QuitRoute route({}, {});
    QCOMPARE(route.handle({}), Reply::text(403, "Lifecycle API is not enabled."_ba));
}

void TestLifecycle::quitQuits()
{
    int called = 0;
    const QuitRoute route([&] { ++called; }, {});
    QCOMPARE(route.handle({}), Reply::text(200, "Requesting termination... Goodbye!"_ba));
    QCOMPARE(called, 1);
}

void TestLifecycle::otherSitesCannotQuit()
{
    int called = 0;
    const QuitRoute route([&] { ++called; }, "ext.example"_ba);
    Request request;
    request.fields.append("Origin", "http://evil.example");
    QCOMPARE(route.handle(request).status, 403);
    QCOMPARE(called, 0);

    Request own;
    own.fields.append("Origin", "http://ext.example");
    QCOMPARE(route.handle(own).status, 200);
    QCOMPARE(called, 1);
}

void TestLifecycle::reloadSaysWhatIsWrong()
{
    core::Status status = core::ok();
    const ReloadRoute route([&status] { return status; }, {});
    QCOMPARE(route.handle({}), Reply::empty(200));
    status = core::badRequest("line 3: wrong");
    QCOMPARE(route.handle({}), Reply::error(500, "failed to reload config: line 3: wrong"));
}

void TestLifecycle::otherSitesCannotReload()
{
    int called = 0;
    const ReloadRoute route(
        [&called] {
            ++called;
            return core::ok();
        },
        {});
    Request request;
    request.fields.append("Sec-Fetch-Site", "same-site");
    QCOMPARE(route.handle(request).status, 403);
    QCOMPARE(called, 0);
}

QTEST_APPLESS_MAIN(TestLifecycle)
#include "tst_lifecycle.moc"
