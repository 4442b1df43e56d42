// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stale/expired_groups.h"
#include "core/store/metric_store.h"
#include "tests/support/push_text.h"

#include <QTest>

using namespace pushgate::core;
using namespace pushgate::tests;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

QList<QByteArray> jobsOf(const std::vector<GroupPtr>& groups)
{
    QList<QByteArray> jobs;
    for (const GroupPtr& group : groups)
        jobs.append(group->key.labels().value("job")->toByteArray());
    return jobs;
}

} // namespace

class TestExpiredGroups : public QObject {
    Q_OBJECT
private slots:
    void findsThoseBeyondTheirRule();
    void findsNoneWithoutRules();
};

void TestExpiredGroups::findsThoseBeyondTheirRule()
{
    NoChangeSink sink;
    MetricStore store({}, sink);
    QVERIFY(pushText(store, "/job/kept", "m 1\n", 0));
    QVERIFY(pushText(store, "/job/tmp_old", "m 1\n", 1'000));
    QVERIFY(pushText(store, "/job/tmp_new", "m 1\n", 1'001));
    QVERIFY(!pushText(store, "/job/tmp_failed", "m 1\nm 1\n", 1'000));
    QVERIFY(!pushText(store, "/job/tmp_failed", "m 1\nm 1\n", 1'900));
    const StalenessRules rules{{{*Selector::parse(R"({job=~"tmp_.*"})"), {{}, 1'000s}}}, {}};

    const auto expired
        = expiredGroups(*store.snapshot(), rules, TimePoint(std::chrono::milliseconds(2'000'500)));
    QCOMPARE(jobsOf(expired), (QList<QByteArray>{"tmp_failed", "tmp_old"}));
    QVERIFY(expiredGroups(*store.snapshot(), rules, TimePoint(2'000s)).empty());
}

void TestExpiredGroups::findsNoneWithoutRules()
{
    NoChangeSink sink;
    MetricStore store({}, sink);
    QVERIFY(pushText(store, "/job/a", "m 1\n", 0));
    QVERIFY(expiredGroups(*store.snapshot(), {}, TimePoint(std::chrono::hours(900'000))).empty());
    const StalenessRules stale{{}, {1s, {}}};
    QVERIFY(
        expiredGroups(*store.snapshot(), stale, TimePoint(std::chrono::hours(900'000))).empty());
}

QTEST_APPLESS_MAIN(TestExpiredGroups)
#include "tst_expired_groups.moc"
