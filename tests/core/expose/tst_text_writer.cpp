// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expose/text_writer.h"
#include "tests/support/family_builder.h"

#include <QTest>

#include <limits>

using namespace pushgate::core;
using namespace Qt::Literals::StringLiterals;
using pushgate::tests::FamilyBuilder;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

QByteArray textOf(const MetricFamily& family, Escaping escaping = Escaping::Underscores)
{
    TextWriter writer(escaping);
    Segments out;
    writer.begin(family.header());
    writer.writeHead(out, 0);
    writer.writeMetrics(out, family);
    writer.writeTail(out);
    return out.take().join();
}

/// The text of a gauge of 1 without help, after its TYPE line.
QByteArray sampleOf(const QByteArray& name, const std::vector<Label>& labels, Escaping escaping)
{
    FamilyBuilder builder(name, MetricType::Gauge);
    const QByteArray text = textOf(builder.plain(labels, 1).build(), escaping);
    return text.sliced(text.indexOf('\n') + 1);
}

Histogram histogramOf(std::vector<Bucket> buckets)
{
    Histogram histogram;
    histogram.sampleCount = 7;
    histogram.sampleSum = 3.5;
    histogram.buckets = std::move(buckets);
    return histogram;
}

} // namespace

class TestTextWriter : public QObject {
    Q_OBJECT

private slots:
    void writesTheHead_data();
    void writesTheHead();
    void writesPlainTypes_data();
    void writesPlainTypes();
    void writesNumbers_data();
    void writesNumbers();
    void writesSummaries();
    void writesHistograms();
    void addsTheInfiniteBucket();
    void prefersFloatCounts();
    void ignoresNativeBuckets();
    void writesLabels_data();
    void writesLabels();
    void writesSuffixesInsideQuotes();
    void writesTimestamps();
    void showsAbsentPayloadsAsEmpty();
    void mergesGroupingLabels();
    void writesGroupsOfDifferentNames();
    void writesLongLabels();
};

void TestTextWriter::writesTheHead_data()
{
    using Header = MetricFamily::Header;
    QTest::addColumn<Header>("header");
    QTest::addColumn<QByteArray>("head");
    QTest::newRow("no help") << Header{"m", {}, MetricType::Gauge} << "# TYPE m gauge\n"_ba;
    QTest::newRow("help") << Header{"m", "some help", MetricType::Counter}
                          << "# HELP m some help\n# TYPE m counter\n"_ba;
    QTest::newRow("empty help") << Header{"m", "", MetricType::Summary}
                                << "# HELP m \n# TYPE m summary\n"_ba;
    QTest::newRow("escaped help") << Header{"m", "a\\b\nc\"d\xFF", MetricType::Untyped}
                                  << "# HELP m a\\\\b\\nc\"d\xFF\n# TYPE m untyped\n"_ba;
    QTest::newRow("histogram") << Header{"m", {}, MetricType::Histogram}
                               << "# TYPE m histogram\n"_ba;
    QTest::newRow("gauge histogram")
        << Header{"m", {}, MetricType::GaugeHistogram} << "# TYPE m histogram\n"_ba;
    QTest::newRow("no type") << Header{"m", {}, {}} << "# TYPE m counter\n"_ba;
    QTest::newRow("quoted name") << Header{"m.x\"", "h", MetricType::Gauge}
                                 << "# HELP \"m.x\\\"\" h\n# TYPE \"m.x\\\"\" gauge\n"_ba;
}

void TestTextWriter::writesTheHead()
{
    QFETCH(const MetricFamily::Header, header);
    QFETCH(const QByteArray, head);
    QCOMPARE(textOf(FamilyBuilder(header).build(), Escaping::AllowUtf8), head);
}

void TestTextWriter::writesPlainTypes_data()
{
    QTest::addColumn<MetricType>("type");
    QTest::addColumn<QByteArray>("word");
    QTest::newRow("counter") << MetricType::Counter << "counter"_ba;
    QTest::newRow("gauge") << MetricType::Gauge << "gauge"_ba;
    QTest::newRow("untyped") << MetricType::Untyped << "untyped"_ba;
}

