// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/text_family.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using namespace pushgate::core;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInf = std::numeric_limits<double>::infinity();
constexpr double kTwoTo63 = 9223372036854775808.0;
constexpr double kTwoTo64 = 18446744073709551616.0;

TextFamily family(MetricType type)
{
    TextFamily family("f");
    family.setType(type);
    return family;
}

TextLabels labels(std::initializer_list<TextLabel> given)
{
    TextLabels labels;
    for (const TextLabel& label : given) {
        if (!labels.addName(label.name))
            qFatal("a label twice");
        labels.setValue(label.value);
    }
    return labels;
}

void add(TextFamily& family, SampleRole role, double value, TextLabels at = {})
{
    const auto row = family.addSample({at, role, value});
    QVERIFY(row);
}

void addBucket(TextFamily& family, double bound, double value)
{
    TextLabels at;
    at.bucketBound = bound;
    add(family, SampleRole::Part, value, at);
}

Histogram onlyHistogram(TextFamily family)
{
    const auto finished = std::move(family).finish();
    return finished && finished->metricCount() == 1 ? *finished->metric(0).histogram()
                                                    : Histogram{};
}

} // namespace

class TestTextFamily : public QObject {
    Q_OBJECT

private slots:
    void truncatesCountsOfSummaries_data();
    void truncatesCountsOfSummaries();
    void keepsQuantilesInOrder();
    void findsTheMetricByItsLabels();
    void keepsWholeCountsOfHistograms_data();
    void keepsWholeCountsOfHistograms();
    void turnsAllCountsIntoFloatsForOne();
    void keepsBothCountsIfBothWereGiven();
    void makesEmptyMetricsOfWhatHasNoPart();
    void keepsTimestampsOfWholeMetrics();
};

void TestTextFamily::truncatesCountsOfSummaries_data()
{
    constexpr quint64 kIndefinite = quint64(1) << 63;
    QTest::addColumn<double>("value");
    QTest::addColumn<quint64>("count");
    QTest::newRow("whole") << 5.0 << quint64(5);
    QTest::newRow("fraction") << 1.9 << quint64(1);
    QTest::newRow("negative") << -1.0 << ~quint64(0);
    QTest::newRow("negative fraction") << -0.5 << quint64(0);
    QTest::newRow("2^63") << kTwoTo63 << kIndefinite;
    QTest::newRow("above 2^63") << kTwoTo63 + 4096 << kIndefinite + 4096;
    QTest::newRow("2^64") << kTwoTo64 << kIndefinite;
    QTest::newRow("-2^63") << -kTwoTo63 << kIndefinite;
    QTest::newRow("far below") << -1e30 << kIndefinite;
    QTest::newRow("infinity") << kInf << kIndefinite;
    QTest::newRow("negative infinity") << -kInf << kIndefinite;
    QTest::newRow("not a number") << kNaN << kIndefinite;
}

void TestTextFamily::truncatesCountsOfSummaries()
{
    QFETCH(const double, value);
    TextFamily summary = family(MetricType::Summary);
    add(summary, SampleRole::Count, 3);
    add(summary, SampleRole::Count, value);

    const auto finished = std::move(summary).finish();
    QTEST(*finished->metric(0).summary()->sampleCount, "count");
}

void TestTextFamily::keepsQuantilesInOrder()
{
    TextFamily summary = family(MetricType::Summary);
    for (const double quantile : {0.9, 0.1, 0.9, -kInf, kNaN}) {
        TextLabels at;
        at.quantile = quantile;
        add(summary, SampleRole::Part, quantile * 2, at);
    }
    const auto finished = std::move(summary).finish();
    const std::vector<Quantile>& quantiles = finished->metric(0).summary()->quantiles;

    QCOMPARE(quantiles.size(), size_t(4));
    QCOMPARE(*quantiles[0].quantile, 0.9);
    QCOMPARE(*quantiles[1].value, 0.2);
    QCOMPARE(*quantiles[3].quantile, -kInf);
}

void TestTextFamily::findsTheMetricByItsLabels()
{
    TextFamily histogram = family(MetricType::Histogram);
    add(histogram, SampleRole::Sum, 1, labels({{"a", "b"}, {"c", "d"}}));
    add(histogram, SampleRole::Sum, 2, labels({{"a", "bc"}, {"d", ""}}));
    add(histogram, SampleRole::Sum, 3);
    add(histogram, SampleRole::Count, 4, labels({{"c", "d"}, {"a", "b"}}));
    add(histogram, SampleRole::Count, 5);
    add(histogram, SampleRole::Sum, 6, labels({{"a", "b"}}));

    const auto finished = std::move(histogram).finish();
    QCOMPARE(finished->metricCount(), size_t(4));
    QCOMPARE(*finished->metric(0).histogram()->sampleCount, quint64(4));
    QVERIFY(!finished->metric(1).histogram()->sampleCount);
    QCOMPARE(*finished->metric(2).histogram()->sampleCount, quint64(5));
    QCOMPARE(*finished->metric(3).histogram()->sampleSum, 6.0);
}

