// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/split_groups.h"
#include "core/parse/text_parser.h"
#include "tests/support/family_builder.h"

#include <QTest>

using namespace pushgate::core;
using namespace pushgate::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

std::vector<MetricFamily> parsedText(const QByteArray& text)
{
    return *parseText({text, {}}, NameScheme::Legacy);
}

/// `{job=a,x=1}: m 2, n 1` for each push, with the number of metrics.
QList<QByteArray> shapeOf(const std::vector<ParsedPush>& pushes)
{
    QList<QByteArray> shape;
    for (const ParsedPush& push : pushes) {
        QByteArray line;
        for (const Label& label : push.key.labels())
            line += label.name + '=' + label.value + ' ';
        for (const MetricFamily& family : push.families)
            line += "| " + family.name() + ' ' + QByteArray::number(family.metricCount()) + ' ';
        shape.append(line.trimmed());
    }
    return shape;
}

} // namespace

class TestSplitGroups : public QObject {
    Q_OBJECT
private slots:
    void sortsIntoGroups_data();
    void sortsIntoGroups();
    void keepsValuesOfAllTypes();
    void takesTheLastFamilyOfAName();
    void refuses_data();
    void refuses();
};

void TestSplitGroups::sortsIntoGroups_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QList<QByteArray>>("groupBy");
    QTest::addColumn<QList<QByteArray>>("expected");
    using List = QList<QByteArray>;
    QTest::newRow("nothing") << ""_ba << List{"job"} << List{};
    QTest::newRow("one group") << "m{job=\"a\"} 1\nn{job=\"a\"} 1\n"_ba << List{"job"}
                               << List{"job=a | m 1 | n 1"};
    QTest::newRow("by job") << "m{job=\"a\",x=\"1\"} 1\nm{job=\"b\"} 1\nm{job=\"a\"} 1\n"_ba
                            << List{"job"} << List{"job=a | m 2", "job=b | m 1"};
    QTest::newRow("by job and instance")
        << "m{job=\"a\",instance=\"1\"} 1\nm{job=\"a\",instance=\"2\"} 1\n"_ba
        << List{"job", "instance"} << List{"instance=1 job=a | m 1", "instance=2 job=a | m 1"};
    QTest::newRow("absent and empty are the same")
        << "m{job=\"a\",x=\"\",y=\"1\"} 1\nm{job=\"a\"} 1\n"_ba << List{"job", "x"}
        << List{"job=a | m 2"};
    QTest::newRow("family without metrics")
        << "# TYPE m gauge\nn{job=\"a\"} 1\n"_ba << List{"job"} << List{"job=a | n 1"};
}

void TestSplitGroups::sortsIntoGroups()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QList<QByteArray>, groupBy);
    QFETCH(const QList<QByteArray>, expected);
    const std::vector<QByteArray> labels(groupBy.begin(), groupBy.end());
    const auto pushes = splitIntoGroups(parsedText(text), labels, PushMode::Merge);
    QVERIFY(pushes);
    QCOMPARE(shapeOf(*pushes), expected);
    for (const ParsedPush& push : *pushes)
        QCOMPARE(push.mode, PushMode::Merge);
}

void TestSplitGroups::keepsValuesOfAllTypes()
{
    const auto pushes = splitIntoGroups(
        parsedText("# HELP h Some help.\n# TYPE h histogram\n"
                   "h_bucket{job=\"a\",le=\"1\"} 1\nh_bucket{job=\"a\",le=\"+Inf\"} 2\n"
                   "h_sum{job=\"a\"} 3\nh_count{job=\"a\"} 2\n"
                   "h_sum{job=\"b\"} 7\nh_count{job=\"b\"} 5\n"
                   "# TYPE s summary\ns{job=\"b\",quantile=\"0.5\"} 4\ns_sum{job=\"b\"} 9\n"
                   "s_count{job=\"b\"} 6\n# TYPE c counter\nc{job=\"b\"} 11\nc{job=\"a\"} 12\n"),
        std::vector<QByteArray>{"job"}, PushMode::Replace);
    QVERIFY(pushes);
    QCOMPARE(shapeOf(*pushes), (QList<QByteArray>{"job=a | h 1 | c 1", "job=b | h 1 | s 1 | c 1"}));
    const auto& a = (*pushes)[0].families;
    const auto& b = (*pushes)[1].families;
    QCOMPARE(a[0].help(), "Some help."_ba);
    QCOMPARE(a[0].type(), MetricType::Histogram);
    QCOMPARE(a[0].metric(0).histogram()->buckets.size(), size_t(2));
    QCOMPARE(a[0].metric(0).histogram()->sampleSum, 3.0);
    QCOMPARE(b[0].metric(0).histogram()->sampleSum, 7.0);
    QCOMPARE(b[1].metric(0).summary()->quantiles.front().value, 4.0);
    QCOMPARE(a[1].metric(0).plain(Payload::Counter), 12.0);
    QCOMPARE(b[2].metric(0).plain(Payload::Counter), 11.0);
}

void TestSplitGroups::takesTheLastFamilyOfAName()
{
    std::vector<MetricFamily> families;
    families.push_back(FamilyBuilder("m", MetricType::Gauge).plain({{"job", "a"}}, 1).build());
    families.push_back(FamilyBuilder("m", MetricType::Gauge).plain({{"job", "b"}}, 2).build());
    const auto pushes
        = splitIntoGroups(families, std::vector<QByteArray>{"job"}, PushMode::Replace);
    QVERIFY(pushes);
    QCOMPARE(shapeOf(*pushes), QList<QByteArray>{"job=b | m 1"});
}

void TestSplitGroups::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("no job")
        << "m{job=\"a\"} 1\nn{x=\"1\"} 1\no 1\n"_ba
        << "metric family \"n\": a metric has no label \"job\", so it belongs to no group"_ba;
    QTest::newRow("empty job")
        << "m{job=\"\"} 1\n"_ba
        << "metric family \"m\": a metric has no label \"job\", so it belongs to no group"_ba;
}

void TestSplitGroups::refuses()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, message);
    const auto pushes
        = splitIntoGroups(parsedText(text), std::vector<QByteArray>{"job"}, PushMode::Replace);
    QVERIFY(!pushes);
    QCOMPARE(pushes.error().kind, Error::Kind::BadRequest);
    QCOMPARE(pushes.error().message, message);
}

QTEST_APPLESS_MAIN(TestSplitGroups)
#include "tst_split_groups.moc"
