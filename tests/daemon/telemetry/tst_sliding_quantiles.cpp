// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/telemetry/sliding_quantiles.h"

#include <QtTest>

#include <cmath>

using namespace pushgate::daemon;
using namespace std::chrono_literals;

class TestSlidingQuantiles : public QObject {
    Q_OBJECT

    static void insert(SlidingQuantiles& quantiles, double value, SlidingQuantiles::Instant at)
    {
        std::vector<SlidingQuantiles::Observation> batch{{value, at}};
        quantiles.add(batch);
    }
    static SlidingQuantiles::Instant at(std::chrono::steady_clock::duration time)
    {
        return SlidingQuantiles::Instant(1h) + time;
    }
    const std::vector<QuantileObjective> m_objectives{{0.1, 0.01}, {0.5, 0.05}, {0.9, 0.01}};

private slots:
    void isNotANumberWhileEmpty();
    void forgetsWhatIsOld_data();
    void forgetsWhatIsOld();
    void forgetsAllAfterALongPause();
    void aLateValueLivesNoLonger();
    void sortsABatchByAge();
    void doesNotGoBack();
};

void TestSlidingQuantiles::isNotANumberWhileEmpty()
{
    SlidingQuantiles quantiles(m_objectives, {}, at(0s));
    QVERIFY(std::isnan(quantiles.estimate(0.5)));
}

void TestSlidingQuantiles::forgetsWhatIsOld_data()
{
    QTest::addColumn<int>("insertedAtSeconds");
    QTest::addColumn<int>("lastSeenAtSeconds");
    // Streams are emptied every two minutes and answer when eight minutes old.
    QTest::newRow("at the start") << 0 << 599;
    QTest::newRow("before the first step") << 119 << 599;
    QTest::newRow("at the first step") << 120 << 719;
    QTest::newRow("later") << 700 << 1199;
}

void TestSlidingQuantiles::forgetsWhatIsOld()
{
    QFETCH(const int, insertedAtSeconds);
    QFETCH(const int, lastSeenAtSeconds);
    const auto inserted = at(std::chrono::seconds(insertedAtSeconds));
    const auto lastSeen = at(std::chrono::seconds(lastSeenAtSeconds));
    SlidingQuantiles quantiles(m_objectives, {}, at(0s));
    quantiles.moveTo(inserted);
    insert(quantiles, 3, inserted);
    quantiles.moveTo(lastSeen);
    QCOMPARE(quantiles.estimate(0.5), 3.0);
    quantiles.moveTo(lastSeen + 1s);
    QVERIFY(std::isnan(quantiles.estimate(0.5)));
}

void TestSlidingQuantiles::forgetsAllAfterALongPause()
{
    SlidingQuantiles quantiles(m_objectives, {}, at(0s));
    insert(quantiles, 3, at(0s));
    quantiles.moveTo(at(24h * 365));
    QVERIFY(std::isnan(quantiles.estimate(0.5)));
    insert(quantiles, 4, at(24h * 365));
    QCOMPARE(quantiles.estimate(0.5), 4.0);
}

void TestSlidingQuantiles::aLateValueLivesNoLonger()
{
    SlidingQuantiles quantiles(m_objectives, {}, at(0s));
    quantiles.moveTo(at(599s));
    insert(quantiles, 3, at(100s));
    QCOMPARE(quantiles.estimate(0.5), 3.0);
    quantiles.moveTo(at(600s));
    QVERIFY(std::isnan(quantiles.estimate(0.5)));
}

void TestSlidingQuantiles::sortsABatchByAge()
{
    SlidingQuantiles quantiles(m_objectives, {}, at(0s));
    quantiles.moveTo(at(599s));
    std::vector<SlidingQuantiles::Observation> batch{
        {3, at(500s)}, {9, at(10s)}, {9, at(20s)}, {8, at(30s)}, {2, at(599s)}};
    quantiles.add(batch);
    QCOMPARE(quantiles.estimate(0.9), 9.0);
    quantiles.moveTo(at(600s));
    QCOMPARE(quantiles.estimate(0.9), 3.0);
    QCOMPARE(quantiles.estimate(0.1), 2.0);
}

void TestSlidingQuantiles::doesNotGoBack()
{
    SlidingQuantiles quantiles(m_objectives, {}, at(0s));
    quantiles.moveTo(at(599s));
    quantiles.moveTo(at(0s));
    insert(quantiles, 3, at(0s));
    quantiles.moveTo(at(599s));
    QCOMPARE(quantiles.estimate(0.5), 3.0);
    quantiles.moveTo(at(600s));
    QVERIFY(std::isnan(quantiles.estimate(0.5)));
}

QTEST_APPLESS_MAIN(TestSlidingQuantiles)
#include "tst_sliding_quantiles.moc"
