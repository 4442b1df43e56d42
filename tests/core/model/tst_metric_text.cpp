// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/metric_text.h"
#include "tests/support/family_builder.h"

#include <QTest>

#include <limits>

using namespace pushgate::core;
using namespace Qt::Literals::StringLiterals;
using pushgate::tests::FamilyBuilder;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

QByteArray textOf(const MetricFamily& family)
{
    QByteArray out;
    appendMetricText(out, family.metric(0));
    return out;
}

Exemplar exemplar()
{
    return {{{"trace", "x\"y"}}, 1.5, WireTime{123, 456}};
}

Histogram everyFieldSet()
{
    NativeHistogram native;
    native.schema = 3;
    native.zeroThreshold = 1e-9;
    native.zeroCount = 1;
    native.zeroCountFloat = 0;
    native.negative = {{{-2, 1}}, {5, -6}, {1}};
    native.positive = {{{0, 2}, {std::nullopt, std::nullopt}}, {1, 1}, {2}};
    native.created = WireTime{99, 1};
    native.exemplars = {exemplar()};
    native.bucketExemplars = {{1, exemplar()}};

    Histogram histogram;
    histogram.sampleCount = 7;
    histogram.sampleCountFloat = 7.5;
    histogram.sampleSum = 3;
    histogram.buckets = {{1, std::nullopt, 0.5}, {2, 2.5, kInfinity}};
    histogram.native = std::make_shared<const NativeHistogram>(native);
    return histogram;
}

} // namespace

class TestMetricText : public QObject {
    Q_OBJECT

private slots:
    void writesTheExampleOfTheReference();
    void writesEveryFieldOfAHistogram();
    void writesSummaries();
    void keepsAbsentApartFromEmpty();
    void writesOddMetrics();
    void renamesLabels();
    void writesFamilies();
    void leavesOutWhatAFamilyLacks();
};

void TestMetricText::writesTheExampleOfTheReference()
{
    FamilyBuilder builder("m", MetricType::Untyped);
    builder.plain({{"job", "j"}, {"instance", ""}}, 2);
    QCOMPARE(textOf(builder.build()),
        R"(label:{name:"instance"  value:""}  label:{name:"job"  value:"j"}  untyped:{value:2})"_ba);
}

void TestMetricText::writesEveryFieldOfAHistogram()
{
    FamilyBuilder builder("m", MetricType::Histogram);
    builder.histogram({}, everyFieldSet());
    const QByteArray exemplarText = R"(:{label:{name:"trace"  value:"x\"y"}  value:1.5  )"
                                    R"(timestamp:{seconds:123  nanos:456}})";
    QCOMPARE(textOf(builder.build()),
        "histogram:{sample_count:7  sample_count_float:7.5  sample_sum:3  "
        "bucket:{cumulative_count:1  upper_bound:0.5}  "
        "bucket:{cumulative_count:2  cumulative_count_float:2.5  upper_bound:inf  exemplar"
            + exemplarText
            + "}  created_timestamp:{seconds:99  nanos:1}  schema:3  zero_threshold:1e-09  "
              "zero_count:1  zero_count_float:0  negative_span:{offset:-2  length:1}  "
              "negative_delta:5  negative_delta:-6  negative_count:1  "
              "positive_span:{offset:0  length:2}  positive_span:{}  positive_delta:1  "
              "positive_delta:1  positive_count:2  exemplars"
            + exemplarText + "}");
}

void TestMetricText::writesSummaries()
{
    FamilyBuilder builder("m", MetricType::Summary);
    builder.summary({},
        {3, std::numeric_limits<double>::quiet_NaN(), {{0.5, -0.0}, {}},
            WireTime{1, std::nullopt}});
    QCOMPARE(textOf(builder.build()),
        "summary:{sample_count:3  sample_sum:nan  quantile:{quantile:0.5  value:-0}  "
        "quantile:{}  created_timestamp:{seconds:1}}"_ba);
}

