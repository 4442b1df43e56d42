// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/text_parser.h"
#include "core/store/full_check.h"
#include "core/store/metric_store.h"
#include "tests/support/push_dealer.h"

#include <QTest>

using namespace pushgate::core;
using namespace pushgate::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

TimePoint at(qint64 seconds)
{
    return TimePoint(std::chrono::seconds(seconds));
}

PlainMetric gauge(std::vector<std::pair<QByteArray, QByteArray>> labels = {})
{
    return {std::move(labels), {Payload::Gauge}, {}};
}

PlainFamily gaugeFamily(const QByteArray& name, std::vector<PlainMetric> metrics)
{
    return {name, {}, MetricType::Gauge, std::move(metrics)};
}

} // namespace

class TestMetricStore : public QObject {
    Q_OBJECT

private slots:
    void agreesWithANaiveFullCheck_data();
    void agreesWithANaiveFullCheck();
    void takesNewValuesOfTheSameSeries();
    void replacesAndMerges();
    void marksAFailureAndKeepsTheRest();
    void refusesTimestamps();
    void makesNoMarkThatBreaksTheScrape();
    void leavesSnapshotsAsTheyWere();
    void keepsTheOrderOfOwners();
    void tellsItsSinkInOrder();
    void wipesAsOneChange();
};

void TestMetricStore::agreesWithANaiveFullCheck_data()
{
    QTest::addColumn<unsigned>("seed");
    QTest::addColumn<int>("uncheckedPercent");
    QTest::newRow("checked only") << 1U << 0;
    QTest::newRow("now and then unchecked") << 2U << 5;
    QTest::newRow("half unchecked") << 3U << 50;
    QTest::newRow("checked only, other dice") << 4U << 0;
}

void TestMetricStore::agreesWithANaiveFullCheck()
{
    QFETCH(const unsigned, seed);
    QFETCH(const int, uncheckedPercent);
    // In each row; fewer where a sanitizer makes every step ten times as slow.
    const int operations = qEnvironmentVariableIsSet("PUSHGATE_INSTRUMENTED") ? 4'000 : 50'000;

    PushDealer dealer(seed);
    NoChangeSink sink;
    MetricStore store(ownFamilies(), sink);
    NaiveStore naive(ownFamilies());
    int accepted = 0;
    for (int i = 0; i < operations; ++i) {
        const unsigned action = dealer.below(100);
        if (action < 12) {
            const PlainKey key = dealer.key();
            store.remove(groupingKey(key));
            naive.remove(key);
        } else if (action == 12) {
            store.wipe();
            naive.wipe();
        } else {
            const bool checked = dealer.below(100) >= static_cast<unsigned>(uncheckedPercent);
            const PlainPush push = dealer.push();
            const Status status = store.push(*prepare(parsed(push), at(i)),
                checked ? Consistency::Checked : Consistency::Unchecked);
            const bool expected = naive.push(push, checked);
            QVERIFY2(static_cast<bool>(status) == expected, qPrintable(QString::number(i)));
            accepted += expected ? 1 : 0;
            if (!status && !checked)
                QVERIFY(status.error().message.endsWith("timestamps"));
        }
        const SnapshotPtr snapshot = store.snapshot();
        QCOMPARE(snapshot->errors, naive.errorCount());
        QCOMPARE(snapshot->errors, recount(*snapshot));
        QCOMPARE(findErrors(*snapshot, ownFamilies()).empty(), snapshot->errors == 0);
        QCOMPARE(shapeOf(*snapshot), naive.shape());
        QCOMPARE(shapeByFamily(*snapshot), naive.shape());
    }
    // A test in which nearly everything is refused (or accepted) would prove little.
    QVERIFY(accepted > operations / 10);
}

void TestMetricStore::takesNewValuesOfTheSameSeries()
{
    NoChangeSink sink;
    MetricStore store(ownFamilies(), sink);
    const auto push = [&store](PushMode mode, const QByteArray& text, int second) {
        auto families = parseText({text, {}}, NameScheme::Legacy);
        return store.push(
            *prepare({groupingKey({{"job", "j"}}), mode, *std::move(families)}, at(second)),
            Consistency::Checked);
    };
    const auto valueOf = [&store](const QByteArray& name) {
        const SnapshotPtr snapshot = store.snapshot();
        const StoredFamily* family
            = (*snapshot->groups.find(groupingKey({{"job", "j"}}).encoded()))->find(name);
        const auto owners = snapshot->families.find(name);
        const MetricFamily& byName = owners->find(groupingKey({{"job", "j"}}).encoded())->family();
        Q_ASSERT(family->family().metric(0).has(Payload::Untyped));
        return std::pair(family->family().metric(0).plain(Payload::Untyped).value(),
            byName.metric(0).plain(Payload::Untyped).value());
    };
    QVERIFY(push(PushMode::Replace, "a 1\nb 1\n", 1));
    const quint64 orderOfA
        = store.snapshot()->families.find("a")->chunks()[0]->entries[0].value.order;
    QVERIFY(push(PushMode::Replace, "a 2\nb 2\n", 2));
    QCOMPARE(valueOf("a"), std::pair(2.0, 2.0));
    QCOMPARE(valueOf("b"), std::pair(2.0, 2.0));
    QVERIFY(push(PushMode::Merge, "b 3\n", 3));
    QCOMPARE(valueOf("a"), std::pair(2.0, 2.0));
    QCOMPARE(valueOf("b"), std::pair(3.0, 3.0));

    const SnapshotPtr snapshot = store.snapshot();
    const Group& group = **snapshot->groups.find(groupingKey({{"job", "j"}}).encoded());
    QCOMPARE(group.pushTime, at(3));
    QCOMPARE(group.find("a")->pushedAt, at(2));
    QCOMPARE(group.find("b")->pushedAt, at(3));
    QCOMPARE(group.find("a")->order, orderOfA);
    QCOMPARE(group.find(kPushTimeName)->family().metric(0).plain(Payload::Gauge), 3.0);
    QCOMPARE(group.find(kFailureTimeName)->family().metric(0).plain(Payload::Gauge), 0.0);
    QCOMPARE(snapshot->seriesCount, quint64(4));
    QCOMPARE(snapshot->revision, quint64(3));
}

