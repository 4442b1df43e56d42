// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/group_query.h"
#include "core/store/metric_store.h"
#include "tests/support/push_text.h"

#include <QTest>

#include <map>
#include <random>
#include <set>

using namespace pushgate::core;
using namespace pushgate::tests;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kStart = 1'700'000'000;

TimePoint at(qint64 seconds)
{
    return TimePoint(std::chrono::seconds(kStart + seconds));
}

/// A store with a listing of it.
class Listed {
public:
    void push(const QByteArray& job, qint64 when, int series = 1)
    {
        QByteArray text;
        for (int i = 0; i < series; ++i)
            text += "m{i=\"" + QByteArray::number(i) + "\"} 1\n";
        QVERIFY(pushText(m_store, "/job/" + job, text, kStart + when));
    }
    void fail(const QByteArray& job, qint64 when)
    {
        QVERIFY(!pushText(m_store, "/job/" + job, "m 1\nm 1\n", kStart + when));
    }
    void remove(const QByteArray& job)
    {
        m_store.remove(*GroupingKey::from(*Labels::from({{"job", job}})));
    }

    GroupPage select(const GroupQuery& query, TimePoint now)
    {
        return selectGroups(*m_catalog.of(m_store.snapshot(), m_rules), query, now);
    }

    void setRules(StalenessRules rules)
    {
        m_rules = std::make_shared<const StalenessRules>(std::move(rules));
    }

private:
    NoChangeSink m_sink;
    MetricStore m_store{{}, m_sink};
    GroupCatalog m_catalog;
    StalenessRulesPtr m_rules = std::make_shared<const StalenessRules>();
};

QByteArray jobOf(const ListedGroupPtr& group)
{
    return group->group()->key.labels().value("job")->toByteArray();
}

QByteArray jobsOf(const GroupPage& page)
{
    QList<QByteArray> jobs;
    for (const ListedGroupPtr& group : page.groups)
        jobs.append(jobOf(group));
    return jobs.join(' ');
}

GroupQuery sortedBy(QByteArrayView sort)
{
    GroupQuery query;
    query.sort = *GroupSort::fromName(sort);
    return query;
}

} // namespace

class TestGroupQuery : public QObject {
    Q_OBJECT
private slots:
    void sorts_data();
    void sorts();
    void sortsByJobBeforeAllElse();
    void filters();
    void countsStatesOfAllPages();
    void pagesOnce_data();
    void pagesOnce();
    void keepsTheAgesOfTheFirstPage();
    void reusesWhatDidNotChange();
    void followsTheRules();
};

void TestGroupQuery::sorts_data()
{
    QTest::addColumn<QByteArray>("sort");
    QTest::addColumn<QByteArray>("jobs");
    QTest::newRow("key") << "key"_ba
                         << "a b c d"_ba;
    QTest::newRow("key, descending") << "-key"_ba
                                     << "d c b a"_ba;
    QTest::newRow("age: the youngest first") << "age"_ba
                                             << "d b c a"_ba;
    QTest::newRow("age, descending, ties by key") << "-age"_ba
                                                  << "a b c d"_ba;
    QTest::newRow("series, ties by key") << "series"_ba
                                         << "b d a c"_ba;
    QTest::newRow("series, descending") << "-series"_ba
                                        << "c a b d"_ba;
    QTest::newRow("job") << "job"_ba
                         << "a b c d"_ba;
    QTest::newRow("job, descending") << "-job"_ba
                                     << "d c b a"_ba;
}

void TestGroupQuery::sorts()
{
    QFETCH(const QByteArray, sort);
    QFETCH(const QByteArray, jobs);
    Listed listed;
    listed.push("c", 20, 3);
    listed.push("a", 10, 2);
    listed.push("d", 30, 1);
    listed.push("b", 20, 1);
    QCOMPARE(jobsOf(listed.select(sortedBy(sort), at(100))), jobs);
    QVERIFY(!GroupSort::fromName("name"));
    QVERIFY(!GroupSort::fromName("--key"));
    QVERIFY(!GroupSort::fromName(""));
}

