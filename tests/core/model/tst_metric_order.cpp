// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/metric_order.h"
#include "tests/support/family_builder.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <tuple>

using namespace pushgate::core;
using pushgate::tests::FamilyBuilder;

namespace {

using LabelList = std::vector<Label>;

/// A metric as the comparison sees it, and its value to tell it from its equals.
struct Seen {
    LabelList labels;
    std::optional<qint64> timestampMs;
    double value = 0;
};

std::vector<Seen> read(const MetricFamily& family)
{
    std::vector<Seen> all;
    for (size_t row = 0; row < family.metricCount(); ++row) {
        const Metric metric = family.metric(row);
        Seen seen{{}, metric.timestampMs(), *metric.plain(Payload::Gauge)};
        for (const LabelView& label : metric.labels())
            seen.labels.push_back({label.name.toByteArray(), label.value.toByteArray()});
        all.push_back(std::move(seen));
    }
    return all;
}

/// The rule as the specification words it.
bool before(const Seen& left, const Seen& right)
{
    const auto key = [](const Seen& seen) {
        std::vector<QByteArray> names;
        std::vector<QByteArray> values;
        for (const Label& label : seen.labels) {
            names.push_back(label.name);
            values.push_back(label.value);
        }
        return std::tuple(seen.labels.size(), values, names, !seen.timestampMs.has_value(),
            seen.timestampMs.value_or(0));
    };
    return key(left) < key(right);
}

/// Few different ones, so that rows are often equal; some only differ behind their eighth byte.
QByteArray anyValue(std::mt19937& random)
{
    return QByteArray(random() % 3 == 0 ? 8 : 0, 'x')
        + QByteArray(random() % 2, char('r' + random() % 4));
}

std::vector<double> values(const MetricFamily& family)
{
    std::vector<double> all;
    for (const Seen& seen : read(family))
        all.push_back(seen.value);
    return all;
}

OddMetric gaugeAt(double value, std::optional<qint64> timestampMs)
{
    OddMetric metric;
    metric.gauge = OddMetric::Plain{value, {}, {}};
    metric.timestampMs = timestampMs;
    return metric;
}

} // namespace

class TestMetricOrder : public QObject {
    Q_OBJECT

private slots:
    void ordersTwo_data();
    void ordersTwo();
    void countsSharedLabelsInTheirPlaces();
    void putsTimestampsLast();
    void leavesOrderedFamiliesAlone();
    void keepsEqualMetricsAsTheyStand();
    void movesPayloadsAlong();
    void agreesWithTheRule();
};

void TestMetricOrder::ordersTwo_data()
{
    QTest::addColumn<LabelList>("first");
    QTest::addColumn<LabelList>("second");
    QTest::newRow("fewer labels") << LabelList{{"z", "z"}} << LabelList{{"a", "a"}, {"b", "b"}};
    QTest::newRow("first value") << LabelList{{"a", "1"}, {"b", "2"}}
                                 << LabelList{{"a", "2"}, {"b", "1"}};
    QTest::newRow("second value") << LabelList{{"a", "1"}, {"b", "1"}}
                                  << LabelList{{"a", "1"}, {"b", "2"}};
    QTest::newRow("values before names") << LabelList{{"z", "1"}} << LabelList{{"a", "2"}};
    QTest::newRow("names where values are equal") << LabelList{{"a", "1"}} << LabelList{{"z", "1"}};
    QTest::newRow("bytes, not letters") << LabelList{{"a", "Z"}} << LabelList{{"a", "a"}};
    QTest::newRow("bytes are unsigned") << LabelList{{"a", "z"}} << LabelList{{"a", "\xC3\xA9"}};
    QTest::newRow("shorter value") << LabelList{{"a", "1"}} << LabelList{{"a", "10"}};
}

void TestMetricOrder::ordersTwo()
{
    QFETCH(const LabelList, first);
    QFETCH(const LabelList, second);

    FamilyBuilder builder("m", MetricType::Gauge);
    const MetricFamily family = builder.plain(second, 2).plain(first, 1).build();
    QVERIFY(compareMetrics(family, 1, 0) < 0);
    QVERIFY(compareMetrics(family, 0, 1) > 0);
    QVERIFY(compareMetrics(family, 1, 1) == 0);
    QCOMPARE(values(inMetricOrder(family)), (std::vector<double>{1, 2}));
}

