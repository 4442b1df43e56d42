// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/prepare.h"
#include "tests/support/naive_store.h"

#include <QTest>

using namespace pushgate::core;
using namespace pushgate::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

using Pairs = std::vector<std::pair<QByteArray, QByteArray>>;

FamilyPtr prepared(const PlainKey& key, const Pairs& labels)
{
    const PlainFamily family{"m", {}, MetricType::Gauge, {{labels, {Payload::Gauge}, {}}}};
    return prepare(parsed({key, PushMode::Replace, {family}}), TimePoint{})->families.front();
}

Pairs labelsOf(const CheckedFamily& family)
{
    Pairs pairs;
    for (const LabelView& label : family.family.metric(0).labels())
        pairs.emplace_back(label.name.toByteArray(), label.value.toByteArray());
    return pairs;
}

} // namespace

class TestPrepare : public QObject {
    Q_OBJECT

private slots:
    void setsLabels_data();
    void setsLabels();
    void hashesTheSeries_data();
    void hashesTheSeries();
    void countsBadMetrics_data();
    void countsBadMetrics();
    void countsLackingPayloads();
    void keepsTheLastFamilyOfAName();
    void sortsFamilies();
    void seesTimestamps();
    void refusesToRepeatLongGroupingLabels_data();
    void refusesToRepeatLongGroupingLabels();
    void makesTheTimeFamilies();
};

void TestPrepare::setsLabels_data()
{
    QTest::addColumn<PlainKey>("key");
    QTest::addColumn<Pairs>("labels");
    QTest::addColumn<Pairs>("expected");
    const PlainKey job{{"job", "j"}};
    QTest::newRow("empty instance is added")
        << job << Pairs{} << Pairs{{"instance", ""}, {"job", "j"}};
    QTest::newRow("own instance stays")
        << job << Pairs{{"instance", "i"}} << Pairs{{"instance", "i"}, {"job", "j"}};
    QTest::newRow("grouping instance wins")
        << PlainKey{{"job", "j"}, {"instance", "g"}} << Pairs{{"instance", "i"}}
        << Pairs{{"instance", "g"}, {"job", "j"}};
    QTest::newRow("grouping label wins")
        << job << Pairs{{"job", "own"}} << Pairs{{"instance", ""}, {"job", "j"}};
    QTest::newRow("only the first of equal labels is overwritten")
        << job << Pairs{{"job", "x"}, {"job", "y"}}
        << Pairs{{"instance", ""}, {"job", "j"}, {"job", "y"}};
    QTest::newRow("sorted by bytes")
        << job << Pairs{{"z", "1"}, {"B", "2"}, {"b", "3"}, {"k", "4"}}
        << Pairs{{"B", "2"}, {"b", "3"}, {"instance", ""}, {"job", "j"}, {"k", "4"}, {"z", "1"}};
}

void TestPrepare::setsLabels()
{
    QFETCH(const PlainKey, key);
    QFETCH(const Pairs, labels);
    QFETCH(const Pairs, expected);

    QCOMPARE(labelsOf(*prepared(key, labels)), expected);
}

