// SPDX-License-Identifier: GPL-3.0-or-later
// What the text parser refuses, and in which words: clients show them to people.
#include "core/parse/text_parser.h"

#include <QTest>

#include <vector>

using namespace Qt::StringLiterals;
using namespace pushgate::core;

namespace {

struct Refused {
    const char* name;
    QByteArray body;
    int line;
    QByteArray message;
};

// clang-format off
const std::vector<Refused> kLines = {
    {"no line feed", "m 1", 1, "unexpected end of input stream"},
    {"no line feed after labels", "m{a=\"b\"} 1", 1, "unexpected end of input stream"},
    {"no line feed after a comment", "m 1\n# c", 2, "unexpected end of input stream"},
    {"no line feed after HELP", "# HELP m x", 1, "unexpected end of input stream"},
    {"no line feed after TYPE", "# TYPE m gauge", 1, "unexpected end of input stream"},
    {"only a name", "m", 1, "unexpected end of input stream"},
    {"mistake in a cut line", "m{a=b", 1, "expected '\"' at start of label value, found 'b'"},
    {"mistake only if it were a line", "m{a", 1, "unexpected end of input stream"},
    {"invalid value before the cut", "m{a=\"\xff\"", 1, R"(invalid label value "\xff")"},
    {"backslash at the end", "# HELP m \\", 1, "unexpected end of input stream"},
    {"carriage return", "m 1\r\n", 1, R"(expected float as value, got "1\r")"},
    {"empty line of a Windows file", "\r\n", 1, "invalid metric name"},
    {"counts lines", "a 1\n\n# c\n \t\nc x\n", 5, "expected float as value, got \"x\""},
    {"first mistake counts", "m x\n{} 1\n", 1, "expected float as value, got \"x\""},
    {"a NUL byte", QByteArray("\0m 1\n", 5), 1, "invalid metric name"},
    {"JSON", "{\"a\": 1}\n", 1, "unexpected end of metric name ':'"},
    {"a web page", "<html></html>\n", 1, "invalid metric name"},
};

const std::vector<Refused> kComments = {
    {"HELP twice", "# HELP m a\n# HELP m a\n", 2, "second HELP line for metric name \"m\""},
    {"HELP twice, by a part's name", "# TYPE h histogram\n# HELP h a\n# HELP h_sum b\n", 3,
     "second HELP line for metric name \"h\""},
    {"HELP with an unknown escape", "# HELP m \\x\n", 1, "invalid escape sequence '\\x'"},
    {"HELP with an escaped line feed", "# HELP m \\\n", 1, "invalid escape sequence '\\\n'"},
    {"HELP with an escaped high byte", "# HELP m \\\xe9\n", 1, "invalid escape sequence '\\é'"},
    {"HELP of no name", "# HELP 1m x\n", 1, "invalid metric name in comment"},
    {"HELP of half a name", "# HELP a-b x\n", 1, "invalid metric name in comment"},
    {"HELP with braces", "# HELP m{} x\n", 1, "invalid metric name in comment"},
    {"HELP of an empty name", "# HELP \"\" x\n", 1, "invalid metric name \"\""},
    {"HELP of a name in open quotes", "# HELP \"m x\n", 1,
     "metric name \"m x\" contains unescaped new-line"},
    {"TYPE twice", "# TYPE m gauge\n# TYPE m gauge\n", 2,
     "second TYPE line for metric name \"m\", or TYPE reported after samples"},
    {"TYPE after a sample", "m 1\n# TYPE m gauge\n", 2,
     "second TYPE line for metric name \"m\", or TYPE reported after samples"},
    {"TYPE twice, by a part's name", "# TYPE h histogram\n# TYPE h_sum gauge\n", 2,
     "second TYPE line for metric name \"h\", or TYPE reported after samples"},
    {"TYPE with a blank behind it", "# TYPE m gauge \n", 1, "unknown metric type \"gauge \""},
    {"TYPE with a carriage return", "# TYPE m gauge\r\n", 1, R"(unknown metric type "gauge\r")"},
    {"TYPE of OpenMetrics", "# TYPE m info\n", 1, "unknown metric type \"info\""},
    {"TYPE unknown", "# TYPE m unknown\n", 1, "unknown metric type \"unknown\""},
    {"TYPE, backslashes not shown", "# TYPE m \\in\\\\fo\n", 1, "unknown metric type \"info\""},
};

const std::vector<Refused> kNames = {
    {"digit first", "1a 1\n", 1, "invalid metric name"},
    {"empty in quotes", "\"\" 1\n", 1, "invalid metric name"},
    {"dash", "a-b 1\n", 1, "expected float as value, got \"-b\""},
    {"dot", "a.b 1\n", 1, "expected float as value, got \".b\""},
    {"backslash", "a\\b 1\n", 1, R"(expected float as value, got "\\b")"},
    {"accent", "é 1\n", 1, "invalid metric name"},
    {"dot in quotes", "\"a.b\" 1\n", 1, "invalid metric name \"a.b\""},
    {"dot in quotes in braces", "{\"a.b\"} 1\n", 1, "invalid metric name \"a.b\""},
    {"dot in quotes in a comment", "# TYPE \"a.b\" gauge\n", 1, "invalid metric name \"a.b\""},
    {"open quotes", "\"m 1\n", 1, "metric name \"m 1\" contains unescaped new-line"},
    {"open quotes after a part", "m\"n 1\n", 1, "metric name \"mn 1\" contains unescaped new-line"},
    {"open quotes in braces", "{\"m} 1\n", 1, "label name \"m} 1\" contains unescaped new-line"},
    {"unknown escape", "\"\\t\" 1\n", 1, "invalid escape sequence '\\t'"},
    {"escaped line feed", "\"m\\\n\" 1\n", 1, "invalid escape sequence '\\\n'"},
    {"two in braces", "{\"a\",\"b\"} 1\n", 1, "multiple metric names for metric \"a\""},
    {"two in braces, labels between", "{a,b=\"c\",d} 1\n", 1,
     "multiple metric names for metric \"a\""},
    {"dots in braces", "{a.b} 1\n", 1, "unexpected end of metric name '.'"},
    {"colon in braces", "{a:b} 1\n", 1, "unexpected end of metric name ':'"},
    {"line end in braces", "{a\n", 1, "unexpected end of metric name '\\n'"},
    {"high byte in braces", "{a\xe9} 1\n", 1, "unexpected end of metric name 'é'"},
    {"quote in braces", "{a \"b\"} 1\n", 1, "unexpected end of metric name '\"'"},
    {"none in empty braces", "{} 1\n", 1, "invalid metric name"},
    {"none but a label", "{a=\"b\"} 1\n", 1, "invalid metric name"},
    {"none but a label and a comma", "{a=\"b\",} 1\n", 1, "invalid metric name"},
    {"none after a comment", "# TYPE m gauge\n{a=\"b\"} 1\n", 2, "invalid metric name"},
    {"none after a sample", "m 1\n{a=\"b\"} 1\n", 2, "invalid metric name"},
    {"none, and no value either", "{}", 1, "invalid metric name"},
    {"mistake before none is seen", "{a=\"b\" 1\n", 1, "unexpected end of label value \"b\""},
};

const std::vector<Refused> kLabels = {
    {"no value", "m{a} 1\n", 1, "expected '=' after label name, found '}'"},
    {"no equals sign", "m{a \"b\"} 1\n", 1, "expected '=' after label name, found '\"'"},
    {"colon in the name", "m{a:b=\"c\"} 1\n", 1, "expected '=' after label name, found ':'"},
    {"dash in the name", "m{a-b=\"c\"} 1\n", 1, "expected '=' after label name, found '-'"},
    {"line end after the name", "m{a\n", 1, "expected '=' after label name, found '\\n'"},
    {"no quotes", "m{a=b} 1\n", 1, "expected '\"' at start of label value, found 'b'"},
    {"single quotes", "m{a='b'} 1\n", 1, "expected '\"' at start of label value, found '\\''"},
    {"no comma", "m{a=\"b\" c=\"d\"} 1\n", 1, "unexpected end of label value \"b\""},
    {"no closing brace", "m{a=\"b\" 1\n", 1, "unexpected end of label value \"b\""},
    {"line feed for a brace", "m{a=\"b\"\n", 1, "unexpected end of label value \"b\""},
    {"open quotes", "m{a=\"b} 1\n", 1, "label value \"b} 1\" contains unescaped new-line"},
    {"open quotes after an escape", "m{a=\"\\nb\n", 1,
     R"(label value "\nb" contains unescaped new-line)"},
    {"line feed between labels", "m{a=\"b\",\nc=\"d\"} 1\n", 1, "invalid label name for metric \"m\""},
    {"digit first", "m{1a=\"b\"} 1\n", 1, "invalid label name for metric \"m\""},
    {"accent", "m{é=\"b\"} 1\n", 1, "invalid label name for metric \"m\""},
    {"leading comma", "m{,a=\"b\"} 1\n", 1, "invalid label name for metric \"m\""},
    {"only a comma", "m{,} 1\n", 1, "invalid label name for metric \"m\""},
    {"two commas", "m{a=\"b\",,} 1\n", 1, "invalid label name for metric \"m\""},
    {"empty name", "m{=\"b\"} 1\n", 1, "invalid label name for metric \"m\""},
    {"empty name in quotes", "m{\"\"=\"b\"} 1\n", 1, "invalid label name for metric \"m\""},
    {"empty name, no metric yet", "{\"\"} 1\n", 1, "invalid label name for metric \"\""},
    {"empty name, metric of the line before", "m 1\n{\"\"} 1\n", 2,
     "invalid label name for metric \"m\""},
    {"dot in quotes", "m{\"a.b\"=\"c\"} 1\n", 1, "invalid label name \"a.b\""},
    {"reserved name", "m{__name__=\"b\"} 1\n", 1, "label name \"__name__\" is reserved"},
    {"reserved name in quotes", "m{\"__name__\"=\"b\"} 1\n", 1,
     "label name \"__name__\" is reserved"},
    {"unknown escape", "m{a=\"\\t\"} 1\n", 1, "invalid escape sequence '\\t'"},
    {"escaped line feed", "m{a=\"\\\n\"} 1\n", 1, "invalid escape sequence '\\\n'"},
    {"invalid UTF-8", "m{a=\"\xff\xfe\"} 1\n", 1, R"(invalid label value "\xff\xfe")"},
    {"invalid UTF-8 and an escape", "m{a=\"\\n\xff\"} 1\n", 1, R"(invalid label value "\n\xff")"},
    {"name twice", "m{a=\"1\",a=\"2\"} 1\n", 1, "duplicate label names for metric \"m\""},
    {"name twice, before its value", "m{a=\"1\",a=2} 1\n", 1,
     "duplicate label names for metric \"m\""},
    {"name twice, once in quotes", "m{\"a\"=\"1\",a=\"2\"} 1\n", 1,
     "duplicate label names for metric \"m\""},
    {"le twice where it means nothing", "m{le=\"1\",le=\"1\"} 1\n", 1,
     "duplicate label names for metric \"m\""},
    {"quantile of no number", "# TYPE s summary\ns{quantile=\"x\"} 1\n", 2,
     "expected float as value for 'quantile' label, got \"x\""},
    {"le of no number", "# TYPE h histogram\nh_bucket{le=\"\"} 1\n", 2,
     "expected float as value for 'le' label, got \"\""},
    {"le of no number in a gauge histogram", "# TYPE h gaugehistogram\nh_bucket{le=\"x\"} 1\n", 2,
     "expected float as value for 'le' label, got \"x\""},
};

const std::vector<Refused> kValues = {
    {"none", "m\n", 1, "expected float as value, got \"\""},
    {"none but a blank", "m \n", 1, "expected float as value, got \"\""},
    {"none after braces", "{m}\n", 1, "expected float as value, got \"\""},
    {"word", "m abc\n", 1, "expected float as value, got \"abc\""},
    {"in quotes", "m{} \"1\"\n", 1, R"(expected float as value, got "\"1\"")"},
    {"hexadecimal", "m 0x10\n", 1, "expected float as value, got \"0x10\""},
    {"underscore", "m 1_000\n", 1, "expected float as value, got \"1_000\""},
    {"signed NaN", "m +NaN\n", 1, "expected float as value, got \"+NaN\""},
    {"too large", "m 1e400\n", 1, "expected float as value, got \"1e400\""},
    {"blank behind it", "m 1 \n", 1, "expected integer as timestamp, got \"\""},
    {"tab behind it", "m 1\t\n", 1, "expected integer as timestamp, got \"\""},
    {"exemplar", "m 1 # {a=\"b\"} 2\n", 1, "expected integer as timestamp, got \"#\""},
    {"fractional timestamp", "m 1 1.5\n", 1, "expected integer as timestamp, got \"1.5\""},
    {"timestamp with two signs", "m 1 +-5\n", 1, "expected integer as timestamp, got \"+-5\""},
    {"sign for a timestamp", "m 1 -\n", 1, "expected integer as timestamp, got \"-\""},
    {"timestamp beyond 64 bits", "m 1 9223372036854775808\n", 1,
     "expected integer as timestamp, got \"9223372036854775808\""},
    {"more than a timestamp", "m 1 2 3\n", 1, "spurious string after timestamp: \" 3\""},
    {"blank behind a timestamp", "m 1 2 \n", 1, "spurious string after timestamp: \" \""},
    {"backslash behind a timestamp", "m 1 2 \\3\n", 1, "spurious string after timestamp: \" 3\""},
    {"negative bucket", "# TYPE h histogram\nh_bucket{le=\"1\"} -2\n", 2,
     "negative bucket population for histogram \"h\""},
    {"endlessly negative bucket", "# TYPE h histogram\nh_bucket{le=\"1\"} -Inf\n", 2,
     "negative bucket population for histogram \"h\""},
    {"negative count", "# TYPE h histogram\nh_count -0.5\n", 2,
     "negative count for histogram \"h\""},
    {"negative count of a gauge histogram", "# TYPE h gauge_histogram\nh_count -1\n", 2,
     "negative count for histogram \"h\""},
    {"negative count before a bad timestamp", "# TYPE h histogram\nh_count -1 x\n", 2,
     "negative count for histogram \"h\""},
};
// clang-format on

QByteArray framed(const Refused& refused)
{
    return "text format parsing error in line " + QByteArray::number(refused.line) + ": "
        + refused.message;
}

void addRows(const std::vector<Refused>& table)
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("message");
    for (const Refused& refused : table)
        QTest::newRow(refused.name) << refused.body << framed(refused);
}

