// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/persist/store_backup.h"
#include "daemon/persist/store_file.h"
#include "tests/support/files.h"
#include "tests/support/group_text.h"
#include "tests/support/random_pushes.h"

#include <QTest>

using namespace pushgate;
using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

namespace {

bool makeStore(const QByteArray& path, const std::vector<core::GroupPtr>& groups)
{
    return bool(StoreFile::create(path, groups, 5, StoreFile::IfThere::Refuse));
}

} // namespace

class TestStoreBackup : public QObject {
    Q_OBJECT

private slots:
    void equalsTheStore();
    void copiesWhatIsCommitted();
    void replacesNothing();
    void refusesADamagedStore();
    void needsAStore();
};

void TestStoreBackup::equalsTheStore()
{
    const tests::Folder folder;
    const auto groups = tests::groupsAfter(300, 21);
    QVERIFY(makeStore(folder.at("store"), groups));
    QVERIFY(bool(StoreFile::open(folder.at("store")))); // from now on it keeps a log beside it
    const core::Status done = backUpStore(folder.at("store"), folder.at("copy"));
    QVERIFY2(bool(done), done ? "" : done.error().message.constData());
    QCOMPARE(folder.names(), "copy store"_ba);
    const auto copy = StoreFile::open(folder.at("copy"));
    const auto store = StoreFile::open(folder.at("store"));
    QVERIFY(copy && store);
    QCOMPARE(tests::groupTexts(*(*copy)->groups()), tests::groupTexts(groups));
    QCOMPARE((*copy)->revision(), quint64{5});
    QCOMPARE((*copy)->epoch(), (*store)->epoch());
}

/// Also what is only in the log of a store in use, and nothing that is not committed yet.
void TestStoreBackup::copiesWhatIsCommitted()
{
    const tests::Folder folder;
    QVERIFY(makeStore(folder.at("store"), tests::groupsAfter(50, 22)));
    const auto inUse = StoreFile::open(folder.at("store"));
    QVERIFY(bool(inUse));
    SqlConnection& connection = (*inUse)->connection();
    QVERIFY(connection.run("UPDATE meta SET value = 9 WHERE key = 'revision'"));
    QVERIFY(connection.run("BEGIN IMMEDIATE"));
    QVERIFY(connection.run("UPDATE meta SET value = 10 WHERE key = 'revision'"));
    const core::Status done = backUpStore(folder.at("store"), folder.at("copy"));
    QVERIFY2(bool(done), done ? "" : done.error().message.constData());
    QCOMPARE((*StoreFile::open(folder.at("copy")))->revision(), quint64{9});
}

void TestStoreBackup::replacesNothing()
{
    const tests::Folder folder;
    QVERIFY(makeStore(folder.at("store"), {}));
    for (const QByteArray& old : {"old"_ba, ""_ba}) {
        QVERIFY(tests::writeFile(folder.at("copy"), old));
        const core::Status done = backUpStore(folder.at("store"), folder.at("copy"));
        QVERIFY(!done);
        QVERIFY(done.error().message.contains("is there already"));
        QCOMPARE(tests::contentOf(folder.at("copy")), old);
    }
}

void TestStoreBackup::refusesADamagedStore()
{
    const tests::Folder folder;
    QVERIFY(makeStore(folder.at("store"), tests::groupsAfter(300, 23)));
    const QByteArray whole = tests::contentOf(folder.at("store"));
    QVERIFY(tests::writeFile(folder.at("store"), whole.first(whole.size() / 2)));
    const core::Status done = backUpStore(folder.at("store"), folder.at("copy"));
    QVERIFY(!done);
    QCOMPARE(folder.names().contains("copy"), false);
}

void TestStoreBackup::needsAStore()
{
    const tests::Folder folder;
    QVERIFY(tests::writeFile(folder.at("text"), "a text"));
    for (const char* name : {"text", "absent"}) {
        const core::Status done = backUpStore(folder.at(name), folder.at("copy"));
        QVERIFY(!done);
        QVERIFY(done.error().message.startsWith("cannot read the persistence file "));
    }
    QCOMPARE(folder.names(), "text"_ba);
}

QTEST_GUILESS_MAIN(TestStoreBackup)
#include "tst_store_backup.moc"
