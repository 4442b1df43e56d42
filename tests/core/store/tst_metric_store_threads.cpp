// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/metric_store.h"
#include "tests/support/naive_store.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace pushgate::core;
using namespace pushgate::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kThreads = 8;
constexpr int kRounds = 400;

/// Every push of a thread brings as many metrics to `m` as to `n`: a reader that ever sees
/// different numbers has seen half a push.
PlainPush evenPush(int thread, int round)
{
    PlainPush push{{{"job", QByteArray::number(thread % 4)}},
        round % 3 == 0 ? PushMode::Replace : PushMode::Merge, {}};
    for (const QByteArray& name : {"m"_ba, "n"_ba}) {
        PlainFamily family{name, {}, MetricType::Gauge, {}};
        for (int i = 0; i <= round % 5; ++i)
            family.metrics.push_back({{{"i", QByteArray::number(i)}}, {Payload::Gauge}, {}});
        push.families.push_back(std::move(family));
    }
    return push;
}

bool isEven(const Snapshot& snapshot)
{
    bool even = true;
    snapshot.groups.forEach([&even](const QByteArray&, const GroupPtr& group) {
        const StoredFamily* m = group->find("m");
        const StoredFamily* n = group->find("n");
        even = even && m && n && m->family().metricCount() == n->family().metricCount();
    });
    return even;
}

} // namespace

class TestMetricStoreThreads : public QObject {
    Q_OBJECT

private slots:
    void pushesDeletesAndScrapesAtOnce();
};

void TestMetricStoreThreads::pushesDeletesAndScrapesAtOnce()
{
    NoChangeSink sink;
    MetricStore store({}, sink);
    std::atomic<int> refused = 0;
    std::atomic<int> uneven = 0;
    std::vector<std::thread> threads;
    for (int thread = 0; thread < kThreads; ++thread) {
        threads.emplace_back([&, thread] {
            for (int round = 0; round < kRounds; ++round) {
                const PlainPush push = evenPush(thread, round);
                if (!store.push(*prepare(parsed(push), TimePoint{}), Consistency::Checked))
                    ++refused;
                if (round % 7 == thread % 7)
                    store.remove(groupingKey(push.key));
                if (round % 5 == 0 && !isEven(*store.snapshot()))
                    ++uneven;
                if (round % 200 == 199)
                    store.wipe();
            }
        });
    }
    for (std::thread& thread : threads)
        thread.join();

    QCOMPARE(refused.load(), 0);
    QCOMPARE(uneven.load(), 0);
    QCOMPARE(store.snapshot()->errors, quint64(0));
}

QTEST_APPLESS_MAIN(TestMetricStoreThreads)
#include "tst_metric_store_threads.moc"