void TestMetricOrder::countsSharedLabelsInTheirPlaces()
{
    const auto shared = std::make_shared<const Labels>(*Labels::from({{"job", "b"}}));
    FamilyBuilder builder({"m", {}, MetricType::Gauge}, shared);
    builder.plain({{"z", "1"}}, 3).plain({{"z", "0"}}, 2).plain({{"a", "2"}}, 1);
    QCOMPARE(values(inMetricOrder(builder.build())), (std::vector<double>{1, 2, 3}));
}

void TestMetricOrder::putsTimestampsLast()
{
    FamilyBuilder builder("m", MetricType::Gauge);
    builder.odd({}, gaugeAt(3, {})).odd({}, gaugeAt(2, 5)).odd({}, gaugeAt(1, -5));
    builder.odd({{"a", ""}}, gaugeAt(4, -9));
    QCOMPARE(values(inMetricOrder(builder.build())), (std::vector<double>{1, 2, 3, 4}));
}

void TestMetricOrder::leavesOrderedFamiliesAlone()
{
    FamilyBuilder builder("m", MetricType::Gauge);
    QVERIFY(metricOrder(builder.build()).empty());

    FamilyBuilder rows("m", MetricType::Gauge);
    rows.plain({}, 1).plain({{"a", "1"}}, 2).plain({{"a", "1"}}, 3).plain({{"b", "1"}}, 4);
    QVERIFY(metricOrder(rows.build()).empty());
}

void TestMetricOrder::keepsEqualMetricsAsTheyStand()
{
    FamilyBuilder builder("m", MetricType::Gauge);
    builder.plain({{"a", "2"}}, 3).plain({{"a", "1"}}, 1).plain({{"a", "1"}}, 2);
    QCOMPARE(metricOrder(builder.build()), (std::vector<quint32>{1, 2, 0}));
}

void TestMetricOrder::movesPayloadsAlong()
{
    FamilyBuilder builder("m", MetricType::Summary);
    builder.summary({{"a", "2"}}, {2, {}, {}, {}}).plain({{"a", "1"}}, 1);
    builder.summary({{"a", "3"}}, {3, {}, {}, {}}).odd({}, gaugeAt(4, 4));
    const MetricFamily family = inMetricOrder(builder.build());

    QCOMPARE(family.metric(0).plain(Payload::Gauge), std::optional<double>(4));
    QVERIFY(!family.metric(1).has(Payload::Gauge));
    QCOMPARE(family.metric(2).summary()->sampleCount, std::optional<quint64>(2));
    QCOMPARE(family.metric(3).summary()->sampleCount, std::optional<quint64>(3));
}

void TestMetricOrder::agreesWithTheRule()
{
    std::mt19937 random(11);
    const auto pick = [&random](quint32 below) { return random() % below; };
    const auto shared = std::make_shared<const Labels>(*Labels::from({{"c", "s"}, {"job", "t"}}));
    for (int round = 0; round < 600; ++round) {
        FamilyBuilder builder({"m", {}, MetricType::Gauge}, pick(2) == 0 ? nullptr : shared);
        const bool areAlike = pick(2) == 0; // all names in all rows, the first values the same
        const size_t same = pick(5);
        const int rows = int(pick(30));
        for (int row = 0; row < rows; ++row) {
            LabelList labels;
            for (const char* const name : {"a", "b", "d", "k", "z"}) {
                const bool isSame = areAlike && labels.size() < same;
                if (areAlike || pick(3) == 0)
                    labels.push_back({name, isSame ? "same" : anyValue(random)});
            }
            const bool timed = pick(8) == 0;
            builder.odd(
                labels, gaugeAt(row, timed ? std::optional<qint64>(pick(3)) : std::nullopt));
        }
        MetricFamily family = builder.build();
        std::vector<Seen> expected = read(family);
        std::stable_sort(expected.begin(), expected.end(), before);

        const std::vector<Seen> sorted = read(inMetricOrder(std::move(family)));
        QCOMPARE(sorted.size(), expected.size());
        for (size_t i = 0; i < sorted.size(); ++i) {
            QCOMPARE(sorted[i].value, expected[i].value);
            QCOMPARE(sorted[i].labels, expected[i].labels);
        }
    }
}

QTEST_APPLESS_MAIN(TestMetricOrder)
#include "tst_metric_order.moc"
