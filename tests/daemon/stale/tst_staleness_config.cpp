// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/log/logger.h"
#include "daemon/stale/staleness_config.h"
#include "tests/support/fixed_clock.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace pushgate;
using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

class TestStalenessConfig : public QObject {
    Q_OBJECT

    void write(const QByteArray& text) const;
    size_t rules() const { return m_rules.current()->rules.size(); }

    QTemporaryDir m_folder;
    QByteArray m_path = QFile::encodeName(m_folder.filePath(u"rules.yml"_s));
    tests::FixedClock m_clock{1'700'000'000};
    QByteArray m_log;
    Logger m_logger{{}, m_clock, [this](const QByteArray& line) { m_log += line; }};
    RulesInForce m_rules;

private slots:
    void putsRulesInForceAndKeepsThemFromHarm();
    void needsNoFile();
};

void TestStalenessConfig::write(const QByteArray& text) const
{
    QFile file(QFile::decodeName(m_path));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

void TestStalenessConfig::putsRulesInForceAndKeepsThemFromHarm()
{
    StalenessConfig config(m_path, m_rules, m_logger);
    QVERIFY(!config.load()); // no such file
    QCOMPARE(rules(), size_t{0});

    write("rules:\n  - match: '{job=\"a\"}'\n    stale_after: 1h\n");
    QVERIFY(config.load());
    QCOMPARE(rules(), size_t{1});
    const auto before = m_rules.current();
    QVERIFY2(m_log.contains("msg=\"loaded the rules of staleness\""), m_log.constData());

    m_log.clear();
    write("rules:\n  - match: '{job=\"a\"}'\n    stale_after: soon\n");
    const core::Status wrong = config.load();
    QVERIFY(!wrong);
    QVERIFY2(wrong.error().message.contains("line 3: invalid duration"),
        wrong.error().message.constData());
    QVERIFY2(m_log.contains("level=error") && m_log.contains("line 3"), m_log.constData());
    QCOMPARE(m_rules.current(), before);

    write("");
    QVERIFY(config.load());
    QCOMPARE(rules(), size_t{0});
}

void TestStalenessConfig::needsNoFile()
{
    RulesInForce rules;
    StalenessConfig config({}, rules, m_logger);
    const auto before = rules.current();
    QVERIFY(config.load());
    QCOMPARE(rules.current(), before);
}

QTEST_APPLESS_MAIN(TestStalenessConfig)
#include "tst_staleness_config.moc"
