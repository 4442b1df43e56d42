// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/persist/gob_export.h"
#include "daemon/persist/gob_takeover.h"
#include "daemon/persist/store_file.h"
#include "tests/support/files.h"
#include "tests/support/group_text.h"
#include "tests/support/random_pushes.h"

#include <QTest>

using namespace pushgate;
using namespace pushgate::core;
using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

namespace {

/// What groups hold, but for what a Go Pushgateway does not know: the age of their families and
/// how often they are pushed.
std::map<QByteArray, QByteArray> texts(const std::vector<GroupPtr>& groups)
{
    std::vector<GroupPtr> ageless;
    for (const GroupPtr& group : groups) {
        const auto copy = std::make_shared<Group>(*group);
        copy->cadence = {};
        for (StoredFamily& family : copy->families)
            family.order = 0;
        ageless.push_back(copy);
    }
    return tests::groupTexts(ageless);
}

bool makeStore(const QByteArray& path, const std::vector<GroupPtr>& groups)
{
    return bool(StoreFile::create(path, groups, 5, StoreFile::IfThere::Refuse));
}

} // namespace

class TestGobExport : public QObject {
    Q_OBJECT

private slots:
    void isReadBack();
    void readsAStoreInUse();
    void replacesNothing();
    void needsAStore();
};

void TestGobExport::isReadBack()
{
    for (const int changes : {0, 1, 400}) {
        const tests::Folder folder;
        const auto groups = changes == 0 ? std::vector<GroupPtr>() : tests::groupsAfter(changes, 7);
        QVERIFY(makeStore(folder.at("store"), groups));
        const auto exported = exportGob(folder.at("store"), folder.at("gob"));
        QVERIFY2(bool(exported), exported ? "" : exported.error().message.constData());
        QCOMPARE(exported->groups, static_cast<qint64>(groups.size()));
        QCOMPARE(folder.names(), "gob store"_ba);

        const auto taken = takeOverGobFile(
            folder.at("gob"), [](const QByteArray& why) { QFAIL(why.constData()); });
        QVERIFY2(bool(taken), taken ? "" : taken.error().message.constData());
        QCOMPARE(taken->totals.families, exported->families);
        QCOMPARE(texts(*(*StoreFile::open(folder.at("gob")))->groups()), texts(groups));
    }
}

void TestGobExport::readsAStoreInUse()
{
    const tests::Folder folder;
    QVERIFY(makeStore(folder.at("store"), tests::groupsAfter(50, 9)));
    const auto inUse = StoreFile::open(folder.at("store"));
    QVERIFY(bool(inUse));
    QVERIFY((*inUse)->connection().run("DELETE FROM families"));
    QVERIFY((*inUse)->connection().run("DELETE FROM groups"));
    QVERIFY((*inUse)->connection().run("BEGIN IMMEDIATE")); // a commit under way
    const auto exported = exportGob(folder.at("store"), folder.at("gob"));
    QVERIFY2(bool(exported), exported ? "" : exported.error().message.constData());
    QCOMPARE(*exported, ExportTotals());
}

void TestGobExport::replacesNothing()
{
    const tests::Folder folder;
    QVERIFY(makeStore(folder.at("store"), {}));
    QVERIFY(tests::writeFile(folder.at("gob"), "old"));
    const auto exported = exportGob(folder.at("store"), folder.at("gob"));
    QVERIFY(!exported);
    QVERIFY(exported.error().message.contains("is there already"));
    QCOMPARE(tests::contentOf(folder.at("gob")), "old"_ba);
}

void TestGobExport::needsAStore()
{
    const tests::Folder folder;
    QVERIFY(tests::writeFile(folder.at("text"), "a text"));
    for (const char* name : {"text", "absent"}) {
        const auto exported = exportGob(folder.at(name), folder.at("gob"));
        QVERIFY(!exported);
        QVERIFY(exported.error().message.startsWith("cannot read the persistence file "));
    }
    QCOMPARE(folder.names(), "text"_ba);
}

QTEST_GUILESS_MAIN(TestGobExport)
#include "tst_gob_export.moc"