void TestTextFamily::keepsWholeCountsOfHistograms_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<bool>("isWhole");
    QTest::newRow("zero") << 0.0 << true;
    QTest::newRow("negative zero") << -0.0 << true;
    QTest::newRow("whole") << 7.0 << true;
    QTest::newRow("2^63") << kTwoTo63 << true;
    QTest::newRow("the largest below 2^64") << kTwoTo64 - 2048 << true;
    QTest::newRow("2^64") << kTwoTo64 << false;
    QTest::newRow("fraction") << 0.5 << false;
    QTest::newRow("infinity") << kInf << false;
    QTest::newRow("not a number") << kNaN << false;
}

void TestTextFamily::keepsWholeCountsOfHistograms()
{
    QFETCH(const double, value);
    QFETCH(const bool, isWhole);
    TextFamily counted = family(MetricType::GaugeHistogram);
    add(counted, SampleRole::Count, value);
    const Histogram count = onlyHistogram(std::move(counted));
    TextFamily filled = family(MetricType::Histogram);
    addBucket(filled, 1, value);
    const Histogram bucket = onlyHistogram(std::move(filled));

    QCOMPARE(count.sampleCount.has_value(), isWhole);
    QCOMPARE(count.sampleCountFloat.has_value(), !isWhole);
    QCOMPARE(bucket.buckets.at(0).cumulativeCount.has_value(), isWhole);
    QCOMPARE(bucket.buckets.at(0).cumulativeCountFloat.has_value(), !isWhole);
    const double kept = isWhole ? double(*count.sampleCount) : *count.sampleCountFloat;
    QVERIFY(kept == value || (std::isnan(kept) && std::isnan(value)));
}

void TestTextFamily::turnsAllCountsIntoFloatsForOne()
{
    TextFamily histogram = family(MetricType::Histogram);
    addBucket(histogram, 1, 2);
    addBucket(histogram, 2, 2.5);
    addBucket(histogram, kInf, 0);
    const Histogram unified = onlyHistogram(std::move(histogram));

    QVERIFY(!unified.sampleCount);
    QCOMPARE(*unified.sampleCountFloat, 0.0); // though none was given
    for (const Bucket& bucket : unified.buckets)
        QVERIFY(!bucket.cumulativeCount);
    QCOMPARE(*unified.buckets[0].cumulativeCountFloat, 2.0);
    QCOMPARE(*unified.buckets[1].cumulativeCountFloat, 2.5);
    QCOMPARE(*unified.buckets[2].cumulativeCountFloat, 0.0);
}

void TestTextFamily::keepsBothCountsIfBothWereGiven()
{
    TextFamily histogram = family(MetricType::Histogram);
    add(histogram, SampleRole::Count, 1.5);
    add(histogram, SampleRole::Count, 3);
    const Histogram unified = onlyHistogram(std::move(histogram));

    QCOMPARE(*unified.sampleCount, quint64(3));
    QCOMPARE(*unified.sampleCountFloat, 1.5);
}

void TestTextFamily::makesEmptyMetricsOfWhatHasNoPart()
{
    TextFamily histogram = family(MetricType::Histogram);
    add(histogram, SampleRole::Part, 5);
    const Histogram empty = onlyHistogram(std::move(histogram));
    QVERIFY(empty.buckets.empty() && !empty.sampleCount && !empty.sampleSum);

    TextFamily summary = family(MetricType::Summary);
    add(summary, SampleRole::Part, 5);
    const auto finished = std::move(summary).finish();
    QVERIFY(finished->metric(0).summary()->quantiles.empty());
}

void TestTextFamily::keepsTimestampsOfWholeMetrics()
{
    TextFamily histogram = family(MetricType::Histogram);
    addBucket(histogram, 1, 2);
    histogram.setTimestamp(0, 77);
    addBucket(histogram, 2, 3);
    add(histogram, SampleRole::Count, 4);

    const auto finished = std::move(histogram).finish();
    QCOMPARE(finished->metricCount(), size_t(1));
    QCOMPARE(*finished->metric(0).timestampMs(), qint64(77));
    QCOMPARE(finished->metric(0).histogram()->buckets.size(), size_t(2));
    QCOMPARE(*finished->metric(0).histogram()->sampleCount, quint64(4));
}

QTEST_APPLESS_MAIN(TestTextFamily)
#include "tst_text_family.moc"
