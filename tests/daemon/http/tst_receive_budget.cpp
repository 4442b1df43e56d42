// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/http/receive_budget.h"

#include <QtTest>

#include <thread>
#include <vector>

using namespace pushgate::daemon;

class TestReceiveBudget : public QObject {
    Q_OBJECT
private slots:
    void holdsNoMoreThanItHas();
    void letsSmallRequestsPassUncounted();
    void takesBackWhatAConnectionHeld();
    void countsRightWithManyThreads();
};

void TestReceiveBudget::holdsNoMoreThanItHas()
{
    ReceiveBudget budget(100'000);
    ReceiveBudget::Share first(budget);
    ReceiveBudget::Share second(budget);
    QVERIFY(first.hold(60'000));
    QVERIFY(second.hold(40'000));
    QVERIFY(!second.hold(40'001));
    QCOMPARE(budget.held(), 100'000);
    QVERIFY(first.hold(59'999));
    QVERIFY(second.hold(40'001));
    QCOMPARE(budget.held(), 100'000);
}

void TestReceiveBudget::letsSmallRequestsPassUncounted()
{
    ReceiveBudget budget(0);
    ReceiveBudget::Share share(budget);
    QVERIFY(share.hold(ReceiveBudget::kFree));
    QVERIFY(!share.hold(ReceiveBudget::kFree + 1));
    QCOMPARE(budget.held(), 0);
}

void TestReceiveBudget::takesBackWhatAConnectionHeld()
{
    ReceiveBudget budget(100'000);
    {
        ReceiveBudget::Share share(budget);
        QVERIFY(share.hold(50'000));
        share.release();
        QCOMPARE(budget.held(), 0);
        QVERIFY(share.hold(70'000));
    }
    QCOMPARE(budget.held(), 0);
}

void TestReceiveBudget::countsRightWithManyThreads()
{
    constexpr qint64 kMost = 300'000;
    constexpr qint64 kEach = 100'000;
    constexpr int kThreads = 8;
    ReceiveBudget budget(kMost);
    std::atomic<int> beyond = 0;
    std::vector<std::jthread> threads;
    for (int i = 0; i < kThreads; ++i) {
        threads.emplace_back([&] {
            for (int j = 0; j < 20'000; ++j) {
                ReceiveBudget::Share share(budget);
                // What is about to be refused counts for a moment, once for each thread.
                if (share.hold(kEach) && budget.held() > kMost + kThreads * kEach)
                    ++beyond;
            }
        });
    }
    threads.clear();
    QCOMPARE(beyond.load(), 0);
    QCOMPARE(budget.held(), 0);
}

QTEST_APPLESS_MAIN(TestReceiveBudget)
#include "tst_receive_budget.moc"