Error errorOf(DecodedBody body, NameScheme names)
{
    const auto families = parseText(std::move(body), names);
    return families ? Error{Error::Kind::Internal, "no error"} : families.error();
}

void check(NameScheme names)
{
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, message);

    const Error error = errorOf({body, {}}, names);
    QCOMPARE(error.message, message);
    QCOMPARE(error.kind, Error::Kind::BadRequest);
}

} // namespace

class TestTextParserErrors : public QObject {
    Q_OBJECT

private slots:
    void refusesLines_data() { addRows(kLines); }
    void refusesLines() { check(NameScheme::Legacy); }
    void refusesComments_data() { addRows(kComments); }
    void refusesComments() { check(NameScheme::Legacy); }
    void refusesNames_data() { addRows(kNames); }
    void refusesNames() { check(NameScheme::Legacy); }
    void refusesLabels_data() { addRows(kLabels); }
    void refusesLabels() { check(NameScheme::Legacy); }
    void refusesValues_data() { addRows(kValues); }
    void refusesValues() { check(NameScheme::Legacy); }
    void refusesUtf8Names_data();
    void refusesUtf8Names() { check(NameScheme::Utf8); }

    void prefersMistakesToReadFailures_data();
    void prefersMistakesToReadFailures();
    void failsWhereverTheBodyIsCut();
};