void TestGroupQuery::sortsByJobBeforeAllElse()
{
    Listed listed;
    listed.push("b/app/x", 10); // by its key it comes first: app is before job
    listed.push("a", 10);
    listed.push("ab", 10);
    QCOMPARE(jobsOf(listed.select(sortedBy("key"), at(100))), "b a ab");
    QCOMPARE(jobsOf(listed.select(sortedBy("job"), at(100))), "a ab b");
    QCOMPARE(jobsOf(listed.select(sortedBy("-job"), at(100))), "b ab a");
}

void TestGroupQuery::filters()
{
    Listed listed;
    listed.push("a1", 10);
    listed.push("a2", 60);
    listed.push("b1", 20);
    listed.fail("b1", 70);
    listed.fail("b2", 15);
    const auto jobs = [&listed](const GroupConditions& conditions) {
        return jobsOf(listed.select({conditions, {}, {}, {}}, at(100)));
    };
    QCOMPARE(jobs({}), "a1 a2 b1 b2"_ba);
    QCOMPARE(jobs({{*Selector::parse(R"({job=~"a."})")}, {}, {}}), "a1 a2"_ba);
    QCOMPARE(jobs({{*Selector::parse(R"({job="a2"})"), *Selector::parse(R"({job="b2"})")}, {}, {}}),
        "a2 b2"_ba);
    QCOMPARE(jobs({{}, GroupConditions::States("0001"), {}}), "b1 b2"_ba);
    QCOMPARE(jobs({{}, GroupConditions::States("1000"), {}}), "a1 a2"_ba);
    QCOMPARE(jobs({{}, {}, 80s}), "a1 b1 b2"_ba);
    const std::vector<QByteArray> keys{"job\xff"
                                       "a1",
        "job\xff"
        "b2",
        "job\xffnone"};
    QCOMPARE(jobs({{}, {}, {}, keys}), "a1 b2"_ba);
    QCOMPARE(jobs({{*Selector::parse(R"({job=~"a."})")}, {}, {}, keys}), "a1"_ba);
    QCOMPARE(jobs({{}, {}, 81s}), "a1 b2"_ba);
    QCOMPARE(jobs({{*Selector::parse(R"({job=~".1"})")}, GroupConditions::States("0001"), 80s}),
        "b1"_ba);
}

void TestGroupQuery::countsStatesOfAllPages()
{
    Listed listed;
    listed.push("a", 10);
    listed.push("b", 10);
    listed.fail("c", 10);
    listed.push("old", 1);
    GroupQuery query{{{}, GroupConditions::States("0001"), {}}, {}, 1, {}};
    GroupPage page = listed.select(query, at(20));
    QCOMPARE(jobsOf(page), "c"_ba);
    QVERIFY(!page.next);
    QCOMPARE(page.states.total(), 4);
    QCOMPARE(page.states.of(GroupState::Failed), 1);
    QCOMPARE(page.states.of(GroupState::Fresh), 3);
    query.limit = 0;
    page = listed.select(query, at(20));
    QCOMPARE(jobsOf(page), ""_ba);
    QCOMPARE(page.states.total(), 4);
}

void TestGroupQuery::pagesOnce_data()
{
    QTest::addColumn<QByteArray>("sort");
    for (const char* sort : {"key", "-key", "age", "-age", "series", "-series", "job", "-job"})
        QTest::newRow(sort) << QByteArray(sort);
}

