// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/change_fan_out.h"
#include "core/store/full_check.h"
#include "core/store/metric_store.h"
#include "tests/support/naive_store.h"

#include <QTest>

using namespace pushgate::core;
using namespace pushgate::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

TimePoint at(qint64 seconds)
{
    return TimePoint(std::chrono::seconds(seconds));
}

struct Recorder final : ChangeSink {
    std::vector<Change> changes;
    void changed(const Change& change) override { changes.push_back(change); }
};

PlainFamily family(const QByteArray& name, MetricType type)
{
    return {name, {}, type, {PlainMetric{{}, {payloadOf(type)}, {}}}};
}

PlainFamily gauge(const QByteArray& name)
{
    return family(name, MetricType::Gauge);
}

PreparedPush push(const QByteArray& job, std::vector<PlainFamily> families, qint64 seconds,
    PushMode mode = PushMode::Replace)
{
    return *prepare(parsed({{{"job", job}}, mode, std::move(families)}), at(seconds));
}

GroupPtr groupOf(const MetricStore& store, const QByteArray& job)
{
    const GroupPtr* group = store.snapshot()->groups.find(groupingKey({{"job", job}}).encoded());
    return group ? *group : nullptr;
}

std::vector<GroupPtr> allOf(const Snapshot& snapshot)
{
    std::vector<GroupPtr> groups;
    snapshot.groups.forEach(
        [&groups](const QByteArray&, const GroupPtr& group) { groups.push_back(group); });
    return groups;
}

bool never(const GroupPtr&)
{
    return false;
}

} // namespace

class TestBulkChanges : public QObject {
    Q_OBJECT
private slots:
    void pushesAllAsOneChange();
    void pushesNoneIfOneIsWrong_data();
    void pushesNoneIfOneIsWrong();
    void seesContradictionsAmongThem();
    void changesNothingWithoutPushes();
    void removesAllAsOneChange();
    void removesWhatChangedOnlyIfStillWanted();
    void keepsNothingThatNobodyLooksAt();
    void tellsEachSink();
};

void TestBulkChanges::pushesAllAsOneChange()
{
    Recorder sink;
    MetricStore store({}, sink);
    QVERIFY(store.push(push("a", {gauge("old"), gauge("m")}, 1), Consistency::Checked));
    QVERIFY(store.push(push("b", {gauge("old")}, 1), Consistency::Checked));

    std::vector<PreparedPush> pushes;
    pushes.push_back(push("a", {gauge("m")}, 5));
    pushes.push_back(push("b", {gauge("m")}, 5, PushMode::Merge));
    pushes.push_back(push("c", {gauge("m")}, 5));
    QVERIFY(store.pushAll(std::move(pushes), Consistency::Checked));

    QCOMPARE(sink.changes.size(), size_t(3));
    QCOMPARE(sink.changes.back().revision, quint64(3));
    QCOMPARE(store.snapshot()->revision, quint64(3));
    const auto& changed = std::get<GroupsChanged>(sink.changes.back().what).groups;
    QCOMPARE(changed.size(), size_t(3));
    QCOMPARE(std::get<GroupStored>(changed[0]).group, groupOf(store, "a"));
    QVERIFY(std::get<GroupStored>(changed[1]).before);
    QVERIFY(!std::get<GroupStored>(changed[2]).before);
    QVERIFY(!groupOf(store, "a")->find("old"));
    QVERIFY(groupOf(store, "b")->find("old"));
    QVERIFY(groupOf(store, "b")->find("m"));
    QCOMPARE(groupOf(store, "c")->pushTime, at(5));
    QCOMPARE(store.snapshot()->errors, quint64(0));
}

void TestBulkChanges::pushesNoneIfOneIsWrong_data()
{
    QTest::addColumn<bool>("hasTimestamp");
    QTest::addColumn<QByteArray>("message");
    const QByteArray frame = "pushed metrics are invalid or inconsistent with existing metrics: ";
    QTest::newRow("another type than stored") << false
                                              << frame
            + "collected metric \"m\" { label:{name:\"instance\" value:\"\"} label:{name:\"job\" "
              "value:\"c\"} counter:{value:1}} is not a GAUGE";
    QTest::newRow("timestamp") << true << frame + "pushed metrics must not have timestamps";
}

void TestBulkChanges::pushesNoneIfOneIsWrong()
{
    QFETCH(const bool, hasTimestamp);
    QFETCH(const QByteArray, message);
    Recorder sink;
    MetricStore store({}, sink);
    QVERIFY(store.push(push("a", {gauge("m")}, 1), Consistency::Checked));
    const quint64 series = store.snapshot()->seriesCount;

    PlainFamily wrong = family("m", hasTimestamp ? MetricType::Gauge : MetricType::Counter);
    if (hasTimestamp)
        wrong.metrics.front().timestamp = 5;
    std::vector<PreparedPush> pushes;
    pushes.push_back(push("a", {gauge("n")}, 7, PushMode::Merge));
    pushes.push_back(push("b", {gauge("n")}, 7));
    pushes.push_back(push("c", {wrong}, 7));
    const Status status = store.pushAll(std::move(pushes), Consistency::Checked);

    QVERIFY(!status);
    QCOMPARE(status.error().kind, Error::Kind::Inconsistent);
    QCOMPARE(status.error().message.simplified(), message);
    QCOMPARE(sink.changes.size(), size_t(2)); // one for all marks
    QVERIFY(groupOf(store, "a")->find("m"));
    for (const char* job : {"a", "b", "c"}) {
        QCOMPARE(groupOf(store, job)->failureTime, at(7));
        QVERIFY(!groupOf(store, job)->find("n"));
    }
    QVERIFY(!groupOf(store, "c")->pushTime);
    QCOMPARE(store.snapshot()->seriesCount, series + 4);
    QCOMPARE(store.snapshot()->errors, quint64(0));
    QVERIFY(findErrors(*store.snapshot(), {}).empty());
}

