// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/persist/gob_takeover.h"
#include "daemon/persist/store_file.h"
#include "tests/support/files.h"
#include "tests/support/gob_bytes.h"

#include <QTest>

#include <unistd.h>

using namespace pushgate;
using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;
using pushgate::tests::contentOf;
using pushgate::tests::writeFile;

namespace {

QByteArray recorded(const QByteArray& name)
{
    return contentOf(PUSHGATE_TEST_DATA "/gob/"_ba + name);
}

void ignoreRefusal(const QByteArray&)
{
}

} // namespace

class TestGobTakeover : public QObject {
    Q_OBJECT

private slots:
    void recognises_data();
    void recognises();
    void takesOver_data();
    void takesOver();
    void keepsTheOriginal();
    void tellsWhatItRefuses();
    void goesOnAfterACrash();
    void overwritesNothing();
    void leavesADamagedFileAlone();
};

void TestGobTakeover::recognises_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("isGob");
    QTest::newRow("gob") << recorded("every_type.gob") << true;
    QTest::newRow("cut gob") << recorded("every_type.gob").first(100) << true;
    QTest::newRow("empty") << ""_ba << false;
    QTest::newRow("SQLite") << "SQLite format 3\0 and so on"_ba << false;
    QTest::newRow("text") << "this is not a persistence file"_ba << false;
}

void TestGobTakeover::recognises()
{
    QFETCH(const QByteArray, content);
    QFETCH(const bool, isGob);
    const tests::Folder folder;
    QVERIFY(writeFile(folder.at("data"), content));
    const auto found = isGobFile(folder.at("data"));
    QVERIFY(bool(found));
    QCOMPARE(*found, isGob);
    QCOMPARE(*isGobFile(folder.at("absent")), false);
    QVERIFY(!isGobFile(folder.at(".")));
}

void TestGobTakeover::takesOver_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<qint64>("groups");
    QTest::addColumn<qint64>("families");
    QTest::newRow("every type") << "every_type.gob"_ba << qint64{8} << qint64{30};
    QTest::newRow("contradictions") << "contradictions.gob"_ba << qint64{3} << qint64{9};
    QTest::newRow("empty") << "empty.gob"_ba << qint64{0} << qint64{0};
}

void TestGobTakeover::takesOver()
{
    QFETCH(const QByteArray, name);
    QFETCH(const qint64, groups);
    QFETCH(const qint64, families);
    const tests::Folder folder;
    const QByteArray path = folder.at("data");
    QVERIFY(writeFile(path, recorded(name)));
    const auto done = takeOverGobFile(path, ignoreRefusal);
    QVERIFY2(bool(done), done ? "" : done.error().message.constData());
    QCOMPARE(done->totals.groups, groups);
    QCOMPARE(done->totals.families, families);
    QCOMPARE(done->totals.refused, qint64{0});
    const auto file = StoreFile::open(path);
    QVERIFY(bool(file));
    QCOMPARE((*file)->groups()->size(), static_cast<size_t>(groups));
    QCOMPARE((*file)->revision(), static_cast<quint64>(groups));
}

void TestGobTakeover::keepsTheOriginal()
{
    const tests::Folder folder;
    QVERIFY(writeFile(folder.at("data"), recorded("every_type.gob")));
    const auto done = takeOverGobFile(folder.at("data"), ignoreRefusal);
    QVERIFY(bool(done));
    QCOMPARE(done->kept, folder.at("data.gob"));
    QCOMPARE(contentOf(done->kept), recorded("every_type.gob"));
    QCOMPARE(folder.names(), "data data.gob"_ba);
}

void TestGobTakeover::tellsWhatItRefuses()
{
    const tests::Folder folder;
    const QByteArray group = tests::gob::bytes("x") + "\1\1\1a\1b\0"_ba;
    QVERIFY(writeFile(
        folder.at("data"), tests::gob::storeTypes() + tests::gob::value(65, '\1' + group)));
    QByteArrayList refused;
    const auto done = takeOverGobFile(
        folder.at("data"), [&refused](const QByteArray& why) { refused.push_back(why); });
    QVERIFY2(bool(done), done ? "" : done.error().message.constData());
    QCOMPARE(done->totals, (ImportTotals{0, 0, 0, 1}));
    QCOMPARE(refused.size(), 1);
    QVERIFY(refused[0].startsWith("group \"x\": "));
}

/// Between the second name of the original and the new file in its place.
void TestGobTakeover::goesOnAfterACrash()
{
    const tests::Folder folder;
    QVERIFY(writeFile(folder.at("data"), recorded("every_type.gob")));
    QVERIFY(writeFile(folder.at("data.new"), "half"));
    QCOMPARE(::link(folder.at("data").constData(), folder.at("data.gob").constData()), 0);
    QVERIFY(bool(takeOverGobFile(folder.at("data"), ignoreRefusal)));
    QCOMPARE(contentOf(folder.at("data.gob")), recorded("every_type.gob"));
    QVERIFY(bool(StoreFile::open(folder.at("data"))));
}

void TestGobTakeover::overwritesNothing()
{
    const tests::Folder folder;
    QVERIFY(writeFile(folder.at("data"), recorded("every_type.gob")));
    QVERIFY(writeFile(folder.at("data.gob"), "an older one"));
    const auto done = takeOverGobFile(folder.at("data"), ignoreRefusal);
    QVERIFY(!done);
    QVERIFY(done.error().message.contains(folder.at("data.gob")));
    QVERIFY(done.error().message.contains("move one of them away"));
    QCOMPARE(contentOf(folder.at("data")), recorded("every_type.gob"));
    QCOMPARE(contentOf(folder.at("data.gob")), "an older one"_ba);
    QCOMPARE(folder.names(), "data data.gob"_ba);
}

void TestGobTakeover::leavesADamagedFileAlone()
{
    const QByteArray whole = recorded("every_type.gob");
    for (const qsizetype size : {qsizetype{64}, whole.size() / 2, whole.size() - 1}) {
        const tests::Folder folder;
        QVERIFY(writeFile(folder.at("data"), whole.first(size)));
        const auto done = takeOverGobFile(folder.at("data"), ignoreRefusal);
        QVERIFY(!done);
        QVERIFY2(
            done.error().message.contains("damaged gob stream"), done.error().message.constData());
        QVERIFY(done.error().message.contains("nothing was changed"));
        QCOMPARE(contentOf(folder.at("data")), whole.first(size));
        QCOMPARE(folder.names(), "data"_ba);
    }
}

QTEST_GUILESS_MAIN(TestGobTakeover)
#include "tst_gob_takeover.moc"