void TestPrepare::hashesTheSeries_data()
{
    QTest::addColumn<PlainKey>("leftKey");
    QTest::addColumn<Pairs>("left");
    QTest::addColumn<PlainKey>("rightKey");
    QTest::addColumn<Pairs>("right");
    QTest::addColumn<bool>("equal");
    const PlainKey job{{"job", "j"}};
    QTest::newRow("order does not matter")
        << job << Pairs{{"a", "1"}, {"b", "2"}} << job << Pairs{{"b", "2"}, {"a", "1"}} << true;
    QTest::newRow("an absent instance is an empty one")
        << job << Pairs{} << PlainKey{{"job", "j"}, {"instance", ""}} << Pairs{} << true;
    QTest::newRow("grouping and own labels are alike")
        << job << Pairs{{"x", "1"}} << PlainKey{{"job", "j"}, {"x", "1"}} << Pairs{} << true;
    QTest::newRow("other value") << job << Pairs{{"x", "1"}} << job << Pairs{{"x", "2"}} << false;
    QTest::newRow("bytes do not wander between name and value")
        << job << Pairs{{"ab", "c"}} << job << Pairs{{"a", "bc"}} << false;
    const QByteArray longValue(1'000, 'v');
    QTest::newRow("long grouping and own labels are alike")
        << job << Pairs{{"x", longValue}} << PlainKey{{"job", "j"}, {"x", longValue}} << Pairs{}
        << true;
    QTest::newRow("long values that differ at the end")
        << job << Pairs{{"x", longValue + 'a'}} << job << Pairs{{"x", longValue + 'b'}} << false;
}

void TestPrepare::hashesTheSeries()
{
    QFETCH(const PlainKey, leftKey);
    QFETCH(const Pairs, left);
    QFETCH(const PlainKey, rightKey);
    QFETCH(const Pairs, right);
    QFETCH(const bool, equal);

    const FamilyPtr one = prepared(leftKey, left);
    const FamilyPtr other = prepared(rightKey, right);
    QCOMPARE(one->seriesHashes.size(), size_t(1));
    QCOMPARE(one->seriesHashes == other->seriesHashes, equal);
}

void TestPrepare::countsBadMetrics_data()
{
    QTest::addColumn<Pairs>("labels");
    QTest::addColumn<quint32>("bad");
    QTest::newRow("sound") << Pairs{{"a", "1"}} << 0U;
    QTest::newRow("doubled name") << Pairs{{"a", "1"}, {"a", "2"}} << 1U;
    QTest::newRow("empty name") << Pairs{{"", "1"}} << 1U;
    QTest::newRow("reserved name") << Pairs{{"__a", "1"}} << 1U;
    QTest::newRow("one underscore is fine") << Pairs{{"_a", "1"}} << 0U;
    QTest::newRow("name not UTF-8") << Pairs{{"a\xff", "1"}} << 1U;
    QTest::newRow("value not UTF-8") << Pairs{{"a", "\xff"}} << 1U;
    QTest::newRow("odd but valid name") << Pairs{{"a b", "1"}} << 0U;
    QTest::newRow("quantile on a gauge is fine") << Pairs{{"quantile", "1"}} << 0U;
}

void TestPrepare::countsBadMetrics()
{
    QFETCH(const Pairs, labels);
    QFETCH(const quint32, bad);

    const FamilyPtr family = prepared({{"job", "j"}}, labels);
    QCOMPARE(family->badMetrics, bad);
    QCOMPARE(family->seriesHashes.size(), size_t(1 - bad));
}

void TestPrepare::countsLackingPayloads()
{
    const PlainFamily family{"m", {}, MetricType::Gauge,
        {{{{"i", "1"}}, {Payload::Gauge}, {}},
            {{{"i", "2"}}, {Payload::Gauge, Payload::Counter}, {}}, {{{"i", "3"}}, {}, {}}}};
    const auto push = prepare(parsed({{{"job", "j"}}, PushMode::Replace, {family}}), TimePoint{});
    const std::array<quint32, kCheckedTypeCount> expected{2, 1, 3, 3, 3};
    QCOMPARE(push->families.front()->lacking, expected);
}

void TestPrepare::keepsTheLastFamilyOfAName()
{
    const PlainFamily first{"m", {}, MetricType::Gauge, {{{{"i", "1"}}, {Payload::Gauge}, {}}}};
    const PlainFamily last{"m", {}, MetricType::Counter, {}};
    const auto push
        = prepare(parsed({{{"job", "j"}}, PushMode::Replace, {first, last}}), TimePoint{});
    QCOMPARE(push->families.size(), size_t(1));
    QCOMPARE(push->families.front()->family.type(), MetricType::Counter);
}

void TestPrepare::sortsFamilies()
{
    const auto named = [](const QByteArray& name) {
        return PlainFamily{name, {}, MetricType::Gauge, {}};
    };
    const auto push
        = prepare(parsed({{{"job", "j"}}, PushMode::Merge, {named("c"), named("a"), named("b")}}),
            TimePoint{});
    QByteArray names;
    for (const FamilyPtr& family : push->families)
        names += family->family.name();
    QCOMPARE(names, "abc"_ba);
}

void TestPrepare::seesTimestamps()
{
    PlainFamily family{"m", {}, MetricType::Gauge, {{{}, {Payload::Gauge}, 0}}};
    QVERIFY(
        prepare(parsed({{{"job", "j"}}, PushMode::Merge, {family}}), TimePoint{})->hasTimestamps);
    family.metrics.front().timestamp.reset();
    QVERIFY(
        !prepare(parsed({{{"job", "j"}}, PushMode::Merge, {family}}), TimePoint{})->hasTimestamps);
}

void TestPrepare::refusesToRepeatLongGroupingLabels_data()
{
    QTest::addColumn<int>("labelBytes");
    QTest::addColumn<int>("metrics");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("long label, few metrics") << 500'000 << 100 << true;
    QTest::newRow("long label, many metrics") << 500'000 << 1'000 << false;
    QTest::newRow("short label, many metrics") << 4'000 << 50'000 << true;
}

void TestPrepare::refusesToRepeatLongGroupingLabels()
{
    QFETCH(const int, labelBytes);
    QFETCH(const int, metrics);
    QFETCH(const bool, accepted);

    PlainFamily family{"m", {}, MetricType::Gauge, {}};
    for (int i = 0; i < metrics; ++i)
        family.metrics.push_back({{{"i", QByteArray::number(i)}}, {Payload::Gauge}, {}});
    const PlainKey key{{"job", QByteArray(labelBytes, 'x')}};
    const auto push = prepare(parsed({key, PushMode::Merge, {family}}), TimePoint{});
    QCOMPARE(static_cast<bool>(push), accepted);
    if (!accepted)
        QCOMPARE(push.error().kind, Error::Kind::TooLarge);
    else // what all metrics share is kept once
        QVERIFY(push->families.front()->family.memoryBytes() < size_t(metrics) * 1'000);
}

void TestPrepare::makesTheTimeFamilies()
{
    const auto push = prepare(
        parsed({{{"job", "j"}}, PushMode::Merge, {}}), TimePoint(std::chrono::milliseconds(1500)));
    const MetricFamily& family = push->pushTime->family;
    QCOMPARE(family.name(), "push_time_seconds"_ba);
    QCOMPARE(family.type(), MetricType::Gauge);
    QCOMPARE(family.metric(0).plain(Payload::Gauge), 1.5);
    QCOMPARE(labelsOf(*push->pushTime), (Pairs{{"instance", ""}, {"job", "j"}}));
}

QTEST_APPLESS_MAIN(TestPrepare)
#include "tst_prepare.moc"