void TestBulkChanges::seesContradictionsAmongThem()
{
    NoChangeSink sink;
    MetricStore store({}, sink);
    std::vector<PreparedPush> pushes;
    pushes.push_back(push("a", {gauge("m")}, 7));
    pushes.push_back(push("b", {family("m", MetricType::Counter)}, 7));
    const Status status = store.pushAll(std::move(pushes), Consistency::Checked);
    QVERIFY(!status);
    QVERIFY2(status.error().message.contains("is not a GAUGE"), status.error().message.constData());
    QVERIFY(!groupOf(store, "a")->find("m"));
    QVERIFY(!groupOf(store, "b")->find("m"));
}

void TestBulkChanges::changesNothingWithoutPushes()
{
    Recorder sink;
    MetricStore store({}, sink);
    QVERIFY(store.pushAll({}, Consistency::Checked));
    QVERIFY(store.removeAll({}, never).empty());
    QVERIFY(sink.changes.empty());
}

void TestBulkChanges::removesAllAsOneChange()
{
    Recorder sink;
    MetricStore store({}, sink);
    for (int i = 0; i < 300; ++i) // enough for several chunks
        QVERIFY(store.push(push(QByteArray::number(i), {gauge("m")}, i), Consistency::Checked));
    std::vector<GroupPtr> groups = allOf(*store.snapshot());
    groups.resize(250);
    const auto removed = store.removeAll(groups, never);

    QCOMPARE(removed, groups);
    QCOMPARE(store.snapshot()->groups.size(), size_t(50));
    QCOMPARE(store.snapshot()->seriesCount, quint64(150));
    QCOMPARE(store.snapshot()->revision, quint64(301));
    const auto& changed = std::get<GroupsChanged>(sink.changes.back().what).groups;
    QCOMPARE(changed.size(), size_t(250));
    QCOMPARE(std::get<GroupRemoved>(changed[0]).before, groups[0]);
    QVERIFY(store.removeAll(groups, never).empty());
    QCOMPARE(store.snapshot()->revision, quint64(301));
}

void TestBulkChanges::removesWhatChangedOnlyIfStillWanted()
{
    NoChangeSink sink;
    MetricStore store({}, sink);
    for (const char* job : {"a", "b", "c"})
        QVERIFY(store.push(push(job, {gauge("m")}, 1), Consistency::Checked));
    const std::vector<GroupPtr> groups = allOf(*store.snapshot());
    QVERIFY(store.push(push("a", {gauge("m")}, 2), Consistency::Checked));
    QVERIFY(store.push(push("b", {gauge("m")}, 3), Consistency::Checked));
    const GroupPtr changed = groupOf(store, "b");

    const auto removed
        = store.removeAll(groups, [](const GroupPtr& group) { return group->pushTime == at(3); });
    QCOMPARE(removed, (std::vector<GroupPtr>{changed, groups[2]}));
    QVERIFY(groupOf(store, "a"));
    QCOMPARE(store.snapshot()->groups.size(), size_t(1));
}

void TestBulkChanges::keepsNothingThatNobodyLooksAt()
{
    NoChangeSink sink;
    MetricStore store({}, sink, 0);
    const auto pushBoth = [&store](qint64 seconds) {
        std::vector<PreparedPush> both;
        both.push_back(push("a", {gauge("m")}, seconds));
        both.push_back(push("b", {gauge("m")}, seconds));
        return bool(store.pushAll(std::move(both), Consistency::Checked));
    };
    QVERIFY(pushBoth(1));
    const std::weak_ptr<const Group> a = groupOf(store, "a");
    const std::weak_ptr<const Group> b = groupOf(store, "b");
    QVERIFY(!a.expired() && !b.expired());
    QVERIFY(pushBoth(2));
    QVERIFY(a.expired() && b.expired());
    QCOMPARE(groupOf(store, "b")->pushTime, at(2));
}

void TestBulkChanges::tellsEachSink()
{
    Recorder first;
    Recorder second;
    ChangeFanOut both({&first, &second});
    MetricStore store({}, both);
    QVERIFY(store.push(push("a", {gauge("m")}, 1), Consistency::Checked));
    store.wipe();
    QCOMPARE(first.changes.size(), size_t(2));
    QCOMPARE(second.changes.size(), size_t(2));
    QVERIFY(std::holds_alternative<StoreWiped>(second.changes.back().what));
}

QTEST_APPLESS_MAIN(TestBulkChanges)
#include "tst_bulk_changes.moc"
