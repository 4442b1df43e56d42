// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/persist/schema.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <array>

using namespace pushgate;
using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array kFirst{"ALTER TABLE groups ADD COLUMN first TEXT DEFAULT 'one'"};
constexpr std::array kSecond{
    "ALTER TABLE groups ADD COLUMN second TEXT", "UPDATE groups SET second = first || ' two'"};
constexpr std::array kBroken{"ALTER TABLE groups ADD COLUMN third TEXT", "UPDATE absent SET x = 1"};
constexpr std::array kSteps{Migration{1, kFirst}, Migration{2, kSecond}};
constexpr std::array kBrokenSteps{
    Migration{1, kFirst}, Migration{2, kSecond}, Migration{3, kBroken}};

} // namespace

class TestSchema : public QObject {
    Q_OBJECT

private slots:
    void init();
    void startsAtTheCurrentVersion();
    void migratesFromTheFirstVersion();
    void migratesFromAVersionBetween();
    void leavesTheFileAloneIfAStepFails();
    void refusesNewerFiles();
    void hasAStepForEachVersion();

private:
    QByteArray text(const char* sql) { return m_connection->value(sql)->toByteArray(); }
    int version() { return text("SELECT value FROM meta WHERE key = 'format_version'").toInt(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SqlConnection> m_connection;
};

void TestSchema::init()
{
    m_connection.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_connection = *SqlConnection::open(
        QFile::encodeName(m_folder->filePath(u"file"_s)), SqlConnection::Mode::ReadWrite);
    QVERIFY(createSchema(*m_connection, "0123"));
    QVERIFY(m_connection->run("INSERT INTO groups (labels, key) VALUES ('{}', x'00')"));
}

void TestSchema::startsAtTheCurrentVersion()
{
    QCOMPARE(version(), kFormatVersion);
    QCOMPARE(text("PRAGMA application_id").toInt(), kApplicationId);
    QCOMPARE(text("SELECT value FROM meta WHERE key = 'epoch'"), "0123"_ba);
    QVERIFY(migrate(*m_connection, migrations()));
    QCOMPARE(version(), kFormatVersion);
}

void TestSchema::migratesFromTheFirstVersion()
{
    QVERIFY(migrate(*m_connection, kSteps));
    QCOMPARE(version(), 3);
    QCOMPARE(text("SELECT second FROM groups"), "one two"_ba);
}

void TestSchema::migratesFromAVersionBetween()
{
    QVERIFY(migrate(*m_connection, std::span(kSteps).first(1)));
    QCOMPARE(version(), 2);
    QVERIFY(migrate(*m_connection, kSteps));
    QCOMPARE(version(), 3);
    QCOMPARE(text("SELECT second FROM groups"), "one two"_ba);
}

void TestSchema::leavesTheFileAloneIfAStepFails()
{
    const core::Status migrated = migrate(*m_connection, kBrokenSteps);
    QVERIFY(!migrated);
    QCOMPARE(migrated.error().message, "no such table: absent"_ba);
    QCOMPARE(version(), 1);
    QVERIFY(!m_connection->value("SELECT first FROM groups"));
}

void TestSchema::refusesNewerFiles()
{
    QVERIFY(m_connection->run("UPDATE meta SET value = 7 WHERE key = 'format_version'"));
    const core::Status migrated = migrate(*m_connection, kSteps);
    QVERIFY(!migrated);
    QCOMPARE(migrated.error().message,
        "it has the format version 7, and this program knows those up to 3: use the newer program "
        "that wrote it"_ba);
}

void TestSchema::hasAStepForEachVersion()
{
    const auto steps = migrations();
    QCOMPARE(steps.size(), size_t(kFormatVersion - 1));
    for (size_t i = 0; i < steps.size(); ++i)
        QCOMPARE(size_t(steps[i].from), i + 1);
}

QTEST_GUILESS_MAIN(TestSchema)
#include "tst_schema.moc"
