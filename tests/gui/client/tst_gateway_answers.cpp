// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/gateway_answers.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;
using std::chrono::milliseconds;
using std::chrono::seconds;

class TestGatewayAnswers : public QObject {
    Q_OBJECT

private slots:
    void readsGroups();
    void readsMetrics();
    void readsEveryKindOfSeries();
    void readsOneGroup();
    void readsWhatWasDeleted();
    void readsTheStatus();
    void readsTheActivity();
    void refusesOtherActivities_data();
    void refusesOtherActivities();
    void refusesWhatNoGatewaySays_data();
    void refusesWhatNoGatewaySays();
    void survivesAnyTruncation();
};

namespace {

QByteArray success(const QByteArray& data)
{
    return R"({"status":"success","data":)" + data + '}';
}

const QByteArray kGroups = success(R"({"revision":7,"epoch":"e1","now":1000.5,"reset":true,
    "groups":[{"labels":{"job":"a","instance":"b"},"push_time":900.25,"push_failure_time":950,
    "last_push_successful":false,"state":"failed","age_seconds":1,"cadence_seconds":60.5,
    "expected_by":970,"stale_after_seconds":3600,"delete_after_seconds":null,
    "families":3,"series":12,"bytes":345},
    {"labels":{"nojob":"x"}},{"labels":{"job":"z"},"push_time":0,"push_failure_time":1e300}],
    "deleted":[{"job":"gone"}],"cursor":"next"})");

const QByteArray kMetrics = success(R"([{"labels":{"job":"a","shard":"1"},
    "last_push_successful":true,
    "push_time_seconds":{"time_stamp":"t","type":"GAUGE","help":"h","metrics":[
        {"labels":{"instance":"","job":"a","shard":"1"},"value":"1.7e+09"}]},
    "push_failure_time_seconds":{"type":"GAUGE","metrics":[
        {"labels":{"instance":"","job":"a","shard":"1"},"value":"0"}]},
    "took":{"time_stamp":"2026-11-22T11:48:39.1254321+01:00","type":"HISTOGRAM","help":"How long.","metrics":[
        {"labels":{"job":"a","shard":"1","x":"y"},"buckets":{"10":"4","2":"3","+Inf":"5"},
         "count":"5","sum":"9.5"}]},
    "native":{"type":"HISTOGRAM","metrics":[{"labels":{},"buckets":[[1,"-1","-0.5","1"],
        [3,"-0.1","0.1","2"],[0,"0.5","1","3"]],"count":"6","sum":"1"}]},
    "quant":{"type":"SUMMARY","metrics":[
        {"labels":{},"quantiles":{"0.9":"2","0.5":"1"},"count":"7","sum":"8"}]}}])");

const core::FamilyRow& family(const core::GroupDetails& details, QByteArrayView name)
{
    return *std::find_if(details.families.begin(), details.families.end(),
        [&](const auto& candidate) { return candidate.name == name; });
}

} // namespace

