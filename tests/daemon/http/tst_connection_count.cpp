// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/http/connection_count.h"

#include <QtTest>

#include <thread>
#include <vector>

using namespace pushgate::daemon;

class TestConnectionCount : public QObject {
    Q_OBJECT
private slots:
    void givesNoMoreThanItHas();
    void countsAPlaceOnceHoweverItMoves();
    void countsRightWithManyThreads();
};

void TestConnectionCount::givesNoMoreThanItHas()
{
    ConnectionCount count(2);
    auto first = count.take();
    const auto second = count.take();
    QVERIFY(first && second);
    QVERIFY(!count.take());
    QCOMPARE(count.now(), 2);
    first.reset();
    QCOMPARE(count.now(), 1);
    QVERIFY(count.take());
}

void TestConnectionCount::countsAPlaceOnceHoweverItMoves()
{
    ConnectionCount count(5);
    {
        ConnectionCount::Slot slot = *count.take();
        ConnectionCount::Slot moved = std::move(slot);
        std::vector<ConnectionCount::Slot> kept;
        kept.push_back(std::move(moved));
        kept.push_back(*count.take());
        std::swap(kept.front(), kept.back());
        QCOMPARE(count.now(), 2);
    }
    QCOMPARE(count.now(), 0);
}

void TestConnectionCount::countsRightWithManyThreads()
{
    constexpr int kMost = 3;
    ConnectionCount count(kMost);
    std::atomic<int> beyond = 0;
    std::vector<std::jthread> threads;
    for (int i = 0; i < 8; ++i) {
        threads.emplace_back([&] {
            for (int j = 0; j < 20'000; ++j) {
                const auto slot = count.take();
                // A place that is about to be refused counts for a moment, one for each thread.
                if (slot && count.now() > kMost + 8)
                    ++beyond;
            }
        });
    }
    threads.clear();
    QCOMPARE(beyond.load(), 0);
    QCOMPARE(count.now(), 0);
}

QTEST_APPLESS_MAIN(TestConnectionCount)
#include "tst_connection_count.moc"