void TestTextWriter::writesPlainTypes()
{
    QFETCH(const MetricType, type);
    QFETCH(const QByteArray, word);
    FamilyBuilder builder("m", type);
    builder.plain({}, 1.5).plain({{"a", "b"}, {"c", ""}}, -2);
    QCOMPARE(textOf(builder.build()), "# TYPE m " + word + "\nm 1.5\nm{a=\"b\",c=\"\"} -2\n");
}

void TestTextWriter::writesNumbers_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("zero") << 0.0 << "0"_ba;
    QTest::newRow("negative zero") << -0.0 << "0"_ba;
    QTest::newRow("below the threshold") << 123456.789012 << "123456.789012"_ba;
    QTest::newRow("a million") << 1e6 << "1e+06"_ba;
    QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN() << "NaN"_ba;
    QTest::newRow("infinity") << kInfinity << "+Inf"_ba;
    QTest::newRow("negative infinity") << -kInfinity << "-Inf"_ba;
    QTest::newRow("longest") << -2.2250738585072014e-308 << "-2.2250738585072014e-308"_ba;
}

void TestTextWriter::writesNumbers()
{
    QFETCH(const double, value);
    QFETCH(const QByteArray, text);
    FamilyBuilder builder("m", MetricType::Gauge);
    QCOMPARE(textOf(builder.plain({}, value).build()), "# TYPE m gauge\nm " + text + "\n");
}

void TestTextWriter::writesSummaries()
{
    FamilyBuilder builder("s", MetricType::Summary);
    builder.summary({}, {});
    builder.summary(
        {{"z", "1"}, {"quantile", "own"}}, {1'000'000, 2.5, {{0.9, 3}, {0.5, 1}, {}}, {}});
    QCOMPARE(textOf(builder.build()),
        "# TYPE s summary\n"
        "s_sum 0\n"
        "s_count 0\n"
        "s{quantile=\"own\",z=\"1\",quantile=\"0.9\"} 3\n"
        "s{quantile=\"own\",z=\"1\",quantile=\"0.5\"} 1\n"
        "s{quantile=\"own\",z=\"1\",quantile=\"0\"} 0\n"
        "s_sum{quantile=\"own\",z=\"1\"} 2.5\n"
        "s_count{quantile=\"own\",z=\"1\"} 1e+06\n"_ba);
}

void TestTextWriter::writesHistograms()
{
    for (const MetricType type : {MetricType::Histogram, MetricType::GaugeHistogram}) {
        FamilyBuilder builder("h", type);
        builder.histogram(
            {{"a", "b"}}, histogramOf({{5, {}, 2}, {3, {}, 0.25}, {9, {}, kInfinity}}));
        QCOMPARE(textOf(builder.build()),
            "# TYPE h histogram\n"
            "h_bucket{a=\"b\",le=\"2\"} 5\n"
            "h_bucket{a=\"b\",le=\"0.25\"} 3\n"
            "h_bucket{a=\"b\",le=\"+Inf\"} 9\n"
            "h_sum{a=\"b\"} 3.5\n"
            "h_count{a=\"b\"} 7\n"_ba);
    }
}

void TestTextWriter::addsTheInfiniteBucket()
{
    FamilyBuilder builder("h", MetricType::Histogram);
    builder.histogram({}, histogramOf({{5, {}, 2}, {}})).histogram({}, {});
    QCOMPARE(textOf(builder.build()),
        "# TYPE h histogram\n"
        "h_bucket{le=\"2\"} 5\n"
        "h_bucket{le=\"0\"} 0\n"
        "h_bucket{le=\"+Inf\"} 7\n"
        "h_sum 3.5\n"
        "h_count 7\n"
        "h_bucket{le=\"+Inf\"} 0\n"
        "h_sum 0\n"
        "h_count 0\n"_ba);
}

void TestTextWriter::prefersFloatCounts()
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    Histogram histogram = histogramOf({{2, -2.5, 1}, {3, nan, 2}, {4, 0.0, 3}});
    histogram.sampleCountFloat = -7.5;
    FamilyBuilder builder("h", MetricType::Histogram);
    QCOMPARE(textOf(builder.histogram({}, histogram).build()),
        "# TYPE h histogram\n"
        "h_bucket{le=\"1\"} -2.5\n"
        "h_bucket{le=\"2\"} NaN\n"
        "h_bucket{le=\"3\"} 4\n"
        "h_bucket{le=\"+Inf\"} -7.5\n"
        "h_sum 3.5\n"
        "h_count -7.5\n"_ba);
}

