// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/full_check.h"
#include "core/store/metric_store.h"
#include "tests/support/naive_store.h"

#include <QTest>

#include <random>

using namespace pushgate::core;
using namespace pushgate::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

const std::vector<OwnFamily> kOwn{
    {"process_open_fds", "Own help.", MetricType::Gauge, OwnFamily::HelpRule::OwnHelpWins},
    {"own_late", "Late help.", MetricType::Counter, OwnFamily::HelpRule::HelpMustMatch},
    {"own_summary", "S.", MetricType::Summary, OwnFamily::HelpRule::HelpMustMatch},
};

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

/// Draws pushes that are likely to contradict each other.
class PushDealer {
public:
    explicit PushDealer(unsigned seed)
        : m_random(seed)
    {
    }

    unsigned below(unsigned bound) { return static_cast<unsigned>(m_random() % bound); }

    PlainKey key()
    {
        static const std::vector<PlainKey> keys{{{"job", "a"}}, {{"job", "a"}, {"instance", ""}},
            {{"job", "a"}, {"x", "1"}}, {{"job", "b"}}, {{"job", "b"}, {"x", "2"}, {"y", "3"}}};
        return keys[below(static_cast<unsigned>(keys.size()))];
    }

    PlainPush push()
    {
        PlainPush push{key(), below(2) == 0 ? PushMode::Replace : PushMode::Merge, {}};
        for (unsigned i = below(4); i > 0; --i)
            push.families.push_back(family());
        return push;
    }

private:
    QByteArray name()
    {
        static const std::vector<QByteArray> names{"m", "m", "n", "m_count", "m_sum", "m_bucket",
            "n_bucket", "m_count_sum", "push_time_seconds", "push_failure_time_seconds",
            "process_open_fds", "own_late", "own_summary_count", "own_summary", ""};
        // Own names are drawn less often: they refuse nearly everything.
        const unsigned span = below(6) == 0 ? static_cast<unsigned>(names.size()) : 8;
        return names[below(span)];
    }

    PlainFamily family()
    {
        PlainFamily family{name(), {}, static_cast<MetricType>(below(6)), {}};
        if (below(2) == 0)
            family.help = below(2) == 0 ? "Late help."_ba : "other"_ba;
        for (unsigned i = below(3); i > 0; --i)
            family.metrics.push_back(metric(family.type));
        return family;
    }

    PlainMetric metric(MetricType type)
    {
        static const std::vector<std::pair<QByteArray, QByteArray>> labels{{"x", "1"}, {"x", "2"},
            {"job", "z"}, {"instance", "i"}, {"y", "3"}, {"a", "\xff"}, {"__r", "v"},
            {"quantile", "1"}, {"", "e"}};
        PlainMetric metric;
        metric.payloads.insert(payloadOf(type));
        if (below(12) == 0)
            metric.payloads = {};
        for (unsigned i = below(8) == 0 ? 2 : 0; i > 0; --i)
            metric.payloads.insert(payloadOf(static_cast<MetricType>(below(6))));
        for (unsigned i = below(3); i > 0; --i)
            metric.labels.push_back(labels[below(below(10) == 0 ? 9 : 5)]);
        if (below(60) == 0)
            metric.timestamp = below(2);
        return metric;
    }

    std::mt19937 m_random;
};

std::map<QByteArray, std::map<QByteArray, size_t>> shapeOf(const Snapshot& snapshot)
{
    std::map<QByteArray, std::map<QByteArray, size_t>> shape;
    snapshot.groups.forEach([&shape](const QByteArray& key, const GroupPtr& group) {
        auto& families = shape[key];
        for (const StoredFamily& family : group->families)
            families[family.family().name()] = family.family().metricCount();
    });
    return shape;
}

/// The same, by way of the families.
std::map<QByteArray, std::map<QByteArray, size_t>> shapeByFamily(const Snapshot& snapshot)
{
    std::map<QByteArray, std::map<QByteArray, size_t>> shape;
    snapshot.families.forEach([&shape](const QByteArray& name, const FamilyOwners& owners) {
        owners.forEach([&shape, &name](const QByteArray& key, const StoredFamily& family) {
            shape[key][name] = family.family().metricCount();
        });
    });
    return shape;
}

/// E counted anew from what is stored.
quint64 recount(const Snapshot& snapshot)
{
    ConsistencyIndex index(kOwn);
    snapshot.groups.forEach([&index](const QByteArray&, const GroupPtr& group) {
        for (const StoredFamily& family : group->families)
            index.add(*family.checked);
    });
    return index.errorCount();
}

} // namespace

class TestMetricStore : public QObject {
    Q_OBJECT

private slots:
    void agreesWithANaiveFullCheck_data();
    void agreesWithANaiveFullCheck();
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
    MetricStore store(kOwn, sink);
    NaiveStore naive(kOwn);
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
        QCOMPARE(findErrors(*snapshot, kOwn).empty(), snapshot->errors == 0);
        QCOMPARE(shapeOf(*snapshot), naive.shape());
        QCOMPARE(shapeByFamily(*snapshot), naive.shape());
    }
    // A test in which nearly everything is refused (or accepted) would prove little.
    QVERIFY(accepted > operations / 10);
}

void TestMetricStore::replacesAndMerges()
{
    NoChangeSink sink;
    MetricStore store(kOwn, sink);
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
    MetricStore store(kOwn, sink);
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
    MetricStore store(kOwn, sink);
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
    MetricStore store(kOwn, sink);
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
    MetricStore store(kOwn, sink);
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
    MetricStore store(kOwn, sink);
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
    MetricStore store(kOwn, sink);
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
    MetricStore store(kOwn, sink);
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
