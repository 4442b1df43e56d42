// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/alarm_pacer.h"
#include "tests/core/browse/rows.h"

#include <QTest>

using namespace pushgate;
using namespace pushgate::gui;
using namespace std::chrono_literals;
using core::GroupState;
using tests::atSecond;
using tests::browseKey;

class TestAlarmPacer : public QObject {
    Q_OBJECT

private slots:
    void init();
    void tellsNothingWithoutCause();
    void gathersFirst();
    void keepsSilentAfterwards();
    void tellsWhatCameInTheSilence();
    void leavesOutWhatIsOver();
    void tellsNothingIfAllIsOver();
    void tellsTheLatestState();
    void tellsAGroupOnce();
    void tellsLossAndReturn();
    void tellsNoShortLoss();
    void tellsNoShortReturn();
    void tellsTheLossBeforeTheGroups();
    void forgetsWhenCleared();
    void boundsABurst();

private:
    void fail(const QByteArray& job, GroupState state = GroupState::Failed);
    void recover(const QByteArray& job);
    std::optional<Alarm> at(int second) { return m_pacer.take(m_groups, atSecond(second)); }

    tests::PlainWords m_words;
    core::GroupModel m_groups{m_words};
    AlarmPacer m_pacer;
    int m_now = 0;
};

void TestAlarmPacer::init()
{
    m_groups.clear();
    m_groups.setNow(atSecond(5000));
    m_pacer = {};
    m_now = 0;
}

void TestAlarmPacer::fail(const QByteArray& job, GroupState state)
{
    core::GroupRow row(browseKey(job));
    row.pushTime = atSecond(1000);
    row.lastPushSuccessful = state != GroupState::Failed;
    if (state == GroupState::Stale)
        row.staleAfter = 60s;
    m_groups.apply(
        {core::GroupChanges::Scope::Some, {std::make_shared<const core::GroupRow>(row)}, {}});
    m_pacer.addGroups({{row.key, state}}, atSecond(m_now));
}

void TestAlarmPacer::recover(const QByteArray& job)
{
    core::GroupRow row(browseKey(job));
    row.pushTime = atSecond(4999);
    m_groups.apply(
        {core::GroupChanges::Scope::Some, {std::make_shared<const core::GroupRow>(row)}, {}});
}

void TestAlarmPacer::tellsNothingWithoutCause()
{
    QVERIFY(!at(0));
    QVERIFY(!at(1000));
    m_pacer.addGroups({}, atSecond(1000));
    QVERIFY(!at(2000));
}

void TestAlarmPacer::gathersFirst()
{
    fail("a", GroupState::Stale);
    m_now = 5;
    fail("b");
    QVERIFY(!at(9));
    const auto alarm = at(10);
    QVERIFY(alarm);
    QCOMPARE(alarm->kind, Alarm::Kind::Groups);
    QCOMPARE(alarm->groups.size(), size_t(2));
    QCOMPARE(alarm->groups[0].key, browseKey("b")); // the most urgent
    QVERIFY(!at(11));
    QVERIFY(!at(1000));
}

void TestAlarmPacer::keepsSilentAfterwards()
{
    fail("a");
    QVERIFY(at(10));
    m_now = 11;
    fail("b");
    QVERIFY(!at(21));
    QVERIFY(!at(69));
    QVERIFY(at(70));
}

void TestAlarmPacer::tellsWhatCameInTheSilence()
{
    fail("a");
    QVERIFY(at(10));
    for (m_now = 11; m_now < 70; ++m_now)
        fail("b" + QByteArray::number(m_now));
    const auto alarm = at(70);
    QVERIFY(alarm);
    QCOMPARE(alarm->groups.size(), size_t(59));
}

void TestAlarmPacer::leavesOutWhatIsOver()
{
    fail("a");
    fail("b");
    fail("c");
    recover("b");
    m_groups.apply({core::GroupChanges::Scope::Some, {}, {browseKey("c")}});
    const auto alarm = at(10);
    QVERIFY(alarm);
    QCOMPARE(alarm->groups.size(), size_t(1));
    QCOMPARE(alarm->groups[0].key, browseKey("a"));
}

void TestAlarmPacer::tellsNothingIfAllIsOver()
{
    fail("a");
    recover("a");
    QVERIFY(!at(10));
    m_now = 11;
    fail("b"); // there was no alarm, so there is no silence
    QVERIFY(at(21));
}

void TestAlarmPacer::tellsTheLatestState()
{
    fail("a", GroupState::Stale);
    fail("a", GroupState::Failed);
    const auto alarm = at(10);
    QVERIFY(alarm);
    QCOMPARE(alarm->groups.size(), size_t(1));
    QCOMPARE(alarm->groups[0].state, GroupState::Failed);
}

void TestAlarmPacer::tellsAGroupOnce()
{
    fail("a");
    recover("a");
    fail("a");
    const auto alarm = at(10);
    QVERIFY(alarm);
    QCOMPARE(alarm->groups.size(), size_t(1));
}

void TestAlarmPacer::tellsLossAndReturn()
{
    m_pacer.addLoss(atSecond(0));
    QVERIFY(!at(9));
    QCOMPARE(at(10)->kind, Alarm::Kind::Lost);
    m_pacer.addLoss(atSecond(20)); // of which somebody knows
    QVERIFY(!at(100));
    m_pacer.addReturn(atSecond(100));
    QVERIFY(!at(109));
    QCOMPARE(at(110)->kind, Alarm::Kind::Back);
    QVERIFY(!at(1000));
}

void TestAlarmPacer::tellsNoShortLoss()
{
    m_pacer.addLoss(atSecond(0));
    m_pacer.addReturn(atSecond(9));
    QVERIFY(!at(10));
    QVERIFY(!at(100));
}

void TestAlarmPacer::tellsNoShortReturn()
{
    m_pacer.addLoss(atSecond(0));
    QVERIFY(at(10));
    m_pacer.addReturn(atSecond(100));
    m_pacer.addLoss(atSecond(105));
    QVERIFY(!at(110));
    QVERIFY(!at(1000));
}

void TestAlarmPacer::tellsTheLossBeforeTheGroups()
{
    fail("a");
    m_pacer.addLoss(atSecond(5));
    QCOMPARE(at(10)->kind, Alarm::Kind::Lost);
    QVERIFY(!at(69));
    const auto alarm = at(70);
    QVERIFY(alarm);
    QCOMPARE(alarm->kind, Alarm::Kind::Groups);
}

void TestAlarmPacer::forgetsWhenCleared()
{
    fail("a");
    m_pacer.addLoss(atSecond(0));
    m_pacer.clear();
    QVERIFY(!at(10));
    m_now = 11;
    fail("b");
    QVERIFY(at(21));
}

void TestAlarmPacer::boundsABurst()
{
    // All of them at once, in the order that is the worst for sorting.
    for (int number = 20'000; number > 0; --number)
        m_pacer.addGroups(
            {{browseKey("job" + QByteArray::number(number)), GroupState::Failed}}, atSecond(0));
    QVERIFY(!at(10)); // none of them is there any more
}

QTEST_GUILESS_MAIN(TestAlarmPacer)
#include "tst_alarm_pacer.moc"