void TestTextParserErrors::refusesUtf8Names_data()
{
    const std::vector<Refused> kRows = {
        {"dot without quotes", "a.b 1\n", 1, "expected float as value, got \".b\""},
        {"accent without quotes", "é 1\n", 1, "invalid metric name"},
        {"dots in braces without quotes", "{a.b} 1\n", 1, "unexpected end of metric name '.'"},
        {"line feed in a name", "{\"a\nb\"} 1\n", 1,
            "label name \"a\" contains unescaped new-line"},
        {"empty", "{\"\"} 1\n", 1, "invalid label name for metric \"\""},
        {"no UTF-8", "{\"\xff\"} 1\n", 1, R"(invalid metric name "\xff")"},
        {"label of no UTF-8", "m{\"\xff\"=\"\"} 1\n", 1, R"(invalid label name "\xff")"},
        {"reserved label", "m{\"__name__\"=\"x\"} 1\n", 1, "label name \"__name__\" is reserved"},
        {"name of a family after labels", "{\"a.b\",x=\"y\",\"c\"} 1\n", 1,
            "multiple metric names for metric \"a.b\""},
    };
    addRows(kRows);
}

void TestTextParserErrors::prefersMistakesToReadFailures_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("message");
    const QByteArray frame = "text format parsing error in line 2: ";
    QTest::newRow("between lines") << "m 1\n"_ba
                                   << "unexpected EOF"_ba;
    QTest::newRow("after blanks") << "m 1\n \t"_ba
                                  << "unexpected EOF"_ba;
    QTest::newRow("nothing at all") << ""_ba
                                    << "unexpected EOF"_ba;
    QTest::newRow("in a value") << "m 1\nn 2"_ba
                                << "unexpected EOF"_ba;
    QTest::newRow("in a label") << "m 1\nn{a=\"b"_ba
                                << "unexpected EOF"_ba;
    QTest::newRow("mistake before")
        << "m 1\nn x\no"_ba << frame + "expected float as value, got \"x\"";
    QTest::newRow("mistake in the last line")
        << "m 1\nn x "_ba << frame + "expected float as value, got \"x\"";
    QTest::newRow("no mistake yet") << "m 1\nn x"_ba
                                    << "unexpected EOF"_ba;
}

