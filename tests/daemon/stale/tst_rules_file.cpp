// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/stale/rules_file.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace pushgate;
using namespace pushgate::daemon;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

class TestRulesFile : public QObject {
    Q_OBJECT
private slots:
    void reads();
    void takesNothingAsNoRules_data();
    void takesNothingAsNoRules();
    void saysWhichLineIsWrong_data();
    void saysWhichLineIsWrong();
    void namesTheFile();
};

void TestRulesFile::reads()
{
    const auto rules = parseRules(R"(
rules:                      # the first that matches a group holds for it
  - match: '{job=~"nightly_.*"}'
    stale_after: 26h
    delete_after: 7d
  - {match: '{job="x",instance=""}', delete_after: 1h30m}
default:
  stale_after: 0s
)"_ba);
    QVERIFY2(rules, rules ? "" : rules.error().message.constData());
    QCOMPARE(rules->rules.size(), size_t{2});
    const auto limitsOf = [&](std::vector<core::Label> labels) {
        return rules->limitsOf(*core::Labels::from(std::move(labels)));
    };
    QCOMPARE(limitsOf({{"job", "nightly_db"}}), (core::StalenessLimits{26h, 7 * 24h}));
    QCOMPARE(limitsOf({{"job", "x"}}), (core::StalenessLimits{{}, 90min}));
    QCOMPARE(limitsOf({{"job", "other"}}), core::StalenessLimits());
}

void TestRulesFile::takesNothingAsNoRules_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("comment") << "# nothing yet\n"_ba;
    QTest::newRow("empty list") << "rules: []\n"_ba;
    QTest::newRow("no list") << "rules:\n"_ba;
    QTest::newRow("zeros") << "default: {stale_after: 0, delete_after: 0s}\n"_ba;
}

void TestRulesFile::takesNothingAsNoRules()
{
    QFETCH(const QByteArray, yaml);
    const auto rules = parseRules(yaml);
    QVERIFY2(rules, rules ? "" : rules.error().message.constData());
    QVERIFY(rules->rules.empty());
    QCOMPARE(rules->fallback, core::StalenessLimits());
    QVERIFY(!rules->canDelete());
}

void TestRulesFile::saysWhichLineIsWrong_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QByteArray>("why");
    const auto row = [](const char* name, const char* yaml, const char* why) {
        QTest::newRow(name) << QByteArray(yaml) << QByteArray(why);
    };
    row("unknown key at the top", "rules: []\nrule: []\n",
        "line 2: unknown key \"rule\" in the file");
    row("unknown key in a rule", "rules:\n  - match: '{job=\"a\"}'\n    stale: 1h\n",
        "line 3: unknown key \"stale\" in a rule");
    row("unknown key in the default", "default:\n  match: x\n",
        "line 2: unknown key \"match\" in default");
    row("key given twice", "default:\n  stale_after: 1h\n  stale_after: 2h\n",
        "line 3: \"stale_after\" is given twice");
    row("bad duration", "rules:\n  - match: '{job=\"a\"}'\n    delete_after: 7 days\n",
        "line 3: invalid duration \"7 days\" at position 2: unknown unit \" days\"");
    row("bad selector", "rules:\n  - stale_after: 1h\n\n    match: '{job}'\n",
        "line 4: invalid selector at position 5: expected =, !=, =~ or !~");
    row("no match", "rules:\n\n  - stale_after: 1h\n", "line 3: a rule needs \"match\"");
    row("rules are no list", "rules: 5\n", "line 1: expected a list of rules");
    row("rule is no object", "rules:\n  - 5\n", "line 2: expected an object for a rule");
    row("file is no object", "- 5\n", "line 1: expected an object for the file");
    row("selector is a list", "rules:\n  - match: [a]\n", "line 2: expected a selector");
    row("duration is a list", "default:\n  stale_after: [1h]\n", "line 2: expected a duration");
    row("two documents", "rules: []\n---\nrules: []\n", "line 3: there is more than one document");
    row("no YAML", "default:\n  a: b: c\n", "line 2: illegal map value");
}

void TestRulesFile::saysWhichLineIsWrong()
{
    QFETCH(const QByteArray, yaml);
    QFETCH(const QByteArray, why);
    const auto rules = parseRules(yaml);
    QVERIFY(!rules);
    QCOMPARE(rules.error().kind, core::Error::Kind::BadRequest);
    QCOMPARE(rules.error().message, why);
}

void TestRulesFile::namesTheFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"rules.yml"_s);
    const QByteArray name = QFile::encodeName(path);
    const auto missing = readRulesFile(name);
    QVERIFY(!missing);
    QVERIFY2(missing.error().message.startsWith("cannot read " + name + ": "),
        missing.error().message.constData());

    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("x: 1\n");
    file.close();
    const auto wrong = readRulesFile(name);
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().message, name + ": line 1: unknown key \"x\" in the file");
}

QTEST_APPLESS_MAIN(TestRulesFile)
#include "tst_rules_file.moc"
