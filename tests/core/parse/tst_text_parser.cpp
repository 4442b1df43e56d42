// SPDX-License-Identifier: GPL-3.0-or-later
// What the text parser reads; what it refuses is in tst_text_parser_errors.
#include "core/model/metric_text.h"
#include "core/parse/text_parser.h"

#include <QTest>

#include <vector>

using namespace Qt::StringLiterals;
using namespace pushgate::core;

namespace {

/// Metrics of one family in a line; families in the order they come out.
QByteArray described(const Result<std::vector<MetricFamily>>& families)
{
    if (!families)
        return families.error().message;
    QByteArray text;
    for (const MetricFamily& family : *families) {
        QByteArray line;
        appendFamilyText(line, family, ProtoText::Layout::OneLine);
        text += line.replace("  ", " ") + '\n';
    }
    return text;
}

struct Read {
    const char* name;
    QByteArray body;
    QByteArray families;
};

// clang-format off
const std::vector<Read> kLines = {
    {"nothing", "", ""},
    {"only line feeds and blanks", "\n \t\n\n \t", ""},
    {"sample", "m 1\n", "name:\"m\" type:UNTYPED metric:{untyped:{value:1}}\n"},
    {"blanks everywhere", " \tm \t{ a = \"b\" , } \t1\n",
     "name:\"m\" type:UNTYPED metric:{label:{name:\"a\" value:\"b\"} untyped:{value:1}}\n"},
    {"no blank where none is needed", "m{}1\n{n}2\n",
     "name:\"m\" type:UNTYPED metric:{untyped:{value:1}}\n"
     "name:\"n\" type:UNTYPED metric:{untyped:{value:2}}\n"},
    {"labels in any order", R"(m{b="",a="x"} 1)" "\n",
     R"(name:"m" type:UNTYPED metric:{label:{name:"a" value:"x"} label:{name:"b" value:""} )"
     "untyped:{value:1}}\n"},
    {"escapes in a value", "m{a=\"\\\\\\\"\\n{},=\"} 1\n",
     "name:\"m\" type:UNTYPED metric:{label:{name:\"a\" value:\"\\\\\\\"\\n{},=\"} "
     "untyped:{value:1}}\n"},
    {"UTF-8 in a value", "m{a=\"é\\\\☃\"} 1\n",
     "name:\"m\" type:UNTYPED metric:{label:{name:\"a\" value:\"é\\\\☃\"} untyped:{value:1}}\n"},
    {"the same metric twice", "m 1\nm 1\n",
     "name:\"m\" type:UNTYPED metric:{untyped:{value:1}} metric:{untyped:{value:1}}\n"},
    {"families in order of first appearance", "b 1\na 2\nb 3\n",
     "name:\"b\" type:UNTYPED metric:{untyped:{value:1}} metric:{untyped:{value:3}}\n"
     "name:\"a\" type:UNTYPED metric:{untyped:{value:2}}\n"},
    {"timestamp", "m 1 -5\n", "name:\"m\" type:UNTYPED metric:{untyped:{value:1} timestamp_ms:-5}\n"},
    {"timestamp with a plus", "m 1 +7\n",
     "name:\"m\" type:UNTYPED metric:{untyped:{value:1} timestamp_ms:7}\n"},
    {"reserved label names are not judged here", "m{__a=\"b\"} 1\n",
     "name:\"m\" type:UNTYPED metric:{label:{name:\"__a\" value:\"b\"} untyped:{value:1}}\n"},
};

const std::vector<Read> kComments = {
    {"comments", "# c\n#\n# \n#HELPme\n# EOF\n# UNIT m s\n# help m x\n#\tHELP\n# HELP \n", ""},
    {"nothing behind the name", "# HELP m\n# HELP m \n# TYPE m\n# TYPE m \t\nm 1\n",
     "name:\"m\" type:UNTYPED metric:{untyped:{value:1}}\n"},
    {"no name to judge at the line's end", "# HELP 1\n# TYPE é\n", "text format parsing error in "
     "line 1: invalid metric name in comment"},
    {"help without a blank before", "#HELP m x\nm 1\n",
     "name:\"m\" help:\"x\" type:UNTYPED metric:{untyped:{value:1}}\n"},
    {"help keeps blanks behind it", "# HELP m  a  b \nm 1\n",
     "name:\"m\" help:\"a b \" type:UNTYPED metric:{untyped:{value:1}}\n"},
    {"help with escapes", "# HELP m \\\\ \\n \\\" \"\nm 1\n",
     "name:\"m\" help:\"\\\\ \\n \\\" \\\"\" type:UNTYPED metric:{untyped:{value:1}}\n"},
    {"help is not held to be UTF-8", "# HELP m \xff\nm 1\n",
     "name:\"m\" help:\"\\xff\" type:UNTYPED metric:{untyped:{value:1}}\n"},
    {"help after samples", "m 1\n# HELP m x\n",
     "name:\"m\" help:\"x\" type:UNTYPED metric:{untyped:{value:1}}\n"},
    {"help by the name of a part", "# TYPE h histogram\n# HELP h_bucket x\nh_sum 1\n",
     "name:\"h\" help:\"x\" type:HISTOGRAM metric:{histogram:{sample_sum:1}}\n"},
    {"types", "# TYPE c counter\n# TYPE g GAUGE\n# TYPE u Untyped\nc 1\ng 2\nu 3\n",
     "name:\"c\" type:COUNTER metric:{counter:{value:1}}\n"
     "name:\"g\" type:GAUGE metric:{gauge:{value:2}}\n"
     "name:\"u\" type:UNTYPED metric:{untyped:{value:3}}\n"},
    {"both names of a gauge histogram", "# TYPE a gaugehistogram\n# TYPE b gauge_histogram\n"
     "a_sum 1\nb_sum 2\n",
     "name:\"a\" type:GAUGE_HISTOGRAM metric:{histogram:{sample_sum:1}}\n"
     "name:\"b\" type:GAUGE_HISTOGRAM metric:{histogram:{sample_sum:2}}\n"},
    {"backslashes in a type are dropped", "# TYPE m \\gau\\\\ge\nm 1\n",
     "name:\"m\" type:GAUGE metric:{gauge:{value:1}}\n"},
    {"families without metrics vanish", "# HELP a x\n# TYPE b gauge\n# TYPE h histogram\n", ""},
};

const std::vector<Read> kNames = {
    {"name in quotes", "\"m\"{\"a\"=\"b\"} 1\n",
     "name:\"m\" type:UNTYPED metric:{label:{name:\"a\" value:\"b\"} untyped:{value:1}}\n"},
    {"quotes in the middle", "m\"x\" 1\n", "name:\"mx\" type:UNTYPED metric:{untyped:{value:1}}\n"},
    {"closing quote ends the name", "\"m\"5\n", "name:\"m\" type:UNTYPED metric:{untyped:{value:5}}\n"},
    {"one family, in quotes or not", "m 1\n\"m\" 2\nm\"\" 3\n{m} 4\n",
     "name:\"m\" type:UNTYPED metric:{untyped:{value:1}} metric:{untyped:{value:2}} "
     "metric:{untyped:{value:3}} metric:{untyped:{value:4}}\n"},
    {"colons", ":a:b 1\n{\"c:d\"} 2\n", "name:\":a:b\" type:UNTYPED metric:{untyped:{value:1}}\n"
     "name:\"c:d\" type:UNTYPED metric:{untyped:{value:2}}\n"},
    {"name inside braces", "{\"m\",a=\"b\"} 1\n{a=\"c\",m} 2\n{m, } 3\n",
     "name:\"m\" type:UNTYPED metric:{label:{name:\"a\" value:\"b\"} untyped:{value:1}} "
     "metric:{label:{name:\"a\" value:\"c\"} untyped:{value:2}} metric:{untyped:{value:3}}\n"},
    {"part of a histogram inside braces",
     "# TYPE h histogram\n{h_bucket,le=\"1\",a=\"b\"} 2\n{\"h_sum\",a=\"b\"} 3\n",
     "name:\"h\" type:HISTOGRAM metric:{label:{name:\"a\" value:\"b\"} "
     "histogram:{sample_sum:3 bucket:{cumulative_count:2 upper_bound:1}}}\n"},
    {"nothing stale from the line before", "# TYPE s summary\ns{a=\"b\",quantile=\"1\"} 1\nm 2\n"
     "{s,a=\"c\"} 3\n{s_sum} 4\n",
     "name:\"s\" type:SUMMARY metric:{label:{name:\"a\" value:\"b\"} "
     "summary:{quantile:{quantile:1 value:1}}} metric:{label:{name:\"a\" value:\"c\"} summary:{}} "
     "metric:{summary:{sample_sum:4}}\n"
     "name:\"m\" type:UNTYPED metric:{untyped:{value:2}}\n"},
};

const std::vector<Read> kFamilies = {
    {"exact name before base", "s_count 1\n# TYPE s summary\ns_count 2\ns_sum 3\n",
     "name:\"s_count\" type:UNTYPED metric:{untyped:{value:1}} metric:{untyped:{value:2}}\n"
     "name:\"s\" type:SUMMARY metric:{summary:{sample_sum:3}}\n"},
    {"no bucket in a summary", "# TYPE s summary\ns_bucket{le=\"1\"} 1\n",
     "name:\"s_bucket\" type:UNTYPED metric:{label:{name:\"le\" value:\"1\"} untyped:{value:1}}\n"},
    {"suffixes without meaning", "# TYPE h histogram\nh_created 1\nh_total 2\nh_gsum 3\n",
     "name:\"h_created\" type:UNTYPED metric:{untyped:{value:1}}\n"
     "name:\"h_total\" type:UNTYPED metric:{untyped:{value:2}}\n"
     "name:\"h_gsum\" type:UNTYPED metric:{untyped:{value:3}}\n"},
    {"only a suffix", "_count 1\n_sum 2\n", "name:\"_count\" type:UNTYPED metric:{untyped:{value:1}}\n"
     "name:\"_sum\" type:UNTYPED metric:{untyped:{value:2}}\n"},
    {"suffix of a suffix", "# TYPE h histogram\nh_sum 1\nh_sum_sum 2\n",
     "name:\"h\" type:HISTOGRAM metric:{histogram:{sample_sum:1}}\n"
     "name:\"h_sum_sum\" type:UNTYPED metric:{untyped:{value:2}}\n"},
    {"parts of a gauge are families", "# TYPE g gauge\ng_sum 1\n",
     "name:\"g_sum\" type:UNTYPED metric:{untyped:{value:1}}\n"},
    {"parts before the type is told", "h_sum 1\n# TYPE h histogram\nh_sum 2\nh_count 3\n",
     "name:\"h_sum\" type:UNTYPED metric:{untyped:{value:1}} metric:{untyped:{value:2}}\n"
     "name:\"h\" type:HISTOGRAM metric:{histogram:{sample_count:3}}\n"},
};
// clang-format on

void addRows(const std::vector<Read>& table)
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("families");
    for (const Read& read : table)
        QTest::newRow(read.name) << read.body << read.families;
}

