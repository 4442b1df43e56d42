// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/full_check.h"
#include "core/store/metric_store.h"
#include "tests/support/naive_store.h"

#include <QTest>

using namespace pushgate::core;
using namespace pushgate::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

const std::vector<OwnFamily> kOwn{
    {"process_open_fds", "Own help.", MetricType::Gauge, OwnFamily::HelpRule::OwnHelpWins},
    {"own_late", "Late help.", MetricType::Counter, OwnFamily::HelpRule::HelpMustMatch},
    {"own_summary", "S.", MetricType::Summary, OwnFamily::HelpRule::HelpMustMatch},
};

PlainFamily family(const QByteArray& name, MetricType type, PlainMetric metric)
{
    return {name, {}, type, {std::move(metric)}};
}

PlainFamily usual(const QByteArray& name, MetricType type)
{
    return family(name, type, {{}, {payloadOf(type)}, {}});
}

} // namespace

using Families = std::vector<PlainFamily>;

class TestPushErrors : public QObject {
    Q_OBJECT

private slots:
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void listsSeveral();
    void boundsTheList();
    void accusesOthersIfTheyAreToBlame();
};

void TestPushErrors::saysWhatIsWrong_data()
{
    QTest::addColumn<Families>("stored");
    QTest::addColumn<Families>("pushed");
    QTest::addColumn<QByteArray>("error");
    using enum MetricType;
    QTest::newRow("type clash blames the pushed metric")
        << Families{usual("m", Gauge)} << Families{usual("m", Counter)}
        << R"(collected metric "m" { label:{name:"instance" value:""} label:{name:"job" value:"new"} counter:{value:1}} is not a GAUGE)"_ba;
    QTest::newRow("payload that does not fit its own type")
        << Families{} << Families{family("m", Counter, {{}, {Payload::Gauge}, {}})}
        << R"(collected metric "m" { label:{name:"instance" value:""} label:{name:"job" value:"new"} gauge:{value:1}} is not a COUNTER)"_ba;
    QTest::newRow("line of a stored histogram")
        << Families{usual("h", Histogram)} << Families{usual("h_bucket", Gauge)}
        << R"(collected metric named "h_bucket" collides with previously collected histogram named "h")"_ba;
    QTest::newRow("line of a stored summary")
        << Families{usual("s", Summary)} << Families{usual("s_sum", Gauge)}
        << R"(collected metric named "s_sum" collides with previously collected summary named "s")"_ba;
    QTest::newRow("histogram over a stored line")
        << Families{usual("h_bucket", Gauge)} << Families{usual("h", Histogram)}
        << R"(collected histogram named "h" collides with previously collected metric named "h_bucket")"_ba;
    QTest::newRow("summary over a stored line")
        << Families{usual("s_count", Gauge)} << Families{usual("s", Summary)}
        << R"(collected histogram or summary named "s" collides with previously collected metric named "s_count")"_ba;
    QTest::newRow("no histogram where others have a gauge: its lines are not to blame")
        << Families{usual("h", Gauge), usual("h_count", Gauge)}
        << Families{usual("h", Histogram), usual("h_sum", Gauge)}
        << R"(collected metric "h" { label:{name:"instance" value:""} label:{name:"job" value:"new"} histogram:{}} is not a GAUGE)"_ba;
    QTest::newRow("both in one push are one error")
        << Families{} << Families{usual("s", Summary), usual("s_count", Gauge)}
        << R"(collected metric named "s_count" collides with previously collected summary named "s")"_ba;
    QTest::newRow("line of an own summary")
        << Families{} << Families{usual("own_summary_count", Gauge)}
        << R"(collected metric named "own_summary_count" collides with previously collected summary named "own_summary")"_ba;
    QTest::newRow("own family, other type")
        << Families{} << Families{usual("process_open_fds", Counter)}
        << "gathered metric family process_open_fds has type COUNTER but should have GAUGE"_ba;
    QTest::newRow("own family that appears late, other help")
        << Families{} << Families{usual("own_late", Counter)}
        << R"(gathered metric family own_late has help "" but should have "Late help.")"_ba;
    QTest::newRow("doubled label")
        << Families{}
        << Families{family("m", Gauge, {{{"a", "1"}, {"a", "2"}}, {Payload::Gauge}, {}})}
        << R"(collected metric "m" { label:{name:"a" value:"1"} label:{name:"a" value:"2"} label:{name:"instance" value:""} label:{name:"job" value:"new"} gauge:{value:1}} has two or more labels with the same name: a)"_ba;
    QTest::newRow("reserved label")
        << Families{} << Families{family("m", Gauge, {{{"__a", "1"}}, {Payload::Gauge}, {}})}
        << R"(collected metric "m" { label:{name:"__a" value:"1"} label:{name:"instance" value:""} label:{name:"job" value:"new"} gauge:{value:1}} has a label with an invalid name: __a)"_ba;
    QTest::newRow("explicit quantile")
        << Families{}
        << Families{family("m", Summary, {{{"quantile", "1"}}, {Payload::Summary}, {}})}
        << R"(collected metric "m" { label:{name:"instance" value:""} label:{name:"job" value:"new"} label:{name:"quantile" value:"1"} summary:{}} must not have an explicit "quantile" label)"_ba;
    QTest::newRow("value not UTF-8")
        << Families{} << Families{family("m", Gauge, {{{"a", "\xff"}}, {Payload::Gauge}, {}})}
        << R"(collected metric "m" { label:{name:"a" value:"\xff"} label:{name:"instance" value:""} label:{name:"job" value:"new"} gauge:{value:1}} has a label named "a" whose value is not utf8: "\xff")"_ba;
}

