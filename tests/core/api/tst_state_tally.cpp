// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/group_catalog.h"
#include "core/store/metric_store.h"
#include "tests/support/push_text.h"

#include <QTest>

#include <random>

using namespace pushgate::core;
using namespace pushgate::tests;
using namespace std::chrono_literals;

namespace {

constexpr qint64 kStart = 1'700'000'000;

TimePoint at(qint64 seconds)
{
    return TimePoint(std::chrono::seconds(kStart + seconds));
}

/// Group by group, without anything kept.
StateCounts recount(const ListedGroups& groups, TimePoint now)
{
    StateCounts counts;
    groups.forEach([&](const ListedGroupPtr& group) { counts.add(group->standing().at(now)); });
    return counts;
}

StalenessRulesPtr someRules()
{
    StalenessRules rules;
    rules.rules.push_back({*Selector::parse(R"({job=~"1.*"})"), {100s, {}}});
    rules.rules.push_back({*Selector::parse(R"({job=~"2.*"})"), {3000s, {}}});
    return std::make_shared<const StalenessRules>(std::move(rules));
}

} // namespace

class TestStateTally : public QObject {
    Q_OBJECT

    NoChangeSink m_sink;
    MetricStore m_store{{}, m_sink};
    GroupCatalog m_catalog;

private slots:
    void holdsUntilTheInstantOfAChange();
    void equalsARecount_data();
    void equalsARecount();
};

void TestStateTally::holdsUntilTheInstantOfAChange()
{
    QVERIFY(pushText(m_store, "/job/10", "m 1\n", kStart));
    const auto groups = m_catalog.of(m_store.snapshot(), someRules());
    const auto fresh
        = [&](TimePoint now) { return groups->countStates(now).of(GroupState::Fresh); };
    QCOMPARE(fresh(at(0)), 1);
    QCOMPARE(fresh(at(100)), 1);
    QCOMPARE(fresh(at(100) + 1ns), 0);
    QCOMPARE(fresh(at(1'000)), 0);
    QCOMPARE(fresh(at(50)), 1); // a clock that was set back
}

void TestStateTally::equalsARecount_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 4; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestStateTally::equalsARecount()
{
    QFETCH(const unsigned, seed);
    std::mt19937 random(seed);
    MetricStore store({}, m_sink);
    const StalenessRulesPtr rules = someRules();
    qint64 now = 0;
    for (int step = 0; step < 1'000; ++step) {
        const QByteArray path = "/job/" + QByteArray::number(random() % 300);
        now += qint64(random() % 40);
        const auto kind = random() % 20;
        if (kind == 0)
            store.remove(*GroupingKey::from(*Labels::from({{"job", path.mid(5)}})));
        else if (kind == 1)
            (void)pushText(store, path, "m 1\nm 1\n", kStart + now);
        else
            QVERIFY(pushText(store, path, "m 1\n", kStart + now));
        const TimePoint asked = at(now + qint64(random() % 400) - 100);
        const auto groups = m_catalog.of(store.snapshot(), rules);
        QCOMPARE(groups->countStates(asked), recount(*groups, asked));
    }
    // Every state was among what was counted.
    const auto groups = m_catalog.of(store.snapshot(), rules);
    for (const GroupState state : {GroupState::Failed, GroupState::Stale, GroupState::Fresh})
        QVERIFY(groups->countStates(at(now)).of(state) > 0);
}

QTEST_APPLESS_MAIN(TestStateTally)
#include "tst_state_tally.moc"
