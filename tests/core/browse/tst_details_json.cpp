// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/details_json.h"
#include "tests/core/browse/rows.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pushgate::core;
using namespace pushgate::tests;

class TestDetailsJson : public QObject {
    Q_OBJECT

private slots:
    void writesEveryKindOfSeries();
    void writesAListOfSeveral();
};

namespace {

GroupDetailsPtr groupOf(const QByteArray& job, std::vector<FamilyRow> families)
{
    return std::make_shared<const GroupDetails>(GroupDetails{browseKey(job), std::move(families)});
}

} // namespace

void TestDetailsJson::writesEveryKindOfSeries()
{
    using Closed = NativeHistogramValue::Closed;
    FamilyRow plain{"m", "GAUGE", "Help.", {{*Labels::from({{"x", "\"y\""}}), PlainValue{"+Inf"}}}};
    plain.pushedAt = atSecond(1'000'000'000) + std::chrono::milliseconds(125);
    const auto group = groupOf("a",
        {plain,
            {"n", "HISTOGRAM", "",
                {{{}, NativeHistogramValue{"3", "1.5", {{Closed::Both, "-1", "1", "3"}}}}}},
            {"h", "HISTOGRAM", "", {{{}, HistogramValue{"2", "1", {{"0.5", "1"}}}}}},
            {"s", "SUMMARY", "", {{{}, SummaryValue{"2", "1", {{"0.5", "0.25"}}}}}}});
    const QByteArray expected = R"({"labels":{"job":"a"},"metrics":{
        "m":{"type":"GAUGE","help":"Help.","time_stamp":"2001-09-09T01:46:40.125Z",
            "metrics":[{"labels":{"job":"a","x":"\"y\""},"value":"+Inf"}]},
        "n":{"type":"HISTOGRAM","metrics":[{"labels":{"job":"a"},"count":"3","sum":"1.5",
            "buckets":[[3,"-1","1","3"]]}]},
        "h":{"type":"HISTOGRAM","metrics":[{"labels":{"job":"a"},"count":"2","sum":"1",
            "buckets":{"0.5":"1"}}]},
        "s":{"type":"SUMMARY","metrics":[{"labels":{"job":"a"},"count":"2","sum":"1",
            "quantiles":{"0.5":"0.25"}}]}}})"_ba;
    QCOMPARE(QJsonDocument::fromJson(detailsJson({group})), QJsonDocument::fromJson(expected));
}

void TestDetailsJson::writesAListOfSeveral()
{
    QCOMPARE(QJsonDocument::fromJson(detailsJson({groupOf("a", {}), groupOf("b", {})})),
        QJsonDocument::fromJson(R"([{"labels":{"job":"a"},"metrics":{}},
            {"labels":{"job":"b"},"metrics":{}}])"_ba));
    QCOMPARE(detailsJson({}).trimmed(), "[\n]"_ba);
}

QTEST_APPLESS_MAIN(TestDetailsJson)
#include "tst_details_json.moc"
