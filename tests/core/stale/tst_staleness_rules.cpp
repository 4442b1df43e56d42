// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stale/staleness_rules.h"

#include <QTest>

using namespace pushgate::core;
using namespace std::chrono_literals;

class TestStalenessRules : public QObject {
    Q_OBJECT
private slots:
    void takesTheFirstThatMatches_data();
    void takesTheFirstThatMatches();
    void knowsWhetherItDeletes();
};

void TestStalenessRules::takesTheFirstThatMatches_data()
{
    QTest::addColumn<QByteArray>("job");
    QTest::addColumn<int>("staleHours"); // 0: none
    QTest::addColumn<int>("deleteHours");
    QTest::newRow("the first") << QByteArray("nightly_db") << 26 << 168;
    QTest::newRow("two match") << QByteArray("nightly_x") << 26 << 168;
    QTest::newRow("the second") << QByteArray("x") << 0 << 5;
    QTest::newRow("none") << QByteArray("other") << 1 << 0;
}

void TestStalenessRules::takesTheFirstThatMatches()
{
    QFETCH(const QByteArray, job);
    QFETCH(const int, staleHours);
    QFETCH(const int, deleteHours);
    const StalenessRules rules{{{*Selector::parse(R"({job=~"nightly_.*"})"), {26h, 168h}},
                                   {*Selector::parse(R"({job=~".*x"})"), {{}, 5h}}},
        {1h, {}}};
    const auto hours = [](int count) {
        return count > 0 ? std::optional<std::chrono::nanoseconds>(std::chrono::hours(count))
                         : std::nullopt;
    };
    QCOMPARE(rules.limitsOf(*Labels::from({{"job", job}})),
        (StalenessLimits{hours(staleHours), hours(deleteHours)}));
}

void TestStalenessRules::knowsWhetherItDeletes()
{
    const Selector any = *Selector::parse(R"({job=~".+"})");
    QVERIFY(!StalenessRules().canDelete());
    QVERIFY(!(StalenessRules{{{any, {1h, {}}}}, {1h, {}}}.canDelete()));
    QVERIFY((StalenessRules{{{any, {1h, {}}}, {any, {{}, 1h}}}, {}}.canDelete()));
    QVERIFY((StalenessRules{{}, {{}, 1h}}.canDelete()));
}

QTEST_APPLESS_MAIN(TestStalenessRules)
#include "tst_staleness_rules.moc"
