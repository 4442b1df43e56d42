// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/selector.h"

#include <QTest>

using namespace pushgate::core;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(pushgate::core::Labels)

class TestSelector : public QObject {
    Q_OBJECT
private slots:
    void matches_data();
    void matches();
    void refuses_data();
    void refuses();
    void takesLongRepetitionsWithoutExploding();
};

void TestSelector::matches_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Labels>("labels");
    QTest::addColumn<bool>("expected");
    const Labels job = *Labels::from({{"job", "backup"}});
    const Labels both = *Labels::from({{"job", "backup"}, {"instance", "db1"}});
    const Labels empty = *Labels::from({{"job", "backup"}, {"instance", ""}});
    const auto row = [](const char* name, const char* text, const Labels& labels, bool expected) {
        QTest::newRow(name) << QByteArray(text) << labels << expected;
    };

    row("equal", R"({job="backup"})", job, true);
    row("equal is whole", R"({job="back"})", job, false);
    row("not equal", R"({job!="other",job!=""})", job, true);
    row("not equal, equal", R"({job!="backup",job=~".+"})", job, false);
    row("like", R"({job=~"b.*p"})", job, true);
    row("like is anchored in front", R"({job=~"ackup"})", job, false);
    row("like is anchored behind", R"({job=~"backu"})", job, false);
    row("alternatives are anchored as a whole", R"({job=~"x|backup"})", job, true);
    row("alternatives that match in part", R"({job=~"back|up"})", job, false);
    row("not like", R"({job=~".+",job!~"b.*"})", job, false);
    row("not like, unlike", R"({job=~".+",job!~"x.*"})", job, true);
    row("two matchers", R"({job="backup",instance="db1"})", both, true);
    row("two matchers, one wrong", R"({job="backup",instance="db2"})", both, false);
    row("absent is empty", R"({job="backup",instance=""})", job, true);
    row("empty is empty", R"({job="backup",instance=""})", empty, true);
    row("absent matches what matches empty", R"({job="backup",instance=~".*"})", job, true);
    row("absent is not something", R"({job="backup",instance=~".+"})", job, false);
    row("absent is unequal to all", R"({job="backup",instance!="db1"})", job, true);
    row("same label twice", R"({job=~"b.*",job=~".*p"})", job, true);
    row("dot matches a line end", R"({job=~"a.b"})", *Labels::from({{"job", "a\nb"}}), true);
    row("dot matches one character", R"({job=~"."})", *Labels::from({{"job", "\u00e4"}}), true);
    row("case matters", R"({job="Backup"})", job, false);
    row("case may be ignored", R"({job=~"(?i)BACKUP"})", job, true);
    row("unclosed literal part", R"({job=~"\\Qbackup"})", job, true);
    row("blanks and a comma at the end", " { job = \"backup\" , }\n", job, true);
    row("comment", "{job=\"backup\", # nightly\n instance=\"db1\"}", both, true);
    row("single quotes", "{job='backup'}", job, true);
    row("raw string", "{job=~`back\\w+`}", job, true);
    row("escaped value", R"({job="back\x75p"})", job, true);
    row("name in quotes", R"({"my.label"="x"})", *Labels::from({{"my.label", "x"}}), true);
    row("names of keywords", R"({by="x",on="y"})", *Labels::from({{"by", "x"}, {"on", "y"}}), true);
    // As Prometheus' documentation shows them.
    const Labels shown = *Labels::from({{"job", "prometheus"}, {"group", "canary"}});
    row("documentation: two labels", R"({job="prometheus",group="canary"})", shown, true);
    const Labels staging
        = *Labels::from({{"job", "a"}, {"environment", "staging"}, {"method", "POST"}});
    row("documentation: alternatives",
        R"({environment=~"staging|testing|development",method!="GET"})", staging, true);
    row("documentation: replicas", R"({replica!="rep-a",replica=~"rep.*"})",
        *Labels::from({{"replica", "rep-b"}}), true);
    row("documentation: good", R"({job=~".+"})", shown, true);
    row("documentation: good, too", R"({job=~".*",method="get"})",
        *Labels::from({{"method", "get"}}), true);
}

