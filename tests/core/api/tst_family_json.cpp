// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/family_json.h"
#include "tests/support/family_builder.h"

#include <QTest>

#include <ctime>
#include <limits>

using namespace pushgate::core;
using namespace Qt::Literals::StringLiterals;
using pushgate::tests::FamilyBuilder;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
const QByteArray kTime = R"({"time_stamp":"1970-01-01T00:00:01.5Z","type":)"_ba;

StoredFamily stored(
    MetricFamily family, std::chrono::milliseconds at = std::chrono::milliseconds(1500))
{
    auto checked
        = std::make_shared<const CheckedFamily>(CheckedFamily{std::move(family), {}, 0, {}, {}});
    return {std::move(checked), TimePoint(at), 0};
}

QByteArray jsonOf(MetricFamily family)
{
    Segments out;
    FamilyJsonWriter(out).write(stored(std::move(family)));
    return out.take().join();
}

/// What stands between the brackets of `metrics`.
QByteArray metricsOf(MetricFamily family)
{
    const QByteArray json = jsonOf(std::move(family));
    const qsizetype begin = json.indexOf("\"metrics\":[") + 11;
    return json.sliced(begin, json.size() - begin - 2);
}

} // namespace

class TestFamilyJson : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void writesTheHead_data();
    void writesTheHead();
    void writesPlainMetrics_data();
    void writesPlainMetrics();
    void prefersGauges();
    void writesLabels_data();
    void writesLabels();
    void writesSummaries();
    void writesHistograms();
    void writesNativeHistograms();
    void countsNativeHistogramsInOneKind_data();
    void countsNativeHistogramsInOneKind();
    void writesAbsentPayloads();
    void writesTimesOfEachFamily();
    void writesGroupingLabels();
};

void TestFamilyJson::initTestCase()
{
    qputenv("TZ", "UTC0");
    tzset();
}

void TestFamilyJson::writesTheHead_data()
{
    using Header = MetricFamily::Header;
    QTest::addColumn<Header>("header");
    QTest::addColumn<QByteArray>("rest");
    QTest::newRow("no help") << Header{"m", {}, MetricType::Counter}
                             << R"("COUNTER","metrics":[]})"_ba;
    QTest::newRow("empty help") << Header{"m", "", MetricType::Gauge}
                                << R"("GAUGE","metrics":[]})"_ba;
    QTest::newRow("help") << Header{"m", "a \"<b>\"", MetricType::Summary}
                          << R"("SUMMARY","help":"a \"\u003cb\u003e\"","metrics":[]})"_ba;
    QTest::newRow("untyped") << Header{"m", {}, MetricType::Untyped}
                             << R"("UNTYPED","metrics":[]})"_ba;
    QTest::newRow("histogram") << Header{"m", {}, MetricType::Histogram}
                               << R"("HISTOGRAM","metrics":[]})"_ba;
    QTest::newRow("gauge histogram")
        << Header{"m", {}, MetricType::GaugeHistogram} << R"("GAUGE_HISTOGRAM","metrics":[]})"_ba;
    QTest::newRow("no type") << Header{"m", {}, {}} << R"("COUNTER","metrics":[]})"_ba;
}

void TestFamilyJson::writesTheHead()
{
    QFETCH(const MetricFamily::Header, header);
    QFETCH(const QByteArray, rest);
    QCOMPARE(jsonOf(FamilyBuilder(header).build()), kTime + rest);
}

void TestFamilyJson::writesPlainMetrics_data()
{
    QTest::addColumn<MetricType>("type");
    QTest::newRow("counter") << MetricType::Counter;
    QTest::newRow("gauge") << MetricType::Gauge;
    QTest::newRow("untyped") << MetricType::Untyped;
}

void TestFamilyJson::writesPlainMetrics()
{
    QFETCH(const MetricType, type);
    FamilyBuilder builder("m", type);
    builder.plain({}, -0.0).plain({{"b", "1"}, {"a", "<"}}, 1e6);
    QCOMPARE(metricsOf(builder.build()),
        R"({"labels":{},"value":"-0"},{"labels":{"a":"\u003c","b":"1"},"value":"1e+06"})"_ba);
}

