// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/text/alarm_words.h"
#include "gui/text/translation.h"
#include "tests/core/browse/rows.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;
using core::GroupState;
using tests::browseKey;

class TestAlarmWords : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { speak(QLocale::c()); }
    void tellsAnAlarm_data();
    void tellsAnAlarm();
    void sumsUp_data();
    void sumsUp();
    void knowsTheWorst();
};

void TestAlarmWords::tellsAnAlarm_data()
{
    QTest::addColumn<Alarm>("alarm");
    QTest::addColumn<QString>("text");
    using Kind = Alarm::Kind;
    QTest::newRow("one") << Alarm{Kind::Groups, {{browseKey("a", "b"), GroupState::Failed}}}
                         << u"Failed: {job=\"a\",instance=\"b\"}"_s;
    QTest::newRow("two") << Alarm{Kind::Groups,
        {{browseKey("a"), GroupState::Stale}, {browseKey("b"), GroupState::Overdue}}}
                         << u"Stale: {job=\"a\"}\nand 1 more"_s;
    QTest::newRow("many") << Alarm{Kind::Groups,
        std::vector<core::TurnedGroup>(18, {browseKey("a"), GroupState::Overdue})}
                          << u"Overdue: {job=\"a\"}\nand 17 more"_s;
    QTest::newRow("lost") << Alarm{Kind::Lost, {}} << u"The gateway no longer answers."_s;
    QTest::newRow("back") << Alarm{Kind::Back, {}} << u"The gateway answers again."_s;
}

void TestAlarmWords::tellsAnAlarm()
{
    QFETCH(const Alarm, alarm);
    QFETCH(const QString, text);
    QCOMPARE(alarmText(alarm), text);
}

void TestAlarmWords::sumsUp_data()
{
    QTest::addColumn<GatewaysSummary>("summary");
    QTest::addColumn<QString>("text");
    const auto counts = [](int failed, int stale, int fresh) {
        core::StateCounts all;
        all.add(GroupState::Failed, failed);
        all.add(GroupState::Stale, stale);
        all.add(GroupState::Fresh, fresh);
        return all;
    };
    QTest::newRow("no gateway") << GatewaysSummary{} << u"No gateway yet."_s;
    QTest::newRow("no group") << GatewaysSummary{{}, 1, 0} << u"0 groups, all fresh"_s;
    QTest::newRow("all well") << GatewaysSummary{counts(0, 0, 412), 2, 0}
                              << u"412 groups, all fresh"_s;
    QTest::newRow("some not") << GatewaysSummary{counts(3, 8, 400), 2, 0} << u"3 failed, 8 stale"_s;
    QTest::newRow("lost") << GatewaysSummary{counts(1, 0, 1), 3, 2}
                          << u"1 failed\n2 gateways lost"_s;
}

void TestAlarmWords::sumsUp()
{
    QFETCH(const GatewaysSummary, summary);
    QFETCH(const QString, text);
    QCOMPARE(summaryText(summary), text);
}

void TestAlarmWords::knowsTheWorst()
{
    GatewaysSummary summary;
    QVERIFY(!summary.worst());
    summary.counts.add(GroupState::Fresh);
    QCOMPARE(summary.worst(), GroupState::Fresh);
    summary.counts.add(GroupState::Overdue);
    QCOMPARE(summary.worst(), GroupState::Overdue);
    summary.counts.add(GroupState::Failed);
    QCOMPARE(summary.worst(), GroupState::Failed);
}

QTEST_GUILESS_MAIN(TestAlarmWords)
#include "tst_alarm_words.moc"
