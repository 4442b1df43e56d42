// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/state_watch.h"
#include "tests/core/browse/rows.h"

#include <QTest>

#include <map>

using namespace pushgate;
using namespace pushgate::core;
using tests::atSecond;
using tests::browseKey;

class TestStateWatch : public QObject {
    Q_OBJECT

private slots:
    void tellsNothingAtFirst();
    void tellsWhatTurns();
    void tellsWhatTurnsWithTime();
    void tellsNewGroupsInNeed();
    void tellsNothingTwice();
    void tellsAgainAfterARecovery();
    void tellsTheMostUrgentFirst();
    void forgets();
    void agreesWithAPlainOne_data();
    void agreesWithAPlainOne();

private:
    tests::PlainWords m_words;
};

namespace {

enum class Push { Good, Bad };

GroupRowPtr rowOf(const QByteArray& job, Push push, std::optional<int> staleAfterSeconds = {})
{
    GroupRow row(browseKey(job));
    row.pushTime = atSecond(1000);
    row.lastPushSuccessful = push == Push::Good;
    if (staleAfterSeconds)
        row.staleAfter = std::chrono::seconds(*staleAfterSeconds);
    return std::make_shared<const GroupRow>(row);
}

GroupChanges some(std::vector<GroupRowPtr> rows)
{
    return {GroupChanges::Scope::Some, std::move(rows), {}};
}

} // namespace

void TestStateWatch::tellsNothingAtFirst()
{
    GroupModel groups(m_words);
    groups.setNow(atSecond(1001));
    groups.apply(some({rowOf("a", Push::Bad), rowOf("b", Push::Good)}));
    StateWatch watch;
    QVERIFY(watch.update(groups).empty());
    QVERIFY(watch.update(groups).empty());
}

void TestStateWatch::tellsWhatTurns()
{
    GroupModel groups(m_words);
    groups.setNow(atSecond(1001));
    groups.apply(some({rowOf("a", Push::Good), rowOf("b", Push::Good), rowOf("c", Push::Good)}));
    StateWatch watch;
    watch.update(groups);
    groups.apply(some({rowOf("b", Push::Bad), rowOf("c", Push::Good)}));
    const auto turned = watch.update(groups);
    QCOMPARE(turned.size(), size_t(1));
    QCOMPARE(turned[0].key, browseKey("b"));
    QCOMPARE(turned[0].state, GroupState::Failed);
}

void TestStateWatch::tellsWhatTurnsWithTime()
{
    GroupModel groups(m_words);
    groups.setNow(atSecond(1001));
    groups.apply(some({rowOf("a", Push::Good, 60)}));
    StateWatch watch;
    watch.update(groups);
    groups.setNow(atSecond(1060));
    QVERIFY(watch.update(groups).empty());
    groups.setNow(atSecond(1061));
    const auto turned = watch.update(groups);
    QCOMPARE(turned.size(), size_t(1));
    QCOMPARE(turned[0].state, GroupState::Stale);
}

void TestStateWatch::tellsNewGroupsInNeed()
{
    GroupModel groups(m_words);
    StateWatch watch;
    watch.update(groups);
    groups.apply(some({rowOf("a", Push::Bad), rowOf("b", Push::Good)}));
    QCOMPARE(watch.update(groups).size(), size_t(1));
}

void TestStateWatch::tellsNothingTwice()
{
    GroupModel groups(m_words);
    groups.setNow(atSecond(1001));
    groups.apply(some({rowOf("a", Push::Good, 60)}));
    StateWatch watch;
    watch.update(groups);
    groups.setNow(atSecond(1061));
    QCOMPARE(watch.update(groups).size(), size_t(1));
    QVERIFY(watch.update(groups).empty());
    groups.apply(some({rowOf("a", Push::Bad, 60)})); // in need already, for another reason
    QVERIFY(watch.update(groups).empty());
}

void TestStateWatch::tellsAgainAfterARecovery()
{
    GroupModel groups(m_words);
    groups.apply(some({rowOf("a", Push::Bad)}));
    StateWatch watch;
    watch.update(groups);
    groups.apply(some({rowOf("a", Push::Good)}));
    QVERIFY(watch.update(groups).empty());
    groups.apply(some({rowOf("a", Push::Bad)}));
    QCOMPARE(watch.update(groups).size(), size_t(1));
}

void TestStateWatch::tellsTheMostUrgentFirst()
{
    GroupModel groups(m_words);
    groups.setNow(atSecond(1061));
    StateWatch watch;
    watch.update(groups);
    groups.apply(
        some({rowOf("a", Push::Good, 60), rowOf("b", Push::Bad), rowOf("c", Push::Good, 60)}));
    const auto turned = watch.update(groups);
    QCOMPARE(turned.size(), size_t(3));
    QCOMPARE(turned[0].key, browseKey("b"));
    QCOMPARE(turned[1].key, browseKey("a"));
    QCOMPARE(turned[2].key, browseKey("c"));
}

void TestStateWatch::forgets()
{
    GroupModel groups(m_words);
    StateWatch watch;
    watch.update(groups);
    watch.forget();
    groups.apply(some({rowOf("a", Push::Bad)}));
    QVERIFY(watch.update(groups).empty());
    groups.apply(some({rowOf("b", Push::Bad)}));
    QCOMPARE(watch.update(groups).size(), size_t(1));
}

void TestStateWatch::agreesWithAPlainOne_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 20; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestStateWatch::agreesWithAPlainOne()
{
    QFETCH(const quint32, seed);
    tests::RandomGroups random(seed);
    GroupModel groups(m_words);
    StateWatch watch;
    std::map<GroupingKey, GroupState> before;
    watch.update(groups);
    for (int round = 0; round < 60; ++round) {
        groups.setNow(atSecond(1000 + 3 * round));
        groups.apply(random.step());
        std::map<GroupingKey, GroupState> expected;
        std::map<GroupingKey, GroupState> after;
        for (int row = 0; row < groups.rowCount(); ++row) {
            const GroupingKey& key = groups.group(row)->key;
            const auto old = before.find(key);
            after[key] = groups.state(row);
            if (after[key] != GroupState::Fresh
                && (old == before.end() || old->second == GroupState::Fresh))
                expected[key] = after[key];
        }
        std::map<GroupingKey, GroupState> told;
        for (const TurnedGroup& group : watch.update(groups))
            told[group.key] = group.state;
        QCOMPARE(told, expected);
        before = after;
    }
}

QTEST_GUILESS_MAIN(TestStateWatch)
#include "tst_state_watch.moc"
