// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/clock_watch.h"

#include <QTest>

using namespace pushgate::core;
using namespace std::chrono_literals;

class TestClockWatch : public QObject {
    Q_OBJECT

private slots:
    void noticesJumps_data();
    void noticesJumps();
    void goesOnAfterAJump();
};

void TestClockWatch::noticesJumps_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<bool>("hasJumped");
    QTest::newRow("a second") << qint64(1) << false;
    QTest::newRow("at once") << qint64(0) << false;
    QTest::newRow("a busy machine") << qint64(20) << false;
    QTest::newRow("just not") << qint64(30) << false;
    QTest::newRow("just so") << qint64(31) << true;
    QTest::newRow("a night") << qint64(8 * 3600) << true;
    QTest::newRow("backwards") << qint64(-1) << true;
    QTest::newRow("years backwards") << qint64(-365 * 86400) << true;
}

void TestClockWatch::noticesJumps()
{
    QFETCH(const qint64, seconds);
    QFETCH(const bool, hasJumped);
    const TimePoint start{1'000'000'000s};
    ClockWatch watch(start);
    QCOMPARE(watch.hasJumped(start + std::chrono::seconds(seconds)), hasJumped);
}

void TestClockWatch::goesOnAfterAJump()
{
    const TimePoint start{1'000'000'000s};
    ClockWatch watch(start);
    QVERIFY(watch.hasJumped(start + 1h));
    QVERIFY(!watch.hasJumped(start + 1h + 1s));
}

QTEST_GUILESS_MAIN(TestClockWatch)
#include "tst_clock_watch.moc"