void TestGatewayAnswers::readsGroups()
{
    const auto answer = readGroupsAnswer(kGroups);
    QVERIFY(answer);
    QCOMPARE(answer->revision, 7);
    QCOMPARE(answer->epoch, u"e1"_s);
    QCOMPARE(answer->now, core::TimePoint(milliseconds(1'000'500)));
    QCOMPARE(answer->cursor, u"next"_s);
    QCOMPARE(answer->changes.scope, core::GroupChanges::Scope::Everything);
    QCOMPARE(answer->changes.deleted.size(), size_t(1));
    QCOMPARE(answer->changes.changed.size(), size_t(2));
    const core::GroupRow& row = *answer->changes.changed[0];
    QCOMPARE(row.key.labels().value("instance"), QByteArrayView("b"));
    QVERIFY(!row.lastPushSuccessful);
    QCOMPARE(row.pushTime, core::TimePoint(milliseconds(900'250)));
    QCOMPARE(row.failureTime, core::TimePoint(seconds(950)));
    QCOMPARE(row.rhythm, milliseconds(60'500));
    QCOMPARE(row.expectedBy, core::TimePoint(seconds(970)));
    QCOMPARE(row.staleAfter, seconds(3600));
    QVERIFY(!row.deleteAfter);
    QCOMPARE(row.series, 12);
    QCOMPARE(row.bytes, 345);
    const core::GroupRow& never = *answer->changes.changed[1];
    QVERIFY(!never.pushTime && !never.failureTime && !never.rhythm && !never.bytes);
}

void TestGatewayAnswers::readsMetrics()
{
    const auto groups = readMetricsAnswer(kMetrics);
    QVERIFY(groups);
    QCOMPARE(groups->size(), size_t(1));
    const core::GroupRow& row = groups->front().row;
    QCOMPARE(row.pushTime, core::TimePoint(seconds(1'700'000'000)));
    QVERIFY(!row.failureTime);
    QCOMPARE(row.families, 5);
    QCOMPARE(row.series, 5);
}

void TestGatewayAnswers::readsEveryKindOfSeries()
{
    const auto groups = readMetricsAnswer(kMetrics);
    const core::GroupDetails& details = groups->front().details;
    using Closed = core::NativeHistogramValue::Closed;
    const core::FamilyRow& took = family(details, "took");
    QCOMPARE(took.help, "How long."_ba);
    QCOMPARE(took.pushedAt, core::TimePoint(milliseconds(1'795'344'519'125)));
    QCOMPARE(took.series[0].labels, *core::Labels::from({{"x", "y"}}));
    QCOMPARE(took.series[0].value,
        core::SeriesValue(
            core::HistogramValue{"5", "9.5", {{"2", "3"}, {"10", "4"}, {"+Inf", "5"}}}));
    QCOMPARE(family(details, "native").series[0].value,
        core::SeriesValue(core::NativeHistogramValue{"6", "1",
            {{Closed::Lower, "-1", "-0.5", "1"}, {Closed::Both, "-0.1", "0.1", "2"},
                {Closed::Upper, "0.5", "1", "3"}}}));
    QCOMPARE(family(details, "quant").series[0].value,
        core::SeriesValue(core::SummaryValue{"7", "8", {{"0.5", "1"}, {"0.9", "2"}}}));
    QVERIFY(!family(details, "push_time_seconds").pushedAt); // not a time
    QVERIFY(family(details, "push_time_seconds").series[0].labels.empty());
}

void TestGatewayAnswers::readsOneGroup()
{
    const auto details = readGroupAnswer(success(R"({"labels":{"job":"a"},"push_time":1,
        "metrics":{"m":{"type":"GAUGE","metrics":[{"labels":{"job":"a"},"value":"1"}]}}})"));
    QVERIFY(details);
    QCOMPARE(details->families.size(), size_t(1));
    QCOMPARE(details->families[0].series[0].value, core::SeriesValue(core::PlainValue{"1"}));
}

void TestGatewayAnswers::readsWhatWasDeleted()
{
    const auto keys = readDeletedAnswer(success(R"({"deleted":[{"labels":{"job":"a","x":"1"}},
        {"labels":{}},{"labels":{"job":"b"}}],"count":2,"dry_run":false})"));
    QVERIFY(keys);
    QCOMPARE(keys->size(), size_t(2));
    QCOMPARE(keys->front().labels(), *core::Labels::from({{"job", "a"}, {"x", "1"}}));
}

void TestGatewayAnswers::readsTheStatus()
{
    const auto status = readStatusAnswer(success(R"({"build_information":{"version":"1.2"}})"));
    QVERIFY(status);
    QCOMPARE(status->version, u"1.2"_s);
}

void TestGatewayAnswers::readsTheActivity()
{
    const auto activity = readActivityAnswer(
        success(R"({"now":1000.5,"step_seconds":60,"pushes":[0,5,-1],"failures":[1,0,2]})"));
    QVERIFY(activity);
    const core::Activity expected{seconds(60), {0, 5, 0}, {1, 0, 2}};
    QCOMPARE(*activity, expected);
}

void TestGatewayAnswers::refusesOtherActivities_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("nothing") << "{}"_ba;
    QTest::newRow("a list") << "[]"_ba;
    QTest::newRow("no steps") << R"({"step_seconds":60,"pushes":[],"failures":[]})"_ba;
    QTest::newRow("not as many") << R"({"step_seconds":60,"pushes":[1],"failures":[1,2]})"_ba;
    QTest::newRow("no length") << R"({"step_seconds":0,"pushes":[1],"failures":[1]})"_ba;
    QByteArrayList many(1441, "0");
    const QByteArray list = '[' + many.join(',') + ']';
    QTest::newRow("too many") << R"({"step_seconds":60,"pushes":)" + list + R"(,"failures":)" + list
            + '}';
}

void TestGatewayAnswers::refusesOtherActivities()
{
    QFETCH(const QByteArray, data);
    QVERIFY(!readActivityAnswer(success(data)));
}

void TestGatewayAnswers::refusesWhatNoGatewaySays_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << ""_ba;
    QTest::newRow("a page") << "<html></html>"_ba;
    QTest::newRow("other JSON") << "[1,2]"_ba;
    QTest::newRow("no data") << R"({"status":"success"})"_ba;
    QTest::newRow("an error") << R"({"status":"error","error":"no"})"_ba;
    QTest::newRow("data of another kind") << R"({"status":"success","data":"x"})"_ba;
}

void TestGatewayAnswers::refusesWhatNoGatewaySays()
{
    QFETCH(const QByteArray, body);
    QVERIFY(!readGroupsAnswer(body));
    QVERIFY(!readMetricsAnswer(body));
    QVERIFY(!readGroupAnswer(body));
    QVERIFY(!readDeletedAnswer(body));
    QVERIFY(!readStatusAnswer(body));
}

void TestGatewayAnswers::survivesAnyTruncation()
{
    for (qsizetype size = 0; size < kMetrics.size(); ++size)
        QVERIFY(!readMetricsAnswer(kMetrics.first(size)));
    for (qsizetype size = 0; size < kGroups.size(); ++size)
        QVERIFY(!readGroupsAnswer(kGroups.first(size)));
}

QTEST_APPLESS_MAIN(TestGatewayAnswers)
#include "tst_gateway_answers.moc"
