// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/metric_store.h"
#include "daemon/routes/wipe_route.h"
#include "tests/support/push_text.h"

#include <QtTest>

using namespace pushgate;
using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

class TestWipeRoute : public QObject {
    Q_OBJECT

    core::NoChangeSink m_sink;

private slots:
    void removesEveryGroup();
    void otherSitesCannotWipe();
};

void TestWipeRoute::removesEveryGroup()
{
    core::MetricStore store({}, m_sink);
    RenderPool pool(1);
    const WipeRoute route(store, pool, {});
    QCOMPARE(route.handle({}), Reply::empty(202));
    QVERIFY(tests::pushText(store, "/job/a", "m 1\n"));
    QVERIFY(tests::pushText(store, "/job/b", "m 1\n"));
    QCOMPARE(route.handle({}), Reply::empty(202));
    QVERIFY(store.snapshot()->groups.empty());
}

void TestWipeRoute::otherSitesCannotWipe()
{
    core::MetricStore store({}, m_sink);
    QVERIFY(tests::pushText(store, "/job/a", "m 1\n"));
    Request request;
    request.fields.append("Sec-Fetch-Site", "cross-site");
    RenderPool pool(1);
    QCOMPARE(WipeRoute(store, pool, {}).handle(request).status, 403);
    QCOMPARE(store.snapshot()->groups.size(), size_t{1});
}

QTEST_APPLESS_MAIN(TestWipeRoute)
#include "tst_wipe_route.moc"