void TestTextWriter::ignoresNativeBuckets()
{
    NativeHistogram native;
    native.schema = 3;
    native.zeroCount = 2;
    native.positive = {{{0, 1}}, {5}, {}};
    Histogram histogram = histogramOf({});
    histogram.native = std::make_shared<const NativeHistogram>(native);
    FamilyBuilder builder("h", MetricType::Histogram);
    QCOMPARE(textOf(builder.histogram({}, histogram).build()),
        "# TYPE h histogram\nh_bucket{le=\"+Inf\"} 7\nh_sum 3.5\nh_count 7\n"_ba);
}

void TestTextWriter::writesLabels_data()
{
    using LabelList = std::vector<Label>;
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<LabelList>("labels");
    QTest::addColumn<Escaping>("escaping");
    QTest::addColumn<QByteArray>("line");
    const auto row = [](const char* title, const QByteArray& name, const LabelList& labels,
                         const QByteArray& line, Escaping escaping = Escaping::AllowUtf8) {
        QTest::newRow(title) << name << labels << escaping << line;
    };
    row("none", "m", {}, "m 1\n");
    row("escapes", "m", {{"a", "\"\\\n\t\xC3\xA9"}}, "m{a=\"\\\"\\\\\\n\t\xC3\xA9\"} 1\n");
    row("quoted name", "m.x", {{"a", "b"}}, "{\"m.x\",a=\"b\"} 1\n");
    row("quoted name alone", "m.x", {}, "{\"m.x\"} 1\n");
    row("quoted label", "m", {{"a.b", "1"}, {"c", "2"}}, "m{\"a.b\"=\"1\",c=\"2\"} 1\n");
    row("quoted and escaped", "m\"\n", {{"a\\", "1"}}, "{\"m\\\"\\n\",\"a\\\\\"=\"1\"} 1\n");
    row("colon is bare", "a:m", {{"a:b", "1"}}, "a:m{a:b=\"1\"} 1\n");
    row("underscores", "m.x", {{"a.b", "1."}}, "m_x{a_b=\"1.\"} 1\n", Escaping::Underscores);
    row("dots", "m.x", {{"a.b", "1."}}, "m_dot_x{a_dot_b=\"1.\"} 1\n", Escaping::Dots);
    row("values", "m.x", {{"a.b", "1"}}, "U__m_2e_x{U__a_2e_b=\"1\"} 1\n", Escaping::Values);
    row("legacy names stay", "a__b", {{"c_d", "1"}}, "a__b{c_d=\"1\"} 1\n", Escaping::Dots);
    row("collisions stay", "m", {{"a.b", "1"}, {"a_b", "2"}}, "m{a_b=\"1\",a_b=\"2\"} 1\n",
        Escaping::Underscores);
}

void TestTextWriter::writesLabels()
{
    QFETCH(const QByteArray, name);
    QFETCH(const std::vector<Label>, labels);
    QFETCH(const Escaping, escaping);
    QFETCH(const QByteArray, line);
    QCOMPARE(sampleOf(name, labels, escaping), line);
}

void TestTextWriter::writesSuffixesInsideQuotes()
{
    FamilyBuilder histogram("my.h", MetricType::Histogram);
    QCOMPARE(textOf(histogram.histogram({{"a", "b"}}, {}).build(), Escaping::AllowUtf8),
        "# TYPE \"my.h\" histogram\n"
        "{\"my.h_bucket\",a=\"b\",le=\"+Inf\"} 0\n"
        "{\"my.h_sum\",a=\"b\"} 0\n"
        "{\"my.h_count\",a=\"b\"} 0\n"_ba);
    FamilyBuilder summary("my.s", MetricType::Summary);
    QCOMPARE(textOf(summary.summary({}, {1, 2, {{0.5, 3}}, {}}).build(), Escaping::AllowUtf8),
        "# TYPE \"my.s\" summary\n"
        "{\"my.s\",quantile=\"0.5\"} 3\n"
        "{\"my.s_sum\"} 2\n"
        "{\"my.s_count\"} 1\n"_ba);
}