void TestPushErrors::saysWhatIsWrong()
{
    QFETCH(const Families, stored);
    QFETCH(const Families, pushed);
    QFETCH(const QByteArray, error);

    NoChangeSink sink;
    MetricStore store(kOwn, sink);
    const PlainPush first{{{"job", "old"}}, PushMode::Replace, stored};
    QVERIFY(store.push(*prepare(parsed(first), TimePoint{}), Consistency::Checked));
    const PlainPush second{{{"job", "new"}}, PushMode::Replace, pushed};
    const Status status = store.push(*prepare(parsed(second), TimePoint{}), Consistency::Checked);

    QVERIFY(!status);
    const QByteArray frame = "pushed metrics are invalid or inconsistent with existing metrics: ";
    QCOMPARE(status.error().message.simplified(), frame + error);

    // The same store, pushed to without a check: a scrape then says as much.
    MetricStore unchecked(kOwn, sink);
    QVERIFY(unchecked.push(*prepare(parsed(first), TimePoint{}), Consistency::Unchecked));
    QVERIFY(unchecked.push(*prepare(parsed(second), TimePoint{}), Consistency::Unchecked));
    QVERIFY(!findErrors(*unchecked.snapshot(), kOwn).empty());
}

void TestPushErrors::listsSeveral()
{
    NoChangeSink sink;
    MetricStore store(kOwn, sink);
    const PlainPush push{{{"job", "j"}}, PushMode::Replace,
        {usual("own_late", MetricType::Counter), usual("own_summary_sum", MetricType::Gauge)}};
    const Status status = store.push(*prepare(parsed(push), TimePoint{}), Consistency::Checked);

    QVERIFY(!status);
    QCOMPARE(status.error().message,
        "pushed metrics are invalid or inconsistent with existing metrics: 2 error(s) occurred:\n"
        "* gathered metric family own_late has help \"\" but should have \"Late help.\"\n"
        "* collected metric named \"own_summary_sum\" collides with previously collected summary "
        "named \"own_summary\""_ba);
}

void TestPushErrors::boundsTheList()
{
    NoChangeSink sink;
    MetricStore store(kOwn, sink);
    PlainFamily many{"m", {}, MetricType::Gauge, {}};
    for (int i = 0; i < 5'001; ++i)
        many.metrics.push_back({{}, {Payload::Gauge}, {}});
    const Status status
        = store.push(*prepare(parsed({{{"job", "j"}}, PushMode::Replace, {many}}), TimePoint{}),
            Consistency::Checked);

    QVERIFY(!status);
    QVERIFY(status.error().message.contains(": 5000 error(s) occurred:\n* "));
    QVERIFY(status.error().message.endsWith("\n* and 4000 more"));
}

void TestPushErrors::accusesOthersIfTheyAreToBlame()
{
    NoChangeSink sink;
    MetricStore store(kOwn, sink);
    const PlainPush stored{{{"job", "old"}}, PushMode::Replace, {usual("m", MetricType::Gauge)}};
    const PlainPush pushed{
        {{"job", "new"}}, PushMode::Replace, {{"m", {}, MetricType::Counter, {}}}};
    QVERIFY(store.push(*prepare(parsed(stored), TimePoint{}), Consistency::Checked));
    const Status status = store.push(*prepare(parsed(pushed), TimePoint{}), Consistency::Checked);

    QVERIFY(!status);
    QVERIFY(status.error().message.endsWith("is not a COUNTER"));
    QVERIFY(status.error().message.contains("\"old\""));
}

QTEST_APPLESS_MAIN(TestPushErrors)
#include "tst_push_errors.moc"
