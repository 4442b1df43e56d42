// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/exposition_text.h"
#include "tests/core/browse/rows.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace pushgate::core;
using namespace pushgate::tests;

Q_DECLARE_METATYPE(pushgate::core::FamilyRow)

class TestExpositionText : public QObject {
    Q_OBJECT

private slots:
    void writesWhatWasPushed_data();
    void writesWhatWasPushed();
    void leavesOutWhatGatewaysAdd();
    void saysWhatItCannotCarry_data();
    void saysWhatItCannotCarry();
    void mergesFamiliesOfAllGroups();
    void leavesOutContradictions();
};

namespace {

using Coverage = ExpositionText::Coverage;

GroupDetailsPtr group(
    const QByteArray& job, const QByteArray& instance, std::vector<FamilyRow> rows)
{
    return std::make_shared<const GroupDetails>(
        GroupDetails{browseKey(job, instance), std::move(rows)});
}

FamilyRow gauge(const QByteArray& name, const QByteArray& number)
{
    return {name, "GAUGE", "", {{{}, PlainValue{number}}}};
}

} // namespace

void TestExpositionText::writesWhatWasPushed_data()
{
    QTest::addColumn<FamilyRow>("family");
    QTest::addColumn<QByteArray>("text");
    const Labels labels = *Labels::from({{"a", "x\"\\\ny"}, {"b.c", "z"}});
    QTest::newRow("plain") << gauge("m", "-1.5e-07") << "# TYPE m gauge\nm -1.5e-07\n"_ba;
    QTest::newRow("untyped") << FamilyRow{"m", "UNTYPED", "", {{{}, PlainValue{"NaN"}}}}
                             << "# TYPE m untyped\nm NaN\n"_ba;
    QTest::newRow("help") << FamilyRow{"m", "COUNTER", "a\\b\n\"c\"", {{{}, PlainValue{"1"}}}}
                          << "# HELP m a\\\\b\\n\"c\"\n# TYPE m counter\nm 1\n"_ba;
    QTest::newRow("labels") << FamilyRow{"m", "GAUGE", "", {{labels, PlainValue{"1"}}}}
                            << "# TYPE m gauge\nm{a=\"x\\\"\\\\\\ny\",\"b.c\"=\"z\"} 1\n"_ba;
    QTest::newRow("any name") << FamilyRow{"größe.m", "GAUGE", "h", {{labels, PlainValue{"1"}}}}
                              << "# HELP \"größe.m\" h\n# TYPE \"größe.m\" gauge\n"
                                 "{\"größe.m\",a=\"x\\\"\\\\\\ny\",\"b.c\"=\"z\"} 1\n"_ba;
    QTest::newRow("summary") << FamilyRow{"s", "SUMMARY", "",
        {{{}, SummaryValue{"4", "3", {{"0.5", "1"}}}}}}
                             << "# TYPE s summary\ns{quantile=\"0.5\"} 1\ns_sum 3\ns_count 4\n"_ba;
    QTest::newRow("histogram")
        << FamilyRow{"h", "HISTOGRAM", "", {{{}, HistogramValue{"4", "3", {{"+Inf", "4"}}}}}}
        << "# TYPE h histogram\nh_bucket{le=\"+Inf\"} 4\nh_sum 3\nh_count 4\n"_ba;
}

void TestExpositionText::writesWhatWasPushed()
{
    QFETCH(const FamilyRow, family);
    QFETCH(const QByteArray, text);
    const ExpositionText written = pushedText({browseKey("a"), {family}});
    QCOMPARE(written.text, text);
    QCOMPARE(written.coverage, Coverage::Whole);
}

void TestExpositionText::leavesOutWhatGatewaysAdd()
{
    const ExpositionText written = pushedText({browseKey("a"),
        {gauge("m", "1"), gauge("push_failure_time_seconds", "0"),
            gauge("push_time_seconds", "5")}});
    QCOMPARE(written.text, "# TYPE m gauge\nm 1\n"_ba);
    QCOMPARE(written.coverage, Coverage::Whole);
}

void TestExpositionText::saysWhatItCannotCarry_data()
{
    QTest::addColumn<FamilyRow>("family");
    QTest::addColumn<QByteArray>("text");
    const Labels labels = *Labels::from({{"x", "y"}});
    QTest::newRow("native histogram")
        << FamilyRow{"h", "HISTOGRAM", "", {{labels, NativeHistogramValue{}}}}
        << "# TYPE h histogram\n"
           "# Left out: h{x=\"y\"} is a native histogram, which this format cannot hold.\n"_ba;
    QTest::newRow("native beside one with buckets")
        << FamilyRow{"h", "HISTOGRAM", "",
               {{{}, HistogramValue{"1", "2", {}}}, {labels, NativeHistogramValue{}}}}
        << "# TYPE h histogram\nh_sum 2\nh_count 1\n"
           "# Left out: h{x=\"y\"} is a native histogram, which this format cannot hold.\n"_ba;
    QTest::newRow("gauge histogram")
        << FamilyRow{"TYPE", "GAUGE_HISTOGRAM", "", {{{}, HistogramValue{"1", "2", {}}}}}
        << "# Left out: TYPE is a gauge histogram, which this format cannot hold.\n"_ba;
}

void TestExpositionText::saysWhatItCannotCarry()
{
    QFETCH(const FamilyRow, family);
    QFETCH(const QByteArray, text);
    const ExpositionText written = pushedText({browseKey("a"), {family}});
    QCOMPARE(written.text, text);
    QCOMPARE(written.coverage, Coverage::Partial);
}

void TestExpositionText::mergesFamiliesOfAllGroups()
{
    FamilyRow described = gauge("m", "2");
    described.help = "Of b.";
    described.series[0].labels = *Labels::from({{"x", "y"}});
    const ExpositionText written = scrapedText({group("a", "i", {gauge("m", "1"), gauge("n", "3")}),
        group("b", "", {gauge("l", "4"), described, gauge("push_time_seconds", "5")})});
    QCOMPARE(written.text,
        "# TYPE l gauge\nl{instance=\"\",job=\"b\"} 4\n"
        "# HELP m Of b.\n# TYPE m gauge\n"
        "m{instance=\"i\",job=\"a\"} 1\nm{instance=\"\",job=\"b\",x=\"y\"} 2\n"
        "# TYPE n gauge\nn{instance=\"i\",job=\"a\"} 3\n"
        "# TYPE push_time_seconds gauge\npush_time_seconds{instance=\"\",job=\"b\"} 5\n"_ba);
    QCOMPARE(written.coverage, Coverage::Whole);
}

void TestExpositionText::leavesOutContradictions()
{
    FamilyRow counter = gauge("m", "2");
    counter.type = "COUNTER";
    const ExpositionText written
        = scrapedText({group("a", "i", {gauge("m", "1")}), group("b", "i", {counter})});
    QCOMPARE(written.text,
        "# TYPE m gauge\nm{instance=\"i\",job=\"a\"} 1\n"
        "# Left out: m{instance=\"i\",job=\"b\"} has another type, counter.\n"_ba);
    QCOMPARE(written.coverage, Coverage::Partial);
}

QTEST_APPLESS_MAIN(TestExpositionText)
#include "tst_exposition_text.moc"