void TestTextWriter::writesTimestamps()
{
    OddMetric gauge;
    gauge.gauge = OddMetric::Plain{5, {}, {}};
    gauge.timestampMs = std::numeric_limits<qint64>::min();
    OddMetric other = gauge;
    other.timestampMs = 0;
    FamilyBuilder builder("m", MetricType::Gauge);
    builder.odd({}, gauge).odd({{"a", "b"}}, other).plain({}, 1);
    QCOMPARE(textOf(builder.build()),
        "# TYPE m gauge\nm 5 -9223372036854775808\nm{a=\"b\"} 5 0\nm 1\n"_ba);

    OddMetric summary;
    summary.summary = Summary{};
    summary.timestampMs = 12;
    FamilyBuilder lines("s", MetricType::Summary);
    QCOMPARE(textOf(lines.odd({}, summary).summary({}, {}).build()),
        "# TYPE s summary\ns_sum 0 12\ns_count 0 12\ns_sum 0\ns_count 0\n"_ba);
}

void TestTextWriter::showsAbsentPayloadsAsEmpty()
{
    OddMetric counterWithoutValue;
    counterWithoutValue.counter = OddMetric::Plain{};
    FamilyBuilder counter("c", MetricType::Counter);
    QCOMPARE(textOf(counter.odd({}, counterWithoutValue).odd({}, {}).build()),
        "# TYPE c counter\nc 0\nc 0\n"_ba);
    FamilyBuilder summary("s", MetricType::Summary);
    QCOMPARE(textOf(summary.odd({}, {}).build()), "# TYPE s summary\ns_sum 0\ns_count 0\n"_ba);
    FamilyBuilder histogram("h", MetricType::GaugeHistogram);
    QCOMPARE(textOf(histogram.odd({}, {}).build()),
        "# TYPE h histogram\nh_bucket{le=\"+Inf\"} 0\nh_sum 0\nh_count 0\n"_ba);
}

void TestTextWriter::mergesGroupingLabels()
{
    const auto shared
        = std::make_shared<const Labels>(*Labels::from({{"instance", ""}, {"job", "a\"b"}}));
    FamilyBuilder builder({"m", {}, MetricType::Gauge}, shared);
    builder.plain({{"a", "1"}, {"z", "2"}}, 1).plain({}, 2);
    QCOMPARE(textOf(builder.build()),
        "# TYPE m gauge\n"
        "m{a=\"1\",instance=\"\",job=\"a\\\"b\",z=\"2\"} 1\n"
        "m{instance=\"\",job=\"a\\\"b\"} 2\n"_ba);
}

void TestTextWriter::writesGroupsOfDifferentNames()
{
    FamilyBuilder first("m", MetricType::Gauge);
    FamilyBuilder second("m", MetricType::Gauge);
    FamilyBuilder third("m", MetricType::Gauge);
    const MetricFamily families[] = {first.plain({{"a", "1"}, {"b", "2"}}, 1).build(),
        second.plain({{"b", "3"}}, 2).build(), third.plain({{"b", "4"}, {"c.c", "5"}}, 3).build()};
    TextWriter writer(Escaping::AllowUtf8);
    Segments out;
    writer.begin(families[0].header());
    for (const MetricFamily& family : families)
        writer.writeMetrics(out, family);
    QCOMPARE(
        out.take().join(), "m{a=\"1\",b=\"2\"} 1\nm{b=\"3\"} 2\nm{b=\"4\",\"c.c\"=\"5\"} 3\n"_ba);
}

void TestTextWriter::writesLongLabels()
{
    const QByteArray value(200'000, '"');
    FamilyBuilder builder("m", MetricType::Gauge);
    builder.plain({{"a", "1"}}, 1).plain({{"a", value}, {"b", value}}, 2).plain({{"a", "3"}}, 3);
    const QByteArray escaped = QByteArray("\\\"").repeated(value.size());
    QVERIFY(textOf(builder.build())
        == "# TYPE m gauge\nm{a=\"1\"} 1\nm{a=\"" + escaped + "\",b=\"" + escaped
            + "\"} 2\nm{a=\"3\"} 3\n");
}

QTEST_APPLESS_MAIN(TestTextWriter)
#include "tst_text_writer.moc"
