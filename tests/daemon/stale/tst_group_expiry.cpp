// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/log/logger.h"
#include "daemon/stale/group_expiry.h"
#include "daemon/telemetry/group_metrics.h"
#include "tests/support/fixed_clock.h"
#include "tests/support/push_text.h"

#include <QtTest>

using namespace pushgate;
using namespace pushgate::daemon;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kNow = 1'700'000'000;

/// `name{a="b"} 1` for each metric of the families.
QList<QByteArray> linesOf(const std::vector<core::MetricFamily>& families)
{
    QList<QByteArray> lines;
    for (const core::MetricFamily& family : families) {
        for (size_t row = 0; row < family.metricCount(); ++row) {
            QByteArray labels;
            for (const core::LabelView& label : family.metric(row).labels()) {
                labels += labels.isEmpty() ? "" : ",";
                labels += label.name.toByteArray() + '=' + label.value.toByteArray();
            }
            const auto value = family.metric(row).plain(core::payloadOf(family.type()));
            lines.append(family.name() + '{' + labels + "} " + QByteArray::number(*value));
        }
    }
    return lines;
}

} // namespace

class TestGroupExpiry : public QObject {
    Q_OBJECT

    void setRules(std::vector<core::StalenessRules::Rule> rules);

    core::NoChangeSink m_sink;
    tests::FixedClock m_clock{kNow};
    QByteArray m_log;
    std::unique_ptr<Logger> m_logger;
    std::unique_ptr<core::MetricStore> m_store;
    std::unique_ptr<core::GroupCatalog> m_catalog;
    std::unique_ptr<RulesInForce> m_rules;
    std::unique_ptr<RenderPool> m_pool;
    std::unique_ptr<GroupExpiry> m_expiry;

private slots:
    void init();
    void cleanup();
    void deletesWhatHasExpired();
    void deletesByItselfInTime();
    void exposesStates();
    void exposesSingleGroupsIfToldSo();
    void leavesOutWhatClientsPushed();
};

void TestGroupExpiry::init()
{
    m_log.clear();
    m_logger = std::make_unique<Logger>(
        Logger::Settings{}, m_clock, [this](const QByteArray& line) { m_log += line; });
    m_store = std::make_unique<core::MetricStore>(std::vector<core::OwnFamily>{}, m_sink);
    m_catalog = std::make_unique<core::GroupCatalog>();
    m_rules = std::make_unique<RulesInForce>();
    m_pool = std::make_unique<RenderPool>(1);
    m_expiry = std::make_unique<GroupExpiry>(
        GroupExpiry::Parts{*m_store, *m_catalog, *m_rules, m_clock, *m_logger, *m_pool});
}

void TestGroupExpiry::cleanup()
{
    m_pool.reset();
}

void TestGroupExpiry::setRules(std::vector<core::StalenessRules::Rule> rules)
{
    m_rules->replace(
        std::make_shared<const core::StalenessRules>(core::StalenessRules{std::move(rules), {}}));
}

void TestGroupExpiry::deletesWhatHasExpired()
{
    QVERIFY(tests::pushText(*m_store, "/job/old/instance/i\"1", "m 1\n", kNow - 101));
    QVERIFY(tests::pushText(*m_store, "/job/young", "m 1\n", kNow - 100));
    QVERIFY(tests::pushText(*m_store, "/job/kept", "m 1\n", kNow - 1'000));
    m_expiry->sweep();
    QCOMPARE(m_store->snapshot()->groups.size(), size_t{3});

    setRules({{*core::Selector::parse(R"({job=~"old|young"})"), {{}, 100s}}});
    m_expiry->sweep();
    QCOMPARE(m_store->snapshot()->groups.size(), size_t{2});
    QCOMPARE(m_expiry->expired(), quint64{1});
    QVERIFY2(m_log.contains("level=info") && m_log.contains("deleted a group that has expired")
            && m_log.contains(R"(job=\"old\")"),
        m_log.constData());
    m_expiry->sweep();
    QCOMPARE(m_expiry->expired(), quint64{1});
}

void TestGroupExpiry::deletesByItselfInTime()
{
    QVERIFY(2 * GroupExpiry::kInterval < 10s);
    QVERIFY(tests::pushText(*m_store, "/job/old", "m 1\n", kNow - 101));
    setRules({{*core::Selector::parse(R"({job="old"})"), {{}, 100s}}});
    m_expiry->start();
    QTRY_VERIFY_WITH_TIMEOUT(m_store->snapshot()->groups.empty(), 10'000);
    m_expiry->stop();
}

void TestGroupExpiry::exposesStates()
{
    QVERIFY(tests::pushText(*m_store, "/job/a", "m 1\n", kNow - 50));
    QVERIFY(tests::pushText(*m_store, "/job/b", "m 1\n", kNow - 500));
    QVERIFY(!tests::pushText(*m_store, "/job/c", "m 1\nm 1\n", kNow - 5));
    setRules({{*core::Selector::parse(R"({job="b"})"), {100s, {}}}});
    const GroupMetrics metrics(
        *m_catalog, *m_rules, *m_expiry, m_clock, GroupMetrics::PerGroup::Off);
    QCOMPARE(linesOf(metrics.families(m_store->snapshot())),
        (QList<QByteArray>{"pushgate_groups{state=failed} 1", "pushgate_groups{state=fresh} 1",
            "pushgate_groups{state=overdue} 0", "pushgate_groups{state=stale} 1",
            "pushgate_groups_expired_total{} 0"}));
}

void TestGroupExpiry::exposesSingleGroupsIfToldSo()
{
    for (int i = 10; i > 0; --i)
        QVERIFY(tests::pushText(*m_store, "/job/a/x/1", "m 1\n", kNow - 3'000 - i * 600));
    QVERIFY(tests::pushText(*m_store, "/job/b/instance/i", "m 1\n", kNow));
    const GroupMetrics metrics(
        *m_catalog, *m_rules, *m_expiry, m_clock, GroupMetrics::PerGroup::On);
    QCOMPARE(linesOf(metrics.families(m_store->snapshot())).mid(5),
        (QList<QByteArray>{"push_interval_seconds{instance=,job=a,x=1} 600",
            "push_overdue{instance=i,job=b} 0", "push_overdue{instance=,job=a,x=1} 1"}));
}

void TestGroupExpiry::leavesOutWhatClientsPushed()
{
    QVERIFY(tests::pushText(*m_store, "/job/a", "# TYPE push_overdue gauge\npush_overdue 1\n"));
    const GroupMetrics metrics(
        *m_catalog, *m_rules, *m_expiry, m_clock, GroupMetrics::PerGroup::On);
    QCOMPARE(linesOf(metrics.families(m_store->snapshot())).mid(5), QList<QByteArray>{});

    const auto isNamed = [](const char* name) {
        return [name](const core::OwnFamily& family) { return family.name == name; };
    };
    const auto with = ownFamiliesWith(GroupMetrics::PerGroup::On);
    const auto without = ownFamiliesWith(GroupMetrics::PerGroup::Off);
    QCOMPARE(with.size(), without.size() + 2);
    QVERIFY(std::any_of(with.begin(), with.end(), isNamed("push_overdue")));
    QVERIFY(std::none_of(without.begin(), without.end(), isNamed("push_overdue")));
}

QTEST_GUILESS_MAIN(TestGroupExpiry)
#include "tst_group_expiry.moc"
