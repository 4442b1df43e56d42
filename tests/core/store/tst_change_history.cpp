// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/change_history.h"
#include "core/store/metric_store.h"
#include "tests/support/naive_store.h"

#include <QTest>

using namespace pushgate::core;
using namespace pushgate::tests;

namespace {

using Jobs = std::vector<QByteArray>;

void push(MetricStore& store, const QByteArray& job)
{
    const PlainPush plain{{{"job", job}}, PushMode::Replace, {}};
    QVERIFY(store.push(
        *prepare(parsed(plain), TimePoint(std::chrono::seconds(1))), Consistency::Checked));
}

std::optional<Jobs> jobs(const std::optional<std::vector<QByteArray>>& keys)
{
    if (!keys)
        return std::nullopt;
    Jobs names;
    for (const QByteArray& key : *keys)
        names.push_back(labelsOfKey(key).value("job")->toByteArray());
    return names;
}

} // namespace

class TestChangeHistory : public QObject {
    Q_OBJECT
private slots:
    void tellsWhatChanged();
    void knowsNothingOfTheTimeBefore();
    void tellsBulkChanges();
    void forgetsAtAWipe();
    void forgetsTheOldest();
};

void TestChangeHistory::tellsWhatChanged()
{
    ChangeHistory history;
    MetricStore store({}, history);
    push(store, "b");
    push(store, "a");
    push(store, "b");
    store.remove(groupingKey({{"job", "a"}}));
    QCOMPARE(jobs(history.changedBetween(0, 4)), (Jobs{"a", "b"}));
    QCOMPARE(jobs(history.changedBetween(1, 4)), (Jobs{"a", "b"}));
    QCOMPARE(jobs(history.changedBetween(1, 2)), (Jobs{"a"}));
    QCOMPARE(jobs(history.changedBetween(2, 3)), (Jobs{"b"}));
    QCOMPARE(jobs(history.changedBetween(3, 4)), (Jobs{"a"}));
    QCOMPARE(jobs(history.changedBetween(4, 4)), Jobs{});
    QVERIFY(!history.changedBetween(5, 4));
}

void TestChangeHistory::knowsNothingOfTheTimeBefore()
{
    ChangeHistory history;
    MetricStore store({}, history);
    store.restore({}, 1'000);
    QVERIFY(!history.changedBetween(999, 1'000));
    QCOMPARE(jobs(history.changedBetween(1'000, 1'000)), Jobs{});
    push(store, "a");
    QVERIFY(!history.changedBetween(999, 1'001));
    QCOMPARE(jobs(history.changedBetween(1'000, 1'001)), Jobs{"a"});
}

void TestChangeHistory::tellsBulkChanges()
{
    ChangeHistory history;
    MetricStore store({}, history);
    for (const char* job : {"a", "b", "c"})
        push(store, job);
    std::vector<GroupPtr> groups;
    store.snapshot()->groups.forEach(
        [&groups](const QByteArray&, const GroupPtr& group) { groups.push_back(group); });
    groups.pop_back();
    QCOMPARE(store.removeAll(groups, [](const GroupPtr&) { return false; }).size(), size_t(2));
    QCOMPARE(jobs(history.changedBetween(3, 4)), (Jobs{"a", "b"}));
}

void TestChangeHistory::forgetsAtAWipe()
{
    ChangeHistory history;
    MetricStore store({}, history);
    push(store, "a");
    store.wipe();
    push(store, "b");
    QVERIFY(!history.changedBetween(0, 3));
    QVERIFY(!history.changedBetween(1, 3));
    QCOMPARE(jobs(history.changedBetween(2, 3)), Jobs{"b"});
}

void TestChangeHistory::forgetsTheOldest()
{
    ChangeHistory history(10);
    MetricStore store({}, history);
    for (int i = 0; i < 25; ++i)
        push(store, QByteArray::number(i));
    QVERIFY(!history.changedBetween(14, 25));
    const auto last = history.changedBetween(15, 25);
    QVERIFY(last);
    QCOMPARE(last->size(), size_t(10));
}

QTEST_APPLESS_MAIN(TestChangeHistory)
#include "tst_change_history.moc"