void TestTextParserErrors::prefersMistakesToReadFailures()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, message);

    const Error failure{Error::Kind::TooLarge, "unexpected EOF"};
    const Error error = errorOf({body, failure}, NameScheme::Legacy);
    QCOMPARE(error.message, message);
    if (error.message == failure.message)
        QCOMPARE(error.kind, failure.kind);
}

void TestTextParserErrors::failsWhereverTheBodyIsCut()
{
    const QByteArray body
        = "# HELP h \\\\ help\n# TYPE h histogram\nh_bucket{a=\"é\\n\",le=\"1\"} 2\n"
          " {\"s\", \"b\" = \"c\" , } 1e3\nh_sum{a=\"é\\n\"} 5 7\n#\n\t\n";
    qsizetype lineStart = 0;
    int line = 1;
    for (qsizetype size = 0; size <= body.size(); ++size) {
        if (size > 0 && body[size - 1] == '\n') {
            lineStart = size;
            ++line;
        }
        // A copy of just these bytes lets the sanitizer see a look beyond them.
        const QByteArray cut(body.constData(), size);
        const bool betweenLines = cut.sliced(lineStart).trimmed().isEmpty();
        const QByteArray message = betweenLines ? "no error"_ba
                                                : "text format parsing error in line "
                + QByteArray::number(line) + ": unexpected end of input stream";
        QCOMPARE(errorOf({cut, {}}, NameScheme::Legacy).message, message);
    }
}

QTEST_APPLESS_MAIN(TestTextParserErrors)
#include "tst_text_parser_errors.moc"
