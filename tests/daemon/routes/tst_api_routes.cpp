// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/metric_store.h"
#include "daemon/routes/api_routes.h"
#include "tests/support/collecting_sink.h"
#include "tests/support/push_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace pushgate;
using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

class TestApiRoutes : public QObject {
    Q_OBJECT

    static QJsonObject jsonOf(const Reply& reply);
    static bool isReadableByAll(const Reply& reply);
    core::NoChangeSink m_sink;

private slots:
    void optionsAllowsReading();
    void statusShowsBuildAndFlags();
    void metricsShowsGroups();
    void largeStoresAreAnsweredLater();
};

QJsonObject TestApiRoutes::jsonOf(const Reply& reply)
{
    const Reply::Field type{"Content-Type"_ba, "application/json"_ba};
    if (reply.status != 200 || reply.fields.front() != type)
        return {};
    return QJsonDocument::fromJson(reply.segments.join()).object();
}

bool TestApiRoutes::isReadableByAll(const Reply& reply)
{
    const std::vector<Reply::Field> wanted{
        {"Access-Control-Allow-Headers"_ba, "Accept, Authorization, Content-Type, Origin"_ba},
        {"Access-Control-Allow-Methods"_ba, "GET, POST, DELETE, OPTIONS"_ba},
        {"Access-Control-Allow-Origin"_ba, "*"_ba}, {"Access-Control-Expose-Headers"_ba, "Date"_ba},
        {"Cache-Control"_ba, "no-cache, no-store, must-revalidate"_ba}};
    return std::all_of(wanted.begin(), wanted.end(), [&](const Reply::Field& field) {
        return std::find(reply.fields.begin(), reply.fields.end(), field) != reply.fields.end();
    });
}

void TestApiRoutes::optionsAllowsReading()
{
    const Reply reply = apiOptionsReply();
    QCOMPARE(reply.status, 200);
    QVERIFY(reply.segments.isEmpty());
    QCOMPARE(reply.fields.size(), size_t{5});
    QVERIFY(isReadableByAll(reply));
}

void TestApiRoutes::statusShowsBuildAndFlags()
{
    const BuildInfo build{"1.2"_ba, "main"_ba, "abc"_ba, "cc 1"_ba, "6.4"_ba, "linux/x"_ba};
    const core::TimePoint start{std::chrono::seconds(1'700'000'000)};
    const Reply reply = ApiStatusRoute(build, {{"log.level"_ba, "info"_ba}}, start).handle();
    QVERIFY(isReadableByAll(reply));
    const QJsonObject json = jsonOf(reply);
    QCOMPARE(json.value("status"_L1).toString(), u"success"_s);
    const QJsonObject data = json.value("data"_L1).toObject();
    QCOMPARE(data.value("flags"_L1).toObject().value("log.level"_L1).toString(), u"info"_s);
    QVERIFY(data.value("start_time"_L1).toString().startsWith("2023-11-14T22:13:20"_L1)
        || data.value("start_time"_L1).isString());
    const QJsonObject shown = data.value("build_information"_L1).toObject();
    QCOMPARE(shown.value("version"_L1).toString(), u"1.2"_s);
    QCOMPARE(shown.value("branch"_L1).toString(), u"main"_s);
    QCOMPARE(shown.value("revision"_L1).toString(), u"abc"_s);
    QCOMPARE(shown.value("goVersion"_L1).toString(), u"cc 1, Qt 6.4"_s);
}

void TestApiRoutes::metricsShowsGroups()
{
    core::MetricStore store({}, m_sink);
    RenderPool pool(1);
    QVERIFY(tests::pushText(store, "/job/j", "m 1\n"));
    const auto reply = ApiMetricsRoute(store, pool).handle({{}, nullptr});
    QVERIFY(reply);
    QVERIFY(isReadableByAll(*reply));
    const QJsonArray groups = jsonOf(*reply).value("data"_L1).toArray();
    QCOMPARE(groups.size(), 1);
    QCOMPARE(groups[0].toObject().value("labels"_L1).toObject().value("job"_L1).toString(), u"j"_s);
    QVERIFY(groups[0].toObject().contains("m"_L1));
}

void TestApiRoutes::largeStoresAreAnsweredLater()
{
    core::MetricStore store({}, m_sink);
    RenderPool pool(1);
    QByteArray text;
    for (quint64 i = 0; i <= RenderPool::kSeriesInPlace; ++i)
        text.append("m{i=\"" + QByteArray::number(i) + "\"} 1\n");
    QVERIFY(tests::pushText(store, "/job/j", text));
    const auto sink = std::make_shared<tests::CollectingSink>();
    QVERIFY(!ApiMetricsRoute(store, pool).handle({ReplyTo(sink, 1, 1), nullptr}));
    QTRY_COMPARE(sink->sent().size(), size_t{1});
    QCOMPARE(jsonOf(sink->sent()[0].reply).value("data"_L1).toArray().size(), 1);
}

QTEST_GUILESS_MAIN(TestApiRoutes)
#include "tst_api_routes.moc"