void TestFamilyJson::prefersGauges()
{
    OddMetric all;
    all.gauge = OddMetric::Plain{};
    all.counter = OddMetric::Plain{2, {}, {}};
    all.untyped = OddMetric::Plain{3, {}, {}};
    OddMetric withoutGauge = all;
    withoutGauge.gauge.reset();
    FamilyBuilder builder("m", MetricType::Untyped);
    QCOMPARE(metricsOf(builder.odd({}, all).odd({}, withoutGauge).odd({}, {}).build()),
        R"({"labels":{},"value":"0"},{"labels":{},"value":"2"},{"labels":{},"value":"0"})"_ba);
}

void TestFamilyJson::writesLabels_data()
{
    using LabelList = std::vector<Label>;
    QTest::addColumn<LabelList>("labels");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("none") << LabelList{} << "{}"_ba;
    QTest::newRow("sorted") << LabelList{{"b", "1"}, {"a", "2"}} << R"({"a":"2","b":"1"})"_ba;
    QTest::newRow("escaped") << LabelList{{"a\"", "\xFF\n"}} << R"({"a\"":"\ufffd\n"})"_ba;
    QTest::newRow("doubled") << LabelList{{"a", "1"}, {"a", "2"}, {"b", "3"}}
                             << R"({"a":"2","b":"3"})"_ba;
    QTest::newRow("tripled at the end")
        << LabelList{{"a", "1"}, {"b", "2"}, {"b", "3"}, {"b", "4"}} << R"({"a":"1","b":"4"})"_ba;
    QTest::newRow("long") << LabelList{{"a", QByteArray(100'000, '&')}}
                          << R"({"a":")" + QByteArray(R"(\u0026)").repeated(100'000) + R"("})";
}

void TestFamilyJson::writesLabels()
{
    QFETCH(const std::vector<Label>, labels);
    QFETCH(const QByteArray, json);
    FamilyBuilder builder("m", MetricType::Gauge);
    QVERIFY(
        metricsOf(builder.plain(labels, 1).build()) == R"({"labels":)" + json + R"(,"value":"1"})");
}

void TestFamilyJson::writesSummaries()
{
    FamilyBuilder builder("m", MetricType::Summary);
    builder.summary({{"a", "b"}}, {1'000'000, 1e6, {{0.9, 3}, {0.5, 1}, {0.9, 4}, {}}, {}});
    QCOMPARE(metricsOf(builder.build()),
        R"({"count":"1000000","labels":{"a":"b"},)"
        R"("quantiles":{"0":"0","0.5":"1","0.9":"4"},"sum":"1e+06"})"_ba);
}

void TestFamilyJson::writesHistograms()
{
    Histogram histogram;
    histogram.sampleCount = 1'000'000;
    histogram.sampleSum = -0.0;
    histogram.buckets
        = {{1, {}, 2.5}, {2, {}, 10}, {3, -1.0, 1}, {4, 4.5, kInfinity}, {}, {5, 0.0, 10}};
    Histogram floats = histogram;
    floats.sampleCountFloat = 1e6;
    floats.buckets.clear();
    FamilyBuilder builder("m", MetricType::Histogram);
    QCOMPARE(metricsOf(builder.histogram({{"a", "b"}}, histogram).histogram({}, floats).build()),
        R"({"buckets":{"+Inf":"4.5","0":"0","1":"3","10":"5","2.5":"1"},"count":"1000000",)"
        R"("labels":{"a":"b"},"sum":"-0"},)"
        R"({"buckets":{},"count":"1e+06","labels":{},"sum":"-0"})"_ba);
}

void TestFamilyJson::writesNativeHistograms()
{
    NativeHistogram native;
    native.negative = {{{0, 2}}, {1, 0}, {}};
    native.zeroThreshold = 0.001;
    native.zeroCount = 2;
    Histogram histogram;
    histogram.sampleCount = 4;
    histogram.buckets = {{1, {}, 2.5}};
    histogram.native = std::make_shared<const NativeHistogram>(native);
    native.schema = 9;
    Histogram tooFine;
    tooFine.native = std::make_shared<const NativeHistogram>(native);
    FamilyBuilder builder("m", MetricType::Histogram);
    QCOMPARE(metricsOf(builder.histogram({}, histogram).histogram({}, tooFine).build()),
        R"({"buckets":[[1,"-2","-1","1"],[1,"-1","-0.5","1"],[3,"-0.001","0.001","2"]],)"
        R"("count":"4","labels":{},"sum":"0"},)"
        R"({"buckets":[],"count":"0","labels":{},"sum":"0"})"_ba);
}

void TestFamilyJson::countsNativeHistogramsInOneKind_data()
{
    QTest::addColumn<std::optional<double>>("sampleCount");
    QTest::addColumn<std::optional<double>>("zeroCount");
    QTest::addColumn<QByteArray>("count");
    using Number = std::optional<double>;
    QTest::newRow("integers") << Number() << Number() << "5"_ba;
    QTest::newRow("floats") << Number(2.5) << Number() << "2.5"_ba;
    QTest::newRow("floats by the zero bucket") << Number() << Number(1) << "0"_ba;
    QTest::newRow("floats, negative") << Number(-kInfinity) << Number(1) << "-Inf"_ba;
    QTest::newRow("integers, negative float") << Number(-1) << Number(-1) << "5"_ba;
}

void TestFamilyJson::countsNativeHistogramsInOneKind()
{
    QFETCH(const std::optional<double>, sampleCount);
    QFETCH(const std::optional<double>, zeroCount);
    QFETCH(const QByteArray, count);
    NativeHistogram native;
    native.zeroCountFloat = zeroCount;
    native.positive.spans = {{}};
    Histogram histogram{5, sampleCount, {}, {}, std::make_shared<const NativeHistogram>(native)};
    FamilyBuilder builder("m", MetricType::Histogram);
    const QByteArray json = metricsOf(builder.histogram({}, histogram).build());
    QVERIFY2(json.contains(",\"count\":\"" + count + "\","), json.constData());
}

void TestFamilyJson::writesAbsentPayloads()
{
    FamilyBuilder summary("m", MetricType::Summary);
    QCOMPARE(metricsOf(summary.odd({}, {}).build()),
        R"({"count":"0","labels":{},"quantiles":{},"sum":"0"})"_ba);
    FamilyBuilder histogram("m", MetricType::Histogram);
    QCOMPARE(metricsOf(histogram.odd({}, {}).build()),
        R"({"buckets":{},"count":"0","labels":{},"sum":"0"})"_ba);
    FamilyBuilder gaugeHistogram("m", MetricType::GaugeHistogram);
    QCOMPARE(
        metricsOf(gaugeHistogram.histogram({}, {}).build()), R"({"labels":{},"value":"0"})"_ba);
}

void TestFamilyJson::writesTimesOfEachFamily()
{
    using std::chrono::milliseconds;
    Segments out;
    FamilyJsonWriter writer(out);
    for (const milliseconds at : {milliseconds(0), milliseconds(0), milliseconds(2000)})
        writer.write(stored(FamilyBuilder("m", MetricType::Gauge).build(), at));
    const auto expected = [](const QByteArray& time) {
        return R"({"time_stamp":"1970-01-01T00:00:)" + time + R"(Z","type":"GAUGE","metrics":[]})";
    };
    QCOMPARE(out.take().join(), expected("00") + expected("00") + expected("02"));
}

void TestFamilyJson::writesGroupingLabels()
{
    Segments out;
    FamilyJsonWriter writer(out);
    writer.write(*Labels::from({{"job", "a<b"}, {"a.b", ""}}));
    QCOMPARE(out.take().join(), R"({"a.b":"","job":"a\u003cb"})"_ba);
}

QTEST_APPLESS_MAIN(TestFamilyJson)
#include "tst_family_json.moc"