void TestMetricText::keepsAbsentApartFromEmpty()
{
    FamilyBuilder empty("m", MetricType::Summary);
    empty.summary({}, {});
    QCOMPARE(textOf(empty.build()), "summary:{}"_ba);

    LabelTableBuilder labels(LabelTableBuilder::RowOrder::AsAdded);
    labels.addLabel(labels.internAbsentName(), {"v", true});
    labels.addLabel(labels.internName("n"), {{}, false});
    labels.addLabel(labels.internAbsentName(), {{}, false});
    labels.endRow();
    PayloadTable payloads;
    payloads.appendOdd({});
    QCOMPARE(textOf(MetricFamily({"m", {}, {}}, std::move(labels).finish(), std::move(payloads))),
        R"(label:{value:"v"}  label:{name:"n"}  label:{})"_ba);
}

void TestMetricText::writesOddMetrics()
{
    OddMetric metric;
    metric.gauge = OddMetric::Plain{1e6, {}, {}};
    metric.counter = OddMetric::Plain{1.5, exemplar(), WireTime{5, {}}};
    metric.untyped = OddMetric::Plain{};
    metric.timestampMs = -1;
    metric.unknownFields = QByteArray::fromHex("98067b");
    FamilyBuilder builder("m", MetricType::Counter);
    builder.odd({{"a", "b"}}, metric);
    QCOMPARE(textOf(builder.build()),
        R"(label:{name:"a"  value:"b"}  gauge:{value:1e+06}  counter:{value:1.5  )"
        R"(exemplar:{label:{name:"trace"  value:"x\"y"}  value:1.5  )"
        R"(timestamp:{seconds:123  nanos:456}}  created_timestamp:{seconds:5}}  untyped:{}  )"
        R"(timestamp_ms:-1  99:123)"_ba);
}

void TestMetricText::renamesLabels()
{
    OddMetric metric;
    metric.gauge = OddMetric::Plain{1, {}, {}};
    metric.unknownFields = QByteArray::fromHex("0801");
    FamilyBuilder builder("m", MetricType::Gauge);
    builder.odd({{"a.b", "1"}, {"c", "2"}}, metric).odd({{"c", "3"}}, metric);
    const MetricFamily family = builder.build();
    const std::vector<QByteArray> names{"a_b", "c"};

    const auto renamed = [&](size_t row) {
        QByteArray out;
        ProtoText text(out, ProtoText::Layout::OneLine);
        writeMetric(text, {family.metric(row), names});
        return out;
    };
    QCOMPARE(renamed(0),
        R"(label:{name:"a_b"  value:"1"}  label:{name:"c"  value:"2"}  gauge:{value:1})"_ba);
    QCOMPARE(renamed(1), R"(label:{name:"c"  value:"3"}  gauge:{value:1}  1:1)"_ba);
}

void TestMetricText::writesFamilies()
{
    FamilyBuilder builder("m", MetricType::Gauge);
    builder.help("he\"lp").plain({{"a", "b"}}, 1).plain({}, 2);
    const MetricFamily family = builder.build();

    QByteArray line;
    appendFamilyText(line, family, ProtoText::Layout::OneLine);
    QCOMPARE(line,
        R"(name:"m"  help:"he\"lp"  type:GAUGE  metric:{label:{name:"a"  value:"b"}  )"
        R"(gauge:{value:1}}  metric:{gauge:{value:2}})"_ba);

    QByteArray indented;
    appendFamilyText(indented, family, ProtoText::Layout::Indented);
    QCOMPARE(indented,
        "name:  \"m\"\nhelp:  \"he\\\"lp\"\ntype:  GAUGE\nmetric:  {\n  label:  {\n"
        "    name:  \"a\"\n    value:  \"b\"\n  }\n  gauge:  {\n    value:  1\n  }\n}\n"
        "metric:  {\n  gauge:  {\n    value:  2\n  }\n}"_ba);
}

void TestMetricText::leavesOutWhatAFamilyLacks()
{
    FamilyBuilder builder(MetricFamily::Header{"m", {}, {}});
    QByteArray out;
    appendFamilyText(out, builder.build(), ProtoText::Layout::OneLine);
    QCOMPARE(out, R"(name:"m")"_ba);
}

QTEST_APPLESS_MAIN(TestMetricText)
#include "tst_metric_text.moc"
