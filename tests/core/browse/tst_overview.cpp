// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/overview.h"
#include "tests/core/browse/rows.h"

#include <QTest>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;
using namespace pushgate::core;
using namespace pushgate::tests;

class TestOverview : public QObject {
    Q_OBJECT

private slots:
    void countsAges_data();
    void countsAges();
    void binsFollowEachOther();
    void leavesOutWhatHasNoAge();
    void namesTheLargestJobs();
    void looksAtTheWordsOfTheFilterOnly();
    void agreesWithAPlainCount();

private:
    PlainWords m_words;
};

namespace {

constexpr qint64 kNow = 10'000'000;

GroupRow rowOf(const QByteArray& job, const QByteArray& instance, qint64 series)
{
    GroupRow row(browseKey(job, instance));
    row.series = series;
    return row;
}

void fill(GroupModel& groups, const std::vector<GroupRow>& rows)
{
    GroupChanges changes;
    for (const GroupRow& row : rows)
        changes.changed.push_back(std::make_shared<const GroupRow>(row));
    groups.setNow(atSecond(kNow));
    groups.apply(changes);
}

} // namespace

void TestOverview::countsAges_data()
{
    QTest::addColumn<qint64>("age");
    QTest::addColumn<qint64>("from");
    QTest::newRow("of the future") << qint64(-3) << qint64(0);
    QTest::newRow("now") << qint64(0) << qint64(0);
    QTest::newRow("below an edge") << qint64(9) << qint64(0);
    QTest::newRow("on an edge") << qint64(10) << qint64(10);
    QTest::newRow("minutes") << qint64(899) << qint64(300);
    QTest::newRow("hours") << qint64(40'000) << qint64(10'800);
    QTest::newRow("a day") << qint64(86'400) << qint64(86'400);
    QTest::newRow("older than all edges") << qint64(9'000'000) << qint64(7'776'000);
}

void TestOverview::countsAges()
{
    QFETCH(const qint64, age);
    QFETCH(const qint64, from);
    GroupModel groups(m_words);
    GroupRow row(browseKey("a"));
    row.pushTime = atSecond(kNow - age);
    row.failureTime = row.pushTime;
    row.lastPushSuccessful = false;
    fill(groups, {row});
    const Overview overview = overviewOf(groups, {});
    for (const AgeBin& bin : overview.ages) {
        QCOMPARE(bin.states.of(GroupState::Failed), bin.from.count() == from ? 1 : 0);
        QCOMPARE(bin.states.of(GroupState::Fresh), 0);
    }
    QCOMPARE(overview.states.of(GroupState::Failed), 1);
}

void TestOverview::binsFollowEachOther()
{
    const GroupModel groups(m_words);
    const Overview overview = overviewOf(groups, {});
    QCOMPARE(overview.ages.size(), size_t(14));
    for (size_t at = 1; at < overview.ages.size(); ++at)
        QCOMPARE(overview.ages[at - 1].to, overview.ages[at].from);
    QVERIFY(!overview.ages.back().to);
    QVERIFY(overview.jobs.empty());
    QCOMPARE(overview.states.total(), 0);
}

void TestOverview::leavesOutWhatHasNoAge()
{
    GroupModel groups(m_words);
    GroupRow failed(browseKey("failed"));
    failed.failureTime = atSecond(kNow - 100);
    fill(groups, {GroupRow(browseKey("a")), failed});
    const Overview overview = overviewOf(groups, {});
    QCOMPARE(overview.states.total(), 2);
    for (const AgeBin& bin : overview.ages)
        QCOMPARE(bin.states.total(), bin.from.count() == 60 ? 1 : 0);
}

void TestOverview::namesTheLargestJobs()
{
    GroupModel groups(m_words);
    fill(groups,
        {rowOf("a", "1", 5), rowOf("a", "2", 6), rowOf("b", "1", 20), rowOf("c", "1", 11),
            rowOf("d", "1", 1), rowOf("e", "1", 1), rowOf("f", "1", 1), rowOf("g", "1", 0)});
    const std::vector<JobSize> expected{
        {"b", 20, 1}, {"a", 11, 2}, {"c", 11, 1}, {"d", 1, 1}, {"e", 1, 1}, {"f", 1, 1}};
    QCOMPARE(overviewOf(groups, {}).jobs, expected);
}

void TestOverview::looksAtTheWordsOfTheFilterOnly()
{
    GroupModel groups(m_words);
    fill(groups, {rowOf("a", "1", 1), rowOf("b", "1", 2)});
    GroupFilter filter = *GroupFilter::ofLine(u"{job=\"a\"} age>5m"_s);
    filter.state = GroupState::Stale;
    const Overview overview = overviewOf(groups, filter);
    QCOMPARE(overview.states.total(), 1);
    QCOMPARE(overview.jobs, (std::vector<JobSize>{{"a", 1, 1}}));
}

void TestOverview::agreesWithAPlainCount()
{
    GroupModel groups(m_words);
    groups.setNow(atSecond(1100));
    RandomGroups history(3);
    for (int step = 0; step < 40; ++step) {
        groups.apply(history.step());
        const Overview overview = overviewOf(groups, {});
        QCOMPARE(overview.states, groups.counts());
        int aged = 0;
        for (const AgeBin& bin : overview.ages)
            aged += bin.states.total();
        QCOMPARE(aged, groups.rowCount());
        std::map<QByteArray, qint64> jobs;
        for (const auto& [key, row] : history.rows())
            jobs[key.labels().value("job")->toByteArray()] += row->series;
        QCOMPARE(overview.jobs.size(), std::min(jobs.size(), kMostJobs));
        for (const JobSize& job : overview.jobs)
            QCOMPARE(job.series, jobs[job.job]);
    }
}

QTEST_GUILESS_MAIN(TestOverview)
#include "tst_overview.moc"