void TestMetricStore::replacesAndMerges()
{
    NoChangeSink sink;
    MetricStore store(ownFamilies(), sink);
    const PlainKey key{{"job", "j"}};
    const auto push = [&](PushMode mode, std::vector<PlainFamily> families) {
        return store.push(
            *prepare(parsed({key, mode, std::move(families)}), at(5)), Consistency::Checked);
    };
    QVERIFY(push(PushMode::Replace, {gaugeFamily("a", {gauge()}), gaugeFamily("b", {gauge()})}));
    QVERIFY(push(PushMode::Merge, {gaugeFamily("c", {gauge()}), gaugeFamily("b", {})}));

    using Shape = std::map<QByteArray, size_t>;
    const QByteArray encoded = groupingKey(key).encoded();
    QCOMPARE(shapeOf(*store.snapshot())[encoded],
        (Shape{{"a", 1}, {"b", 0}, {"c", 1}, {"push_failure_time_seconds", 1},
            {"push_time_seconds", 1}}));

    QVERIFY(push(PushMode::Replace, {gaugeFamily("d", {gauge({{"x", "1"}}), gauge()})}));
    QCOMPARE(shapeOf(*store.snapshot())[encoded],
        (Shape{{"d", 2}, {"push_failure_time_seconds", 1}, {"push_time_seconds", 1}}));
    QCOMPARE(store.snapshot()->seriesCount, quint64(4));
}

void TestMetricStore::marksAFailureAndKeepsTheRest()
{
    NoChangeSink sink;
    MetricStore store(ownFamilies(), sink);
    const PlainPush sound{{{"job", "j"}}, PushMode::Replace, {gaugeFamily("a", {gauge()})}};
    const PlainPush wrong{
        {{"job", "j"}}, PushMode::Replace, {gaugeFamily("b", {gauge(), gauge()})}};
    QVERIFY(store.push(*prepare(parsed(sound), at(5)), Consistency::Checked));
    const Status status = store.push(*prepare(parsed(wrong), at(9)), Consistency::Checked);

    QVERIFY(!status);
    QCOMPARE(status.error().kind, Error::Kind::Inconsistent);
    QCOMPARE(status.error().message.simplified(),
        "pushed metrics are invalid or inconsistent with existing metrics: collected metric \"b\" "
        "{ label:{name:\"instance\" value:\"\"} label:{name:\"job\" value:\"j\"} gauge:{value:1}} "
        "was collected before with the same name and label values"_ba);
    const SnapshotPtr snapshot = store.snapshot();
    const Group& group = **snapshot->groups.find(groupingKey({{"job", "j"}}).encoded());
    QVERIFY(group.find("a"));
    QVERIFY(!group.find("b"));
    QVERIFY(!isLastPushSuccessful(group));
    QCOMPARE(group.find(kFailureTimeName)->family().metric(0).plain(Payload::Gauge), 9.0);
    QCOMPARE(group.find(kPushTimeName)->family().metric(0).plain(Payload::Gauge), 5.0);
    QCOMPARE(group.pushTime, at(5));
    QCOMPARE(group.failureTime, at(9));
}

void TestMetricStore::refusesTimestamps()
{
    NoChangeSink sink;
    MetricStore store(ownFamilies(), sink);
    PlainMetric metric = gauge();
    metric.timestamp = 0;
    const PlainPush push{{{"job", "j"}}, PushMode::Replace, {gaugeFamily("a", {metric})}};

    for (const Consistency check : {Consistency::Checked, Consistency::Unchecked}) {
        const Status status = store.push(*prepare(parsed(push), at(3)), check);
        QVERIFY(!status);
        QVERIFY(status.error().message.endsWith("pushed metrics must not have timestamps"));
        QCOMPARE(store.snapshot()->seriesCount, quint64(2));
    }
}