void check(NameScheme names)
{
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, families);

    QCOMPARE(described(parseText({body, {}}, names)), families);
}

} // namespace

class TestTextParser : public QObject {
    Q_OBJECT

private slots:
    void readsLines_data() { addRows(kLines); }
    void readsLines() { check(NameScheme::Legacy); }
    void readsComments_data() { addRows(kComments); }
    void readsComments() { check(NameScheme::Legacy); }
    void readsNames_data() { addRows(kNames); }
    void readsNames() { check(NameScheme::Legacy); }
    void choosesFamilies_data() { addRows(kFamilies); }
    void choosesFamilies() { check(NameScheme::Legacy); }
    void readsUtf8Names();
    void takesManyNamesAndLabels();
};

void TestTextParser::readsUtf8Names()
{
    const QByteArray body = "{\"a.b\",\"x y\"=\"1\"} 1\n\"a.b\" 2\n{\"q\\\"\\\\\\n\"} 3\n"
                            "# TYPE \"h.x\" histogram\n{\"h.x_count\"} 4\n\"h.x_sum\" 5\n";
    const QByteArray families
        = "name:\"a.b\" type:UNTYPED metric:{label:{name:\"x y\" value:\"1\"} untyped:{value:1}} "
          "metric:{untyped:{value:2}}\n"
          "name:\"q\\\"\\\\\\n\" type:UNTYPED metric:{untyped:{value:3}}\n"
          "name:\"h.x\" type:HISTOGRAM metric:{histogram:{sample_count:4 sample_sum:5}}\n";
    QCOMPARE(described(parseText({body, {}}, NameScheme::Utf8)), families);
}

