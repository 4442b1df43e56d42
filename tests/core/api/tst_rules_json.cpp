// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/rules_json.h"

#include <QTest>

using namespace pushgate::core;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

class TestRulesJson : public QObject {
    Q_OBJECT

    static constexpr TimePoint kNow{1'700'000'000s};

private slots:
    void showsThatThereAreNone();
    void showsRulesInTheirOrder();
};

void TestRulesJson::showsThatThereAreNone()
{
    QCOMPARE(renderRulesJson({}, kNow),
        R"({"rules":[],"default":{"stale_after_seconds":null,"delete_after_seconds":null},)"
        R"("now":1700000000})"_ba);
}

void TestRulesJson::showsRulesInTheirOrder()
{
    StalenessRules rules;
    rules.rules.push_back({*Selector::parse(R"({job=~"nightly_.*"})"), {26h, 7 * 24h}});
    rules.rules.push_back({*Selector::parse(R"({job="b"})"), {std::nullopt, 1500ms}});
    rules.fallback.staleAfter = 1h;
    QCOMPARE(renderRulesJson(rules, kNow),
        R"({"rules":[{"match":"{job=~\"nightly_.*\"}","stale_after_seconds":93600,)"
        R"("delete_after_seconds":604800},)"
        R"({"match":"{job=\"b\"}","stale_after_seconds":null,"delete_after_seconds":1.5}],)"
        R"("default":{"stale_after_seconds":3600,"delete_after_seconds":null},)"
        R"("now":1700000000})"_ba);
}

QTEST_APPLESS_MAIN(TestRulesJson)
#include "tst_rules_json.moc"
