// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/persist/file_lock.h"
#include "daemon/persist/store_file.h"
#include "daemon/persist/store_import.h"
#include "daemon/telemetry/own_families.h"
#include "tests/support/files.h"
#include "tests/support/group_text.h"
#include "tests/support/random_pushes.h"

#include <QTest>

using namespace pushgate;
using namespace pushgate::core;
using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;
using pushgate::tests::contentOf;
using pushgate::tests::writeFile;

namespace {

QByteArray recorded(const char* name)
{
    return PUSHGATE_TEST_DATA "/gob/"_ba + name;
}

using Texts = std::map<QByteArray, QByteArray>;

Texts textsIn(const QByteArray& path)
{
    const auto file = StoreFile::open(path);
    return file ? tests::groupTexts(*(*file)->groups()) : Texts();
}

struct Imported {
    Result<ImportTotals> totals;
    QByteArrayList refused;
};

Imported importInto(
    const QByteArray& store, const QByteArray& source, Consistency check = Consistency::Checked)
{
    QByteArrayList refused;
    auto totals = importIntoStore({source, store, check, ownFamilies()},
        [&refused](const QByteArray& why) { refused.push_back(why); });
    return {std::move(totals), std::move(refused)};
}

} // namespace

class TestStoreImport : public QObject {
    Q_OBJECT

private slots:
    void makesAStore();
    void addsToAStore();
    void groupsThatAreThereStay();
    void refusesContradictions();
    void takesContradictionsUnchecked();
    void needsASource_data();
    void needsASource();
    void needsAStoreOfOurs_data();
    void needsAStoreOfOurs();
    void needsAStoreThatIsNotInUse();
    void takesAllOrNothing();
};

void TestStoreImport::makesAStore()
{
    const tests::Folder folder;
    const Imported done = importInto(folder.at("store"), recorded("every_type.gob"));
    QVERIFY2(bool(done.totals), done.totals ? "" : done.totals.error().message.constData());
    QCOMPARE(done.refused, QByteArrayList());
    QCOMPARE(done.totals->groups, qint64{8});
    QCOMPARE(textsIn(folder.at("store")).size(), size_t{8});
    QVERIFY(!contentOf(recorded("every_type.gob")).isEmpty());
}

void TestStoreImport::addsToAStore()
{
    const tests::Folder folder;
    const auto stored = tests::groupsAfter(200, 3);
    QVERIFY(bool(StoreFile::create(folder.at("store"), stored, 77, StoreFile::IfThere::Refuse)));
    const Imported done = importInto(folder.at("store"), recorded("every_type.gob"));
    QVERIFY2(bool(done.totals), done.totals ? "" : done.totals.error().message.constData());
    const Texts texts = textsIn(folder.at("store"));
    QCOMPARE(texts.size(), stored.size() + static_cast<size_t>(done.totals->groups));
    for (const auto& [key, text] : tests::groupTexts(stored))
        QCOMPARE(texts.at(key), text);
    const auto file = StoreFile::open(folder.at("store"));
    QCOMPARE((*file)->revision(), 77 + static_cast<quint64>(done.totals->groups));
}

void TestStoreImport::groupsThatAreThereStay()
{
    const tests::Folder folder;
    QVERIFY(bool(importInto(folder.at("store"), recorded("every_type.gob")).totals));
    const Texts before = textsIn(folder.at("store"));
    const Imported again = importInto(folder.at("store"), recorded("every_type.gob"));
    QVERIFY(bool(again.totals));
    QCOMPARE(*again.totals, (ImportTotals{0, 0, 0, 8}));
    QCOMPARE(again.refused.size(), 8);
    QVERIFY(again.refused[0].endsWith("it is there already"));
    QCOMPARE(textsIn(folder.at("store")), before);
}

