// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/watch_routes.h"
#include "tests/daemon/routes/groups_fixture.h"

#include <QtTest>

using namespace pushgate;
using namespace pushgate::daemon;
using namespace pushgate::tests;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

class TestWatchRoutes : public QObject {
    Q_OBJECT

private slots:
    void showsTheActivityOfAnHour();
    void showsWhatTheProcessTakes();
    void showsTheRulesInForce();
};

void TestWatchRoutes::showsTheActivityOfAnHour()
{
    const FixedClock clock(kNow);
    PushActivity activity;
    const auto now = std::chrono::steady_clock::now();
    for (int push = 0; push < 3; ++push)
        activity.note(PushActivity::Outcome::Accepted, now);
    activity.note(PushActivity::Outcome::Refused, now);
    const Reply reply = ActivityRoute(activity, clock).handle();
    QCOMPARE(reply.status, 200);
    QCOMPARE(field(reply, "Access-Control-Allow-Origin"), "*"_ba);
    const QJsonObject data = dataOf(reply);
    QCOMPARE(data.value("now"_L1).toDouble(), double(kNow));
    QCOMPARE(data.value("step_seconds"_L1).toInt(), 60);
    const QJsonArray pushes = data.value("pushes"_L1).toArray();
    const QJsonArray failures = data.value("failures"_L1).toArray();
    QCOMPARE(pushes.size(), 60);
    QCOMPARE(failures.size(), 60);
    // A minute may begin between the pushes and the question.
    QCOMPARE(pushes[58].toInt() + pushes[59].toInt(), 3);
    QCOMPARE(failures[58].toInt() + failures[59].toInt(), 1);
}

void TestWatchRoutes::showsWhatTheProcessTakes()
{
    const FixedClock clock(kNow);
    const QJsonObject data = dataOf(RuntimeRoute(clock).handle());
    QCOMPARE(data.value("now"_L1).toDouble(), double(kNow));
    QVERIFY(data.value("resident_bytes"_L1).toDouble() > 1e6);
    QVERIFY(data.value("cpu_seconds"_L1).isDouble());
    QVERIFY(data.value("open_files"_L1).toInt() >= 3);
    QVERIFY(data.value("max_open_files"_L1).toDouble() >= data.value("open_files"_L1).toDouble());
}

void TestWatchRoutes::showsTheRulesInForce()
{
    const FixedClock clock(kNow);
    RulesInForce rules;
    const RulesRoute route(rules, clock);
    QVERIFY(dataOf(route.handle()).value("rules"_L1).toArray().isEmpty());

    core::StalenessRules some;
    some.rules.push_back({*core::Selector::parse(R"({job="a"})"), {1h, {}}});
    rules.replace(std::make_shared<const core::StalenessRules>(some));
    const QJsonArray shown = dataOf(route.handle()).value("rules"_L1).toArray();
    QCOMPARE(shown.size(), 1);
    QCOMPARE(shown[0].toObject().value("match"_L1).toString(), uR"({job="a"})"_s);
    QCOMPARE(shown[0].toObject().value("stale_after_seconds"_L1).toInt(), 3600);
}

QTEST_GUILESS_MAIN(TestWatchRoutes)
#include "tst_watch_routes.moc"
