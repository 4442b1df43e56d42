// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/metric_store.h"
#include "daemon/routes/delete_route.h"
#include "tests/support/push_text.h"

#include <QtTest>

using namespace pushgate;
using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

class TestDeleteRoute : public QObject {
    Q_OBJECT

    core::NoChangeSink m_sink;

private slots:
    void removesExactlyOneGroup();
    void unknownGroupsAreNoError();
    void refusesBadPaths();
};

void TestDeleteRoute::removesExactlyOneGroup()
{
    core::MetricStore store({}, m_sink);
    for (const char* path : {"/job/a", "/job/a/x/1", "/job/a/x/1/y/2"})
        QVERIFY(tests::pushText(store, path, "m 1\n"));
    const DeleteRoute route(store, core::NameScheme::Legacy);
    QCOMPARE(route.handle({"a", core::JobEncoding::Plain, "/x/1"}), Reply::empty(202));
    QCOMPARE(store.snapshot()->groups.size(), size_t{2});
    QCOMPARE(route.handle({"YQ", core::JobEncoding::Base64, ""}), Reply::empty(202));
    QCOMPARE(store.snapshot()->groups.size(), size_t{1});
}

void TestDeleteRoute::unknownGroupsAreNoError()
{
    core::MetricStore store({}, m_sink);
    const DeleteRoute route(store, core::NameScheme::Legacy);
    QCOMPARE(route.handle({"a", core::JobEncoding::Plain, ""}), Reply::empty(202));
}

void TestDeleteRoute::refusesBadPaths()
{
    core::MetricStore store({}, m_sink);
    QVERIFY(tests::pushText(store, "/job/a", "m 1\n"));
    const DeleteRoute route(store, core::NameScheme::Legacy);
    QCOMPARE(route.handle({"a", core::JobEncoding::Plain, "/x"}),
        Reply::error(400, "odd number of components in label string \"/x\""));
    QCOMPARE(route.handle({"a", core::JobEncoding::Plain, "/a.b/x"}).status, 400);
    QCOMPARE(store.snapshot()->groups.size(), size_t{1});
}

QTEST_APPLESS_MAIN(TestDeleteRoute)
#include "tst_delete_route.moc"
