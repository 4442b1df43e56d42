// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/telemetry/shared_summary.h"

#include <QtTest>

#include <cmath>
#include <thread>

using namespace pushgate::daemon;
using namespace std::chrono_literals;

class TestSharedSummary : public QObject {
    Q_OBJECT

    const SharedSummary::Instant m_start{1h};
    const std::vector<QuantileObjective> m_objectives{{0.5, 0.05}, {0.9, 0.01}};

private slots:
    void startsEmpty();
    void readsWhatWasJustObserved();
    void countAndSumOutliveTheWindow();
    void observationsAgeWhileTheyWait();
    void countsWhatManyThreadsObserve();
};

void TestSharedSummary::startsEmpty()
{
    SharedSummary summary(m_objectives, m_start);
    const auto reading = summary.read(m_start);
    QCOMPARE(reading.count, quint64{0});
    QCOMPARE(reading.sum, 0.0);
    QCOMPARE(reading.quantiles.size(), size_t{2});
    QVERIFY(std::isnan(reading.quantiles[0]) && std::isnan(reading.quantiles[1]));
}

void TestSharedSummary::readsWhatWasJustObserved()
{
    SharedSummary summary(m_objectives, m_start);
    for (int i = 1; i <= 1000; ++i)
        summary.observe(i, m_start);
    const auto reading = summary.read(m_start);
    QCOMPARE(reading.count, quint64{1000});
    QCOMPARE(reading.sum, 500'500.0);
    QVERIFY(std::abs(reading.quantiles[0] - 500) <= 51);
    QVERIFY(std::abs(reading.quantiles[1] - 900) <= 11);
}

void TestSharedSummary::countAndSumOutliveTheWindow()
{
    SharedSummary summary(m_objectives, m_start);
    summary.observe(2, m_start);
    summary.observe(3, m_start);
    QCOMPARE(summary.read(m_start).quantiles[0], 2.0);
    const auto later = summary.read(m_start + 1h);
    QCOMPARE(later.count, quint64{2});
    QCOMPARE(later.sum, 5.0);
    QVERIFY(std::isnan(later.quantiles[0]));
}

void TestSharedSummary::observationsAgeWhileTheyWait()
{
    SharedSummary summary(m_objectives, m_start);
    summary.observe(2, m_start); // stays in its buffer until the first reading
    const auto reading = summary.read(m_start + 11min);
    QCOMPARE(reading.count, quint64{1});
    QVERIFY(std::isnan(reading.quantiles[0]));
}

void TestSharedSummary::countsWhatManyThreadsObserve()
{
    constexpr int kThreads = 8;
    constexpr int kEach = 5'000;
    SharedSummary summary(m_objectives, m_start);
    {
        std::vector<std::jthread> threads;
        for (int thread = 0; thread < kThreads; ++thread) {
            threads.emplace_back([&] {
                for (int i = 0; i < kEach; ++i)
                    summary.observe(1, m_start);
            });
        }
        quint64 before = 0;
        for (int i = 0; i < 20; ++i) {
            const auto reading = summary.read(m_start);
            QVERIFY(reading.count >= before);
            before = reading.count;
        }
    }
    const auto reading = summary.read(m_start);
    QCOMPARE(reading.count, quint64{kThreads} * kEach);
    QCOMPARE(reading.sum, double{kThreads} * kEach);
    QCOMPARE(reading.quantiles[1], 1.0);
}

QTEST_APPLESS_MAIN(TestSharedSummary)
#include "tst_shared_summary.moc"