void TestSelector::matches()
{
    QFETCH(const QByteArray, text);
    QFETCH(const Labels, labels);
    QFETCH(const bool, expected);
    const auto selector = Selector::parse(text);
    QVERIFY2(selector, selector ? "" : selector.error().message.constData());
    QCOMPARE(selector->matches(labels), expected);
    QCOMPARE(selector->text(), text);
}

void TestSelector::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("why");
    const auto row = [](const char* name, const char* text, const char* why) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(why);
    };
    const char* const unbounded = "position 1: at least one matcher must not match the empty value";
    row("empty", "", "position 1: expected an opening brace");
    row("plain word", "\"job\"", "position 1: expected an opening brace");
    row("metric name", "up{job=\"a\"}",
        "position 1: groups have no metric name; begin with a brace");
    row("no matcher", "{}", unbounded);
    row("documentation: bad", R"({job=~".*"})", unbounded);
    row("empty value alone", R"({instance=""})", unbounded);
    row("unequal alone", R"({job!="a"})", unbounded);
    row("unlike alone", R"({job!~"a"})", unbounded);
    row("not closed", R"({job="a")", "position 9: expected a comma or the closing brace");
    row("nothing in it, not closed", "{", "position 2: expected a label name");
    row("comma alone", "{,}", "position 2: expected a label name");
    row("two commas", R"({job="a",,})", "position 10: expected a label name");
    row("no comma", R"({job="a" x="b"})", "position 10: expected a comma or the closing brace");
    row("text behind", R"({job="a"}[5m])", "position 10: unexpected text after the closing brace");
    row("no operator", "{job}", "position 5: expected =, !=, =~ or !~");
    row("wrong operator", R"({job<"a"})", "position 5: expected =, !=, =~ or !~");
    row("half an operator", R"({job!"a"})", "position 5: expected =, !=, =~ or !~");
    row("operator at the end", "{job!", "position 5: expected =, !=, =~ or !~");
    row("two equal signs", R"({job=="a"})", "position 6: expected a value in quotes");
    row("no quotes", "{job=a}", "position 6: expected a value in quotes");
    row("number", "{job=1}", "position 6: expected a value in quotes");
    row("name with a digit in front", R"({1a="a"})", "position 2: expected a label name");
    row("empty name", R"({""="a"})", "position 2: a label name is empty");
    row("name alone in quotes", R"({"up"})", "position 6: expected =, !=, =~ or !~");
    row("string not ended", R"({job="a})", "position 6: the string is not ended");
    row("unknown escape", R"({job="a\z"})", "position 8: unknown escape sequence");
    row("positions are characters", "{job=\"\u00e4\u00f6\"x}",
        "position 10: expected a comma or the closing brace");
    row("no regular expression", R"({x="y",job=~"a(b"})",
        "position 13: invalid regular expression: missing ): a(b");
    row("expression that closes a group", R"({job=~"a)(b"})",
        "position 7: invalid regular expression: unexpected ): a)(b");
    row("lookahead", R"({job=~"(?=a)b"})",
        "position 7: invalid regular expression: invalid perl operator: (?=");
    row("backreference", R"({job=~"(a)\\1"})",
        "position 7: invalid regular expression: invalid escape sequence: \\1");
}

void TestSelector::refuses()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, why);
    const auto selector = Selector::parse(text);
    QVERIFY(!selector);
    QCOMPARE(selector.error().kind, Error::Kind::BadRequest);
    QCOMPARE(selector.error().message, "invalid selector at " + why);
}

void TestSelector::takesLongRepetitionsWithoutExploding()
{
    const auto selector = Selector::parse(R"({job=~"(a*)*(a*)*(a|aa)*b"})");
    QVERIFY(selector);
    QVERIFY(!selector->matches(*Labels::from({{"job", QByteArray(100'000, 'a')}})));
    QVERIFY(!Selector::parse(R"({job=~"((a{1000}){1000}){1000}"})"));
}

QTEST_APPLESS_MAIN(TestSelector)
#include "tst_selector.moc"
