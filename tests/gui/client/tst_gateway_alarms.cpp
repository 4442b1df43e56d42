// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/gateway_alarms.h"
#include "gui/client/network_thread.h"
#include "gui/text/group_cells.h"
#include "tests/gui/support/canned_gateway.h"
#include "tests/gui/support/moving_clock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;
using namespace std::chrono_literals;
using Link = GatewayStatus::Link;

/// What is told of a gateway as time goes by, also when it goes by at once.
class TestGatewayAlarms : public QObject {
    Q_OBJECT

private slots:
    void init();
    void tellsNothingOfTheFirstListing();
    void tellsOfGroupsThatTurn();
    void tellsOfALossAndAReturn();
    void sleepsWithoutABurst();
    void tellsOfWhatComesAfterASleep();

private:
    struct Group {
        QString job;
        std::chrono::seconds age;
    };

    void list(const std::vector<Group>& groups);
    void passTime(std::chrono::seconds time);
    int groupsAsked() const { return int(m_canned->requests().count("/api/v1/groups"_ba)); }

    GroupCells m_words;
    NetworkThread m_network;
    std::unique_ptr<tests::MovingClock> m_clock;
    std::unique_ptr<tests::CannedGateway> m_canned;
    std::unique_ptr<Gateway> m_gateway;
    std::unique_ptr<GatewayAlarms> m_alarms;
    std::unique_ptr<QSignalSpy> m_raised;
};

namespace {

constexpr double kStaleAfter = 100; // seconds, of every group

} // namespace

void TestGatewayAlarms::list(const std::vector<Group>& groups)
{
    const double now = core::unixSeconds(m_clock->now());
    QJsonArray listed;
    for (const Group& group : groups) {
        listed.push_back(QJsonObject{{u"labels"_s, QJsonObject{{u"job"_s, group.job}}},
            {u"push_time"_s, now - double(group.age.count())}, {u"push_failure_time"_s, 0},
            {u"last_push_successful"_s, true}, {u"cadence_seconds"_s, QJsonValue()},
            {u"expected_by"_s, QJsonValue()}, {u"stale_after_seconds"_s, kStaleAfter},
            {u"families"_s, 1}, {u"series"_s, 1}, {u"bytes"_s, 1}});
    }
    const QJsonObject answer{{u"revision"_s, 1}, {u"epoch"_s, u"e"_s}, {u"now"_s, now},
        {u"reset"_s, true}, {u"groups"_s, listed}};
    m_canned->answer("/api/v1/groups"_ba, QJsonDocument(answer).toJson());
    m_canned->hold("/api/v1/groups?since=1&wait=30s"_ba);
}

void TestGatewayAlarms::init()
{
    m_raised.reset();
    m_alarms.reset();
    m_gateway.reset();
    m_clock = std::make_unique<tests::MovingClock>();
    m_canned = std::make_unique<tests::CannedGateway>();
    list({{u"well"_s, 10s}, {u"gone"_s, 1h}});
    m_gateway = std::make_unique<Gateway>(*connectionTo(m_canned->url().toString()),
        Gateway::Place::Remote, m_network, m_words, *m_clock);
    m_alarms = std::make_unique<GatewayAlarms>(*m_gateway, *m_clock);
    m_raised = std::make_unique<QSignalSpy>(m_alarms.get(), &GatewayAlarms::raised);
    QTRY_COMPARE(m_gateway->status().link, Link::Live);
    QCOMPARE(m_gateway->groups().rowCount(), 2);
}

/// In steps that no clock watch takes for a jump, and each with a tick of the gateway.
void TestGatewayAlarms::passTime(std::chrono::seconds time)
{
    constexpr std::chrono::seconds kStep = core::ClockWatch::kMostBetween - 5s;
    QSignalSpy ticked(m_gateway.get(), &Gateway::ticked);
    for (; time > 0s; time -= std::min(time, kStep)) {
        m_clock->advance(std::min(time, kStep));
        QVERIFY(ticked.wait());
    }
}

void TestGatewayAlarms::tellsNothingOfTheFirstListing()
{
    passTime(50s);
    QCOMPARE(m_raised->size(), 0);
}

void TestGatewayAlarms::tellsOfGroupsThatTurn()
{
    passTime(100s); // the well one becomes stale, and is told after some gathering
    passTime(20s);
    QCOMPARE(m_raised->size(), 1);
    const auto alarm = m_raised->at(0).at(0).value<Alarm>();
    QCOMPARE(alarm.kind, Alarm::Kind::Groups);
    QCOMPARE(alarm.groups.size(), size_t(1));
    QCOMPARE(alarm.groups[0].key, *core::GroupingKey::from(*core::Labels::from({{"job", "well"}})));
    QCOMPARE(alarm.groups[0].state, core::GroupState::Stale);
}

void TestGatewayAlarms::tellsOfALossAndAReturn()
{
    m_canned->leave();
    m_gateway->refresh();
    QTRY_COMPARE(m_gateway->status().link, Link::Lost);
    passTime(12s);
    QCOMPARE(m_raised->size(), 1);
    QCOMPARE(m_raised->at(0).at(0).value<Alarm>().kind, Alarm::Kind::Lost);

    list({{u"well"_s, 10s}, {u"another"_s, 1h}}); // what turned meanwhile is not told
    QVERIFY(m_canned->comeBack());
    m_gateway->refresh();
    QTRY_COMPARE(m_gateway->status().link, Link::Live);
    passTime(65s);
    QCOMPARE(m_raised->size(), 2);
    QCOMPARE(m_raised->at(1).at(0).value<Alarm>().kind, Alarm::Kind::Back);
}

void TestGatewayAlarms::sleepsWithoutABurst()
{
    QSignalSpy woke(m_gateway.get(), &Gateway::woke);
    const int asked = groupsAsked();
    m_clock->advance(8h);
    // The world went on: other groups are stale now, and one is well again.
    list({{u"well"_s, 10s}, {u"gone"_s, 9h}, {u"late"_s, 2h}, {u"later"_s, 3h}});
    QVERIFY(woke.wait());
    QTRY_COMPARE(m_gateway->groups().rowCount(), 4);
    QVERIFY(groupsAsked() > asked);
    QCOMPARE(m_gateway->status().link, Link::Live);

    const core::GroupModel& groups = m_gateway->groups();
    const int well = groups.find(*core::GroupingKey::from(*core::Labels::from({{"job", "well"}})));
    const auto age = core::ageOf(*groups.group(well), groups.now());
    QVERIFY2(age && *age >= 9s && *age < 15s, "ages are those of the gateway");
    QCOMPARE(groups.state(well), core::GroupState::Fresh);
    passTime(80s);
    QCOMPARE(m_raised->size(), 0);
}

void TestGatewayAlarms::tellsOfWhatComesAfterASleep()
{
    QSignalSpy woke(m_gateway.get(), &Gateway::woke);
    m_clock->advance(8h);
    list({{u"well"_s, 10s}});
    QVERIFY(woke.wait());
    QTRY_COMPARE(m_gateway->groups().rowCount(), 1);
    passTime(120s);
    QCOMPARE(m_raised->size(), 1);
}

QTEST_GUILESS_MAIN(TestGatewayAlarms)
#include "tst_gateway_alarms.moc"