/// Each of these would take minutes if its cost grew with the square.
void TestTextParser::takesManyNamesAndLabels()
{
    constexpr int kMany = 100'000;
    QByteArray families;
    QByteArray line = "m{";
    QByteArray buckets = "# TYPE h histogram\n";
    for (int i = 0; i < kMany; ++i) {
        const QByteArray number = QByteArray::number(i);
        families += "# TYPE f" + number + " summary\nf" + number + "_sum 1\n";
        line += 'l' + number + "=\"\\n" + number + "\",";
        buckets += "h_bucket{a=\"" + number + "\",le=\"1\"} 1\nh_sum{a=\"" + number + "\"} 1\n";
    }
    line += "} 1\n";
    const QByteArray body = families + line + buckets + buckets.sliced(buckets.indexOf('\n') + 1);
    const auto parsed = parseText({body, {}}, NameScheme::Legacy);
    QVERIFY(parsed);

    QCOMPARE(parsed->size(), size_t(kMany + 2));
    const MetricFamily& wide = parsed->at(kMany);
    QCOMPARE(wide.labels().nameCount(), size_t(kMany));
    QCOMPARE((*wide.metric(0).labels().begin()).value, QByteArrayView("\n0"));
    const MetricFamily& histogram = parsed->at(kMany + 1);
    QCOMPARE(histogram.metricCount(), size_t(kMany));
    QCOMPARE(histogram.metric(kMany - 1).histogram()->buckets.size(), size_t(2));
}

QTEST_APPLESS_MAIN(TestTextParser)
#include "tst_text_parser.moc"