void TestStoreImport::refusesContradictions()
{
    const tests::Folder folder;
    const Imported done = importInto(folder.at("store"), recorded("contradictions.gob"));
    QVERIFY(bool(done.totals));
    // Of the two groups that contradict each other the first one is taken.
    QCOMPARE(done.totals->groups, qint64{1});
    QCOMPARE(done.totals->refused, qint64{2});
    QCOMPARE(done.refused.size(), 2);
    QVERIFY(done.refused[0].endsWith("it contradicts what is stored"));
    QCOMPARE(textsIn(folder.at("store")).size(), size_t{1});
}

void TestStoreImport::takesContradictionsUnchecked()
{
    const tests::Folder folder;
    const Imported done
        = importInto(folder.at("store"), recorded("contradictions.gob"), Consistency::Unchecked);
    QVERIFY(bool(done.totals));
    QCOMPARE(done.totals->groups, qint64{3});
    // Into a store that is broken already goes what breaks nothing more.
    const Imported more = importInto(folder.at("store"), recorded("every_type.gob"));
    QVERIFY(bool(more.totals));
    QCOMPARE(more.totals->groups, qint64{8});
}

void TestStoreImport::needsASource_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("message");
    const QByteArray gob = contentOf(recorded("every_type.gob"));
    QTest::newRow("text") << "a text"_ba
                          << "no Go Pushgateway's persistence file"_ba;
    QTest::newRow("empty") << ""_ba
                           << "no Go Pushgateway's persistence file"_ba;
    QTest::newRow("cut") << gob.chopped(1) << "ends before its message does"_ba;
}

void TestStoreImport::needsASource()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QByteArray, message);
    const tests::Folder folder;
    QVERIFY(writeFile(folder.at("source"), content));
    const Imported done = importInto(folder.at("store"), folder.at("source"));
    QVERIFY(!done.totals);
    QVERIFY2(
        done.totals.error().message.contains(message), done.totals.error().message.constData());
    QCOMPARE(folder.names(), "source"_ba);
    QVERIFY(!importInto(folder.at("store"), folder.at("absent")).totals);
    QVERIFY(!importInto(folder.at("no/store"), recorded("every_type.gob")).totals);
}

void TestStoreImport::needsAStoreOfOurs_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("empty") << ""_ba
                           << "it is empty"_ba;
    QTest::newRow("text") << "a text"_ba
                          << "neither a Pushgate's nor a Go Pushgateway's"_ba;
    QTest::newRow("gob") << contentOf(recorded("empty.gob")) << "start the gateway on it once"_ba;
}

void TestStoreImport::needsAStoreOfOurs()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QByteArray, message);
    const tests::Folder folder;
    QVERIFY(writeFile(folder.at("store"), content));
    const Imported done = importInto(folder.at("store"), recorded("every_type.gob"));
    QVERIFY(!done.totals);
    QVERIFY2(
        done.totals.error().message.contains(message), done.totals.error().message.constData());
    QCOMPARE(contentOf(folder.at("store")), content);
    QCOMPARE(folder.names(), "store"_ba);
}

void TestStoreImport::needsAStoreThatIsNotInUse()
{
    const tests::Folder folder;
    const auto lock = FileLock::acquire(folder.at("store"));
    QVERIFY(bool(lock));
    const Imported done = importInto(folder.at("store"), recorded("every_type.gob"));
    QVERIFY(!done.totals);
    QVERIFY(done.totals.error().message.contains("is in use by process"));
}

/// A group whose damage shows late, within a file that is not cut.
void TestStoreImport::takesAllOrNothing()
{
    const tests::Folder folder;
    QVERIFY(bool(importInto(folder.at("store"), recorded("empty.gob")).totals));
    QByteArray damaged = contentOf(recorded("every_type.gob"));
    damaged[damaged.size() - 1] = '\x7f'; // the end of the last group
    QVERIFY(writeFile(folder.at("source"), damaged));
    const Imported done = importInto(folder.at("store"), folder.at("source"));
    QVERIFY(!done.totals);
    QVERIFY(done.totals.error().message.contains("damaged gob stream"));
    QCOMPARE(textsIn(folder.at("store")), Texts());
}

QTEST_GUILESS_MAIN(TestStoreImport)
#include "tst_store_import.moc"
