// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/families_json.h"
#include "core/expose/segments.h"
#include "tests/support/family_builder.h"
#include "tests/support/snapshot_builder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <ctime>

using namespace pushgate::core;
using namespace Qt::Literals::StringLiterals;
using pushgate::tests::FamilyBuilder;
using pushgate::tests::SnapshotBuilder;

namespace {

MetricFamily gauge(const QByteArray& name, double value)
{
    FamilyBuilder builder(name, MetricType::Gauge);
    return builder.plain({}, value).build();
}

/// The JSON of a gauge in a group that has only a job.
QByteArray gaugeJson(const QByteArray& value, const QByteArray& job)
{
    return R"({"time_stamp":"1970-01-01T00:00:00Z","type":"GAUGE","metrics":)"
           R"([{"labels":{"instance":"","job":")"
        + job + R"("},"value":")" + value + R"("}]})";
}

QByteArray jsonOf(SnapshotBuilder& builder)
{
    return renderFamiliesJson(builder.build()).join();
}

} // namespace

class TestFamiliesJson : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void isEmptyForAnEmptyStore();
    void writesGroupsInTheOrderOfTheirKeys();
    void sortsAllKeysTogether();
    void letsFamiliesOverwriteKeys();
    void tellsWhetherTheLastPushFailed_data();
    void tellsWhetherTheLastPushFailed();
    void cutsIntoSegments();
};

void TestFamiliesJson::initTestCase()
{
    qputenv("TZ", "UTC0");
    tzset();
}

void TestFamiliesJson::isEmptyForAnEmptyStore()
{
    QCOMPARE(renderFamiliesJson({}).join(), "[]"_ba);
}

void TestFamiliesJson::writesGroupsInTheOrderOfTheirKeys()
{
    SnapshotBuilder builder;
    builder.add({{"job", "b"}}, {}).add({{"job", "a"}, {"z", "<"}}, {}).add({{"job", "a"}}, {});
    QCOMPARE(jsonOf(builder),
        R"([{"labels":{"job":"a"},"last_push_successful":true},)"
        R"({"labels":{"job":"a","z":"\u003c"},"last_push_successful":true},)"
        R"({"labels":{"job":"b"},"last_push_successful":true}])"_ba);
}

void TestFamiliesJson::sortsAllKeysTogether()
{
    SnapshotBuilder builder;
    builder.add({{"job", "j"}}, {gauge("z", 1), gauge("last", 2), gauge("a", 3), gauge("Z", 4)});
    QCOMPARE(jsonOf(builder),
        R"([{"Z":)" + gaugeJson("4", "j") + R"(,"a":)" + gaugeJson("3", "j")
            + R"(,"labels":{"job":"j"},"last":)" + gaugeJson("2", "j")
            + R"(,"last_push_successful":true,"z":)" + gaugeJson("1", "j") + "}]");
}

void TestFamiliesJson::letsFamiliesOverwriteKeys()
{
    SnapshotBuilder builder;
    builder.add({{"job", "a"}}, {gauge("labels", 1), gauge("last_push_successful", 2)});
    builder.add({{"job", "b"}}, {gauge("labels", 3)});
    QCOMPARE(jsonOf(builder),
        R"([{"labels":)" + gaugeJson("1", "a") + R"(,"last_push_successful":)" + gaugeJson("2", "a")
            + R"(},{"labels":)" + gaugeJson("3", "b") + R"(,"last_push_successful":true}])");
}

void TestFamiliesJson::tellsWhetherTheLastPushFailed_data()
{
    QTest::addColumn<double>("success");
    QTest::addColumn<double>("failure");
    QTest::addColumn<bool>("successful");
    QTest::newRow("never failed") << 2.0 << 0.0 << true;
    QTest::newRow("failed before") << 2.0 << 1.0 << true;
    QTest::newRow("failed last") << 1.0 << 2.0 << false;
    QTest::newRow("at the same time") << 1.0 << 1.0 << true;
}

void TestFamiliesJson::tellsWhetherTheLastPushFailed()
{
    QFETCH(const double, success);
    QFETCH(const double, failure);
    QFETCH(const bool, successful);
    SnapshotBuilder builder;
    builder.add({{"job", "j"}}, {gauge(kPushTimeName, success), gauge(kFailureTimeName, failure)});
    const QJsonDocument document = QJsonDocument::fromJson(jsonOf(builder));
    const QJsonObject group = document.array().at(0).toObject();
    QCOMPARE(group.value(u"last_push_successful"), QJsonValue(successful));
    QCOMPARE(group.keys(),
        (QStringList{u"labels"_s, u"last_push_successful"_s, u"push_failure_time_seconds"_s,
            u"push_time_seconds"_s}));
}

void TestFamiliesJson::cutsIntoSegments()
{
    SnapshotBuilder builder;
    for (int group = 0; group < 3'000; ++group)
        builder.add({{"job", QByteArray::number(group)}}, {gauge("a", group), gauge("b", 1)});
    const QList<QByteArray> segments = renderFamiliesJson(builder.build());
    QVERIFY(segments.size() > 5);
    for (const QByteArray& segment : segments)
        QVERIFY(!segment.isEmpty() && segment.size() <= Segments::kSegmentBytes);

    const QJsonDocument document = QJsonDocument::fromJson(segments.join());
    QCOMPARE(document.array().size(), 3'000);
    for (const QJsonValue& group : document.array()) {
        const QJsonObject object = group.toObject();
        const QJsonObject metric
            = object.value(u"a").toObject().value(u"metrics").toArray().at(0).toObject();
        QCOMPARE(metric.value(u"labels").toObject().value(u"job").toString(),
            object.value(u"labels").toObject().value(u"job").toString());
    }
}

QTEST_APPLESS_MAIN(TestFamiliesJson)
#include "tst_families_json.moc"
