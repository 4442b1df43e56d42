// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/activity.h"
#include "tests/core/browse/rows.h"

#include <QTest>

#include <numeric>

using namespace pushgate::core;
using namespace pushgate::tests;

class TestActivity : public QObject {
    Q_OBJECT

private slots:
    void countsWhatIsNew();
    void putsEachIntoItsMinute();
    void forgetsWhatIsOld();
};

namespace {

constexpr qint64 kHour = 3600;

GroupRow rowAt(std::optional<qint64> pushed, std::optional<qint64> failed)
{
    GroupRow row(browseKey("a"));
    if (pushed)
        row.pushTime = atSecond(*pushed);
    if (failed)
        row.failureTime = atSecond(*failed);
    return row;
}

qint64 sum(const std::vector<qint64>& counts)
{
    return std::accumulate(counts.begin(), counts.end(), qint64(0));
}

} // namespace

void TestActivity::countsWhatIsNew()
{
    ActivityLog log;
    const GroupRow first = rowAt(kHour, {});
    log.note(nullptr, first);
    log.note(&first, first);
    QCOMPARE(sum(log.lastHour(atSecond(kHour)).pushes), 1);
    QCOMPARE(sum(log.lastHour(atSecond(kHour)).failures), 0);

    const GroupRow failed = rowAt(kHour, kHour + 1);
    log.note(&first, failed);
    const GroupRow both = rowAt(kHour + 2, kHour + 3);
    log.note(&failed, both);
    log.note(&both, rowAt({}, {})); // wiped and made anew
    QCOMPARE(sum(log.lastHour(atSecond(kHour + 9)).pushes), 2);
    QCOMPARE(sum(log.lastHour(atSecond(kHour + 9)).failures), 2);
}

void TestActivity::putsEachIntoItsMinute()
{
    ActivityLog log;
    const qint64 now = 10 * kHour + 59; // the last second of a minute
    log.note(nullptr, rowAt(now, now - 60));
    log.note(nullptr, rowAt(now - 59, now - 59 * 60));
    log.note(nullptr, rowAt(now - 60 * 60, now + 60)); // outside, on both sides
    const Activity activity = log.lastHour(atSecond(now));
    QCOMPARE(activity.step, std::chrono::seconds(60));
    std::vector<qint64> pushes(60, 0);
    std::vector<qint64> failures(60, 0);
    pushes[59] = 2;
    failures[58] = 1;
    failures[0] = 1;
    QCOMPARE(activity.pushes, pushes);
    QCOMPARE(activity.failures, failures);
}

void TestActivity::forgetsWhatIsOld()
{
    ActivityLog log;
    log.note(nullptr, rowAt(10 * kHour, {}));
    log.note(nullptr, rowAt(12 * kHour + 60, {}));
    QCOMPARE(sum(log.lastHour(atSecond(10 * kHour)).pushes), 0);
    QCOMPARE(sum(log.lastHour(atSecond(12 * kHour + 60)).pushes), 1);
}

QTEST_APPLESS_MAIN(TestActivity)
#include "tst_activity.moc"