void TestMetricStore::makesNoMarkThatBreaksTheScrape()
{
    NoChangeSink sink;
    MetricStore store(ownFamilies(), sink);
    const PlainPush plain{{{"job", "a"}}, PushMode::Replace, {gaugeFamily("m", {gauge()})}};
    const PlainPush twin{{{"job", "a"}, {"instance", ""}}, PushMode::Replace, {}};
    QVERIFY(store.push(*prepare(parsed(plain), at(1)), Consistency::Checked));
    const quint64 revision = store.snapshot()->revision;

    QVERIFY(!store.push(*prepare(parsed(twin), at(2)), Consistency::Checked));
    QCOMPARE(store.snapshot()->revision, revision);
    QCOMPARE(store.snapshot()->groups.size(), size_t(1));
    QCOMPARE(store.snapshot()->errors, quint64(0));
}

void TestMetricStore::leavesSnapshotsAsTheyWere()
{
    PushDealer dealer(11);
    NoChangeSink sink;
    MetricStore store(ownFamilies(), sink);
    std::vector<std::pair<SnapshotPtr, std::map<QByteArray, std::map<QByteArray, size_t>>>> kept;
    for (int i = 0; i < 2'000; ++i) {
        PlainPush push = dealer.push();
        push.key["n"] = QByteArray::number(dealer.below(400)); // enough groups for many chunks
        (void)store.push(*prepare(parsed(push), at(i)), Consistency::Checked);
        if (dealer.below(4) == 0)
            store.remove(groupingKey(push.key));
        if (i % 50 == 0)
            kept.emplace_back(store.snapshot(), shapeOf(*store.snapshot()));
    }
    for (const auto& [snapshot, shape] : kept) {
        QCOMPARE(shapeOf(*snapshot), shape);
        QCOMPARE(shapeByFamily(*snapshot), shape);
    }
}

void TestMetricStore::keepsTheOrderOfOwners()
{
    NoChangeSink sink;
    MetricStore store(ownFamilies(), sink);
    const auto push = [&](const QByteArray& job, const QByteArray& help) {
        PlainFamily family = gaugeFamily("m", {gauge()});
        family.help = help;
        QVERIFY(store.push(*prepare(parsed({{{"job", job}}, PushMode::Replace, {family}}), at(1)),
            Consistency::Checked));
    };
    const auto shownHelp = [&store] {
        const SnapshotPtr snapshot = store.snapshot();
        return *oldestOwner(*snapshot->families.find("m")).family().help();
    };
    push("z", "first");
    push("a", "second");
    QCOMPARE(shownHelp(), "first"_ba);
    push("z", "first, changed");
    QCOMPARE(shownHelp(), "first, changed"_ba);
    store.remove(groupingKey({{"job", "z"}}));
    push("z", "now the younger");
    QCOMPARE(shownHelp(), "second"_ba);
}

void TestMetricStore::tellsItsSinkInOrder()
{
    struct Recorder final : ChangeSink {
        std::vector<Change> changes;
        void changed(const Change& change) override { changes.push_back(change); }
    };
    Recorder sink;
    MetricStore store(ownFamilies(), sink);
    const PlainPush push{{{"job", "a"}}, PushMode::Replace, {gaugeFamily("m", {gauge()})}};
    QVERIFY(store.push(*prepare(parsed(push), at(1)), Consistency::Checked));
    QVERIFY(store.push(*prepare(parsed(push), at(2)), Consistency::Checked));
    store.remove(groupingKey({{"job", "a"}}));
    store.remove(groupingKey({{"job", "never there"}}));

    QCOMPARE(sink.changes.size(), size_t(3));
    for (size_t i = 0; i < 3; ++i)
        QCOMPARE(sink.changes[i].revision, i + 1);
    QVERIFY(!std::get<GroupStored>(sink.changes[0].what).before);
    QCOMPARE(std::get<GroupStored>(sink.changes[1].what).before,
        std::get<GroupStored>(sink.changes[0].what).group);
    QCOMPARE(std::get<GroupRemoved>(sink.changes[2].what).before,
        std::get<GroupStored>(sink.changes[1].what).group);
}

void TestMetricStore::wipesAsOneChange()
{
    PushDealer dealer(5);
    NoChangeSink sink;
    MetricStore store(ownFamilies(), sink);
    for (int i = 0; i < 200; ++i)
        (void)store.push(*prepare(parsed(dealer.push()), at(i)), Consistency::Unchecked);
    const quint64 revision = store.snapshot()->revision;
    store.wipe();

    const SnapshotPtr snapshot = store.snapshot();
    QCOMPARE(snapshot->revision, revision + 1);
    QVERIFY(snapshot->groups.empty());
    QVERIFY(snapshot->families.empty());
    QCOMPARE(snapshot->errors, quint64(0));
    QCOMPARE(snapshot->seriesCount, quint64(0));
}

QTEST_APPLESS_MAIN(TestMetricStore)
#include "tst_metric_store.moc"
