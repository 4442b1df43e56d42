// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/group_json.h"
#include "core/expose/exposition.h"
#include "core/store/metric_store.h"
#include "tests/support/push_text.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace pushgate::core;
using namespace pushgate::tests;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kStart = 1'700'000'000;

TimePoint at(double seconds)
{
    return TimePoint(std::chrono::seconds(kStart))
        + std::chrono::nanoseconds(static_cast<qint64>(seconds * 1e9));
}

} // namespace

class TestGroupJson : public QObject {
    Q_OBJECT

    NoChangeSink m_sink;

    static ListedGroupPtr listedIn(const MetricStore& store, const StalenessRules& rules = {});

private slots:
    void showsAGroup();
    void showsWhatIsLearntAndRuled();
    void showsAFailure();
    void showsAListing();
    void showsOneGroupWithMetrics();
    void showsWhatWasDeleted();
    void escapesLabels();
};

ListedGroupPtr TestGroupJson::listedIn(const MetricStore& store, const StalenessRules& rules)
{
    const auto& entry = store.snapshot()->groups.chunks().front()->entries.front();
    return std::make_shared<const ListedGroup>(entry.value, rules);
}

void TestGroupJson::showsAGroup()
{
    MetricStore store({}, m_sink);
    QVERIFY(pushText(store, "/job/a/instance/b", "m{x=\"1\"} 1\nm{x=\"2\"} 1\nn 3\n", kStart));
    const auto group = listedIn(store);
    const QByteArray text = renderDeleted({group}, DeleteMode::DryRun, {7, "e", at(2.5)}).join();
    const qsizetype bytes = renderExposition(*store.snapshot(), {}, {}).join().size();
    const QByteArray expected
        = R"({"deleted":[{"labels":{"instance":"b","job":"a"},"push_time":1700000000,)"
          R"("push_failure_time":0,"last_push_successful":true,"state":"fresh","age_seconds":2.5,)"
          R"("cadence_seconds":null,"expected_by":null,"stale_after_seconds":null,)"
          R"("delete_after_seconds":null,"families":4,"series":5,"bytes":)"
        + QByteArray::number(bytes)
        + R"(}],"count":1,"dry_run":true,"revision":7,"epoch":"e","now":1700000002.5})";
    QCOMPARE(text, expected);
}

void TestGroupJson::showsWhatIsLearntAndRuled()
{
    MetricStore store({}, m_sink);
    for (int i = 0; i < 5; ++i)
        QVERIFY(pushText(store, "/job/a", "m 1\n", kStart + i * 3'600));
    const StalenessRules rules{{}, {90min, 7 * 24h}};
    const QByteArray text
        = renderDeleted({listedIn(store, rules)}, DeleteMode::Real, {7, "e", at(4 * 3'600 + 5'401)})
              .join();
    const QByteArray expected(R"("state":"stale","age_seconds":5401,"cadence_seconds":3600,)"
                              R"("expected_by":1700019350,"stale_after_seconds":5400,)"
                              R"("delete_after_seconds":604800,)");
    QVERIFY2(text.contains(expected), text.constData());
}

void TestGroupJson::showsAFailure()
{
    MetricStore store({}, m_sink);
    QVERIFY(!pushText(store, "/job/a", "m 1\nm 1\n", kStart + 1));
    QVERIFY(!pushText(store, "/job/a", "m 1\nm 1\n", kStart + 3));
    const QByteArray text
        = renderDeleted({listedIn(store)}, DeleteMode::Real, {7, "e", at(5)}).join();
    const QByteArray expected(R"("push_time":0,"push_failure_time":1700000003,)"
                              R"("last_push_successful":false,"state":"failed","age_seconds":4,)");
    QVERIFY2(text.contains(expected), text.constData());
}

void TestGroupJson::showsAListing()
{
    GroupListing listing{{12, "e", at(0.5)}, {}, {}, false};
    const QByteArray empty(
        R"({"revision":12,"epoch":"e","now":1700000000.5,"total":0,)"
        R"("states":{"failed":0,"stale":0,"overdue":0,"fresh":0},"groups":[],"deleted":[],)"
        R"("reset":false})");
    QCOMPARE(renderListing(listing).join(), empty);
    listing.isReset = true;
    int count = 0;
    for (const GroupState state : kGroupStates)
        listing.page.states.add(state, ++count);
    const auto key = [](std::vector<Label> labels) {
        return GroupingKey::from(*Labels::from(std::move(labels)))->encoded();
    };
    listing.deleted = {key({{"job", "a"}}), key({{"job", "b"}, {"x", ""}})};
    listing.page.next = GroupCursor{{}, 0, "k", at(1)};
    const QByteArray full = R"({"revision":12,"epoch":"e","now":1700000000.5,"total":10,)"
                            R"("states":{"failed":1,"stale":2,"overdue":3,"fresh":4},"groups":[],)"
                            R"("deleted":[{"job":"a"},{"job":"b","x":""}],"cursor":")"
        + listing.page.next->toText() + R"(","reset":true})";
    QCOMPARE(renderListing(listing).join(), full);
}

void TestGroupJson::showsOneGroupWithMetrics()
{
    MetricStore store({}, m_sink);
    QVERIFY(pushText(store, "/job/a", "# TYPE m gauge\nm{x=\"1\"} 2\n", kStart));
    const QByteArray text = renderGroup(*listedIn(store), {7, "e", at(1)}).join();
    const QJsonObject json = QJsonDocument::fromJson(text).object();
    QVERIFY2(!json.isEmpty(), text.constData());
    QCOMPARE(json["labels"_L1].toObject()["job"_L1].toString(), u"a"_s);
    QCOMPARE(json["revision"_L1].toInt(), 7);
    const QJsonObject metrics = json["metrics"_L1].toObject();
    QCOMPARE(metrics.keys(),
        (QStringList{u"m"_s, u"push_failure_time_seconds"_s, u"push_time_seconds"_s}));
    const QJsonObject family = metrics["m"_L1].toObject();
    QCOMPARE(family["type"_L1].toString(), u"GAUGE"_s);
    const QByteArray metric
        = R"("metrics":[{"labels":{"instance":"","job":"a","x":"1"},"value":"2"}])";
    QVERIFY2(text.contains(metric), text.constData());
}

void TestGroupJson::showsWhatWasDeleted()
{
    const QByteArray none
        = R"({"deleted":[],"count":0,"dry_run":false,"revision":7,"epoch":"e","now":1700000000})";
    QCOMPARE(renderDeleted({}, DeleteMode::Real, {7, "e", at(0)}).join(), none);
    QCOMPARE(jsonTime(at(0.5)), "1700000000.5"_ba);
}

void TestGroupJson::escapesLabels()
{
    MetricStore store({}, m_sink);
    QVERIFY(pushText(store, "/job/a\"<\n", "m 1\n", kStart));
    const QByteArray text
        = renderDeleted({listedIn(store)}, DeleteMode::Real, {7, "e", at(0)}).join();
    const QByteArray labels = R"("labels":{"job":"a\"\u003c\n"})";
    QVERIFY2(text.contains(labels), text.constData());
}

QTEST_APPLESS_MAIN(TestGroupJson)
#include "tst_group_json.moc"
