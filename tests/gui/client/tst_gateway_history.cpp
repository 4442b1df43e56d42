// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/gateway.h"
#include "gui/client/network_thread.h"
#include "gui/text/group_cells.h"
#include "tests/gui/support/canned_gateway.h"
#include "tests/gui/support/child_gateway.h"
#include "tests/gui/support/no_warnings.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;
using pushgate::tests::CannedGateway;
using pushgate::tests::ChildGateway;

/// The values of a watched group, push by push, at real gateways.
class TestGatewayHistory : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void keepsAValueOfEachPush_data() { gateways(); }
    void keepsAValueOfEachPush();
    void beginsAnewWithAnotherGroup_data() { gateways(); }
    void beginsAnewWithAnotherGroup();
    void forgetsWithTheConnection();
    void watchesOnOverAnotherConnection();
    void tellsOnlyOfTheGroupThatIsWatched();

private:
    static void gateways();
    void watch();
    void push(int value);
    std::vector<double> seen() const;

    core::SystemClock m_clock;
    GroupCells m_words;
    NetworkThread m_network;
    std::unique_ptr<tests::NoWarnings> m_noWarnings;
    std::unique_ptr<ChildGateway> m_child;
    std::unique_ptr<Gateway> m_gateway;
};

namespace {

core::GroupingKey key()
{
    return *core::GroupingKey::from(*core::Labels::from({{"job", "a"}}));
}

} // namespace

void TestGatewayHistory::gateways()
{
    QTest::addColumn<QString>("program");
    QTest::newRow("pushgated") << ChildGateway::ours();
    if (!ChildGateway::reference().isEmpty())
        QTest::newRow("Go Pushgateway") << ChildGateway::reference();
}

void TestGatewayHistory::init()
{
    m_noWarnings = std::make_unique<tests::NoWarnings>();
}

void TestGatewayHistory::cleanup()
{
    m_gateway.reset();
    m_child.reset();
    QCOMPARE(tests::NoWarnings::count(), 0);
}

/// With a group that was pushed once.
void TestGatewayHistory::watch()
{
    m_gateway = std::make_unique<Gateway>(*gui::connectionTo(m_child->url().toString()),
        Gateway::Place::Remote, m_network, m_words, m_clock);
    push(1);
    [&] { QTRY_COMPARE(m_gateway->groups().rowCount(), 1); }();
    m_gateway->watch(key());
    [&] { QTRY_COMPARE(seen(), std::vector{1.0}); }();
}

void TestGatewayHistory::push(int value)
{
    QCOMPARE(m_child->put("/job/a"_ba, "m " + QByteArray::number(value) + '\n'), 200);
    m_gateway->refresh();
}

std::vector<double> TestGatewayHistory::seen() const
{
    std::vector<double> values;
    for (const auto& point : m_gateway->history().of(key(), "m", {}))
        values.push_back(point.value);
    return values;
}

void TestGatewayHistory::keepsAValueOfEachPush()
{
    QFETCH(const QString, program);
    m_child = std::make_unique<ChildGateway>(program);
    watch();
    push(2);
    QTRY_COMPARE(seen(), (std::vector{1.0, 2.0}));
    const QSignalSpy updated(m_gateway.get(), &Gateway::detailsReceived);
    m_gateway->refresh(); // the same push
    QTRY_VERIFY(!updated.isEmpty());
    QCOMPARE(seen(), (std::vector{1.0, 2.0}));
    push(2); // the same value once more
    QTRY_COMPARE(seen(), (std::vector{1.0, 2.0, 2.0}));
}

void TestGatewayHistory::beginsAnewWithAnotherGroup()
{
    QFETCH(const QString, program);
    m_child = std::make_unique<ChildGateway>(program);
    watch();
    m_gateway->deleteGroups({key()});
    QTRY_COMPARE(m_gateway->groups().rowCount(), 0);
    QVERIFY(seen().empty());
    push(7);
    QTRY_COMPARE(seen(), std::vector{7.0});
}

void TestGatewayHistory::forgetsWithTheConnection()
{
    m_child = std::make_unique<ChildGateway>(ChildGateway::ours());
    watch();
    m_gateway->setConnection(*gui::connectionTo(u"http://127.0.0.1:1"_s));
    QVERIFY(seen().empty());
}

void TestGatewayHistory::watchesOnOverAnotherConnection()
{
    m_child = std::make_unique<ChildGateway>(ChildGateway::ours());
    watch();
    m_gateway->setConnection(*gui::connectionTo(m_child->url().toString()));
    QVERIFY(seen().empty());
    QTRY_COMPARE(seen(), std::vector{1.0});
}

/// The answer that the group before is gone comes when another one is looked at.
void TestGatewayHistory::tellsOnlyOfTheGroupThatIsWatched()
{
    CannedGateway server;
    server.answer("/api/v1/groups"_ba,
        R"({"now":1,"revision":7,"groups":[{"labels":{"job":"a"},"push_time":1,"series":1}]})"_ba);
    server.answer("/api/v1/groups/job/a"_ba, R"({"labels":{"job":"a"},"metrics":{}})"_ba);
    server.hold("/api/v1/groups?since=7&wait=30s"_ba);
    m_gateway = std::make_unique<Gateway>(*gui::connectionTo(server.url().toString()),
        Gateway::Place::Remote, m_network, m_words, m_clock);
    QTRY_COMPARE(m_gateway->groups().rowCount(), 1);
    const QSignalSpy told(m_gateway.get(), &Gateway::detailsReceived);
    const auto lastTold = [&] {
        return told.isEmpty() ? nullptr : told.last().at(0).value<core::GroupDetailsPtr>();
    };
    const auto gone = *core::GroupingKey::from(*core::Labels::from({{"job", "gone"}}));
    m_gateway->watch(gone);
    m_gateway->watch(key());
    QTRY_COMPARE(server.requests().count("/api/v1/groups/job/gone"_ba), 1);
    QTRY_VERIFY(lastTold() != nullptr);
    m_gateway->refresh(); // and by the next answer the one before has come, too
    QTRY_COMPARE(server.requests().count("/api/v1/groups/job/a"_ba), 2);
    QTRY_COMPARE(told.size(), 2);
    QCOMPARE(told.first().at(0).value<core::GroupDetailsPtr>()->key, key());
    QCOMPARE(lastTold()->key, key());
}

QTEST_MAIN(TestGatewayHistory)
#include "tst_gateway_history.moc"