/// Groups come, go and change between the pages: those that do none of it are met exactly once.
void TestGroupQuery::pagesOnce()
{
    QFETCH(const QByteArray, sort);
    std::mt19937 random(5);
    const auto below
        = [&random](int bound) { return static_cast<int>(random() % unsigned(bound)); };
    for (int round = 0; round < 12; ++round) {
        Listed listed;
        std::map<QByteArray, bool> untouched;
        for (int i = 0; i < 200; ++i) {
            const QByteArray job = QByteArray::number(below(1'000));
            listed.push(job, below(50), 1 + below(3));
            untouched[job] = true;
        }
        GroupQuery query = sortedBy(sort);
        query.limit = static_cast<size_t>(1 + below(40));
        std::map<QByteArray, int> met;
        qint64 now = 100;
        for (;;) {
            const GroupPage page = listed.select(query, at(now));
            QVERIFY(page.groups.size() <= *query.limit);
            for (const ListedGroupPtr& group : page.groups)
                ++met[jobOf(group)];
            if (!page.next)
                break;
            QCOMPARE(page.groups.size(), *query.limit);
            query.after = *GroupCursor::fromText(page.next->toText());
            QCOMPARE(*query.after, *page.next);
            for (int i = below(10); i > 0; --i) {
                const QByteArray job = QByteArray::number(below(1'000));
                untouched[job] = false;
                if (below(2) == 0)
                    listed.push(job, ++now, 1 + below(3));
                else
                    listed.remove(job);
            }
        }
        for (const auto& [job, isUntouched] : untouched)
            QVERIFY2(!isUntouched || met[job] == 1, job.constData());
    }
}

void TestGroupQuery::keepsTheAgesOfTheFirstPage()
{
    Listed listed;
    for (const char* job : {"a", "b", "c", "d"})
        listed.push(job, 10);
    listed.push("young", 40);
    GroupQuery query = sortedBy("-age");
    query.conditions.olderThan = 60s;
    query.limit = 2;
    GroupPage page = listed.select(query, at(80));
    QCOMPARE(jobsOf(page), "a b"_ba);
    query.after = page.next;
    page = listed.select(query, at(5'000));
    QCOMPARE(jobsOf(page), "c d"_ba);
    QVERIFY(!page.next);
}

void TestGroupQuery::reusesWhatDidNotChange()
{
    NoChangeSink sink;
    MetricStore store({}, sink);
    GroupCatalog catalog;
    const auto rules = std::make_shared<const StalenessRules>();
    for (int i = 0; i < 500; ++i)
        QVERIFY(pushText(store, "/job/" + QByteArray::number(i), "m 1\n", kStart));
    const auto before = catalog.of(store.snapshot(), rules);
    QCOMPARE(catalog.of(store.snapshot(), rules), before);
    QVERIFY(pushText(store, "/job/250", "m 2\n", kStart + 1));
    store.remove(*GroupingKey::from(*Labels::from({{"job", "7"}})));
    const auto after = catalog.of(store.snapshot(), rules);
    size_t reused = 0;
    size_t all = 0;
    after->forEach([&](const ListedGroupPtr& group) {
        ++all;
        reused += before->find(group->key()) == group ? 1U : 0U;
    });
    QCOMPARE(all, size_t(499));
    QCOMPARE(reused, size_t(498));
    QVERIFY(!after->find("nothing"));
    catalog.dropUnused();
    QCOMPARE(catalog.of(store.snapshot(), rules), after);
    catalog.dropUnused();
    catalog.dropUnused();
    QVERIFY(catalog.of(store.snapshot(), rules) != after);
}

void TestGroupQuery::followsTheRules()
{
    Listed listed;
    listed.push("a", 10);
    listed.push("b", 10);
    const GroupQuery stale{{{}, GroupConditions::States("0010"), {}}, {}, {}, {}};
    QCOMPARE(jobsOf(listed.select(stale, at(100))), ""_ba);
    listed.setRules({{{*Selector::parse(R"({job="b"})"), {60s, {}}}}, {}});
    QCOMPARE(jobsOf(listed.select(stale, at(100))), "b"_ba);
    QCOMPARE(jobsOf(listed.select(stale, at(70))), ""_ba);
}

QTEST_APPLESS_MAIN(TestGroupQuery)
#include "tst_group_query.moc"
