// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/persist/new_file.h"
#include "tests/support/files.h"

#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace pushgate;
using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

namespace {

core::Status writeHello(const QByteArray& unfinished)
{
    return tests::writeFile(unfinished, "hello") ? core::ok() : core::badRequest("not written");
}

} // namespace

class TestNewFile : public QObject {
    Q_OBJECT

private slots:
    void appearsWholeAndForItsOwnerOnly();
    void replacesNothing();
    void replacesNothingThatComesMeanwhile();
    void leavesNothingAfterAFailure();
    void goesOnAfterACrash();
    void needsADirectory();
};

void TestNewFile::appearsWholeAndForItsOwnerOnly()
{
    const tests::Folder folder;
    QVERIFY(bool(makeNewFile(folder.at("new"), writeHello)));
    QCOMPARE(folder.names(), "new"_ba);
    QCOMPARE(tests::contentOf(folder.at("new")), "hello"_ba);
    struct stat status = {};
    QCOMPARE(::stat(folder.at("new").constData(), &status), 0);
    QCOMPARE(status.st_mode & 0777U, 0600U);
}

void TestNewFile::replacesNothing()
{
    const tests::Folder folder;
    QVERIFY(tests::writeFile(folder.at("old"), "old"));
    QCOMPARE(::symlink("nowhere", folder.at("link").constData()), 0);
    for (const char* name : {"old", "link"}) {
        const core::Status made = makeNewFile(folder.at(name), writeHello);
        QVERIFY(!made);
        QVERIFY(made.error().message.contains("is there already"));
    }
    QCOMPARE(tests::contentOf(folder.at("old")), "old"_ba);
    QCOMPARE(folder.names(), "link old"_ba);
}

void TestNewFile::replacesNothingThatComesMeanwhile()
{
    const tests::Folder folder;
    const core::Status made = makeNewFile(folder.at("new"), [&](const QByteArray& unfinished) {
        return tests::writeFile(folder.at("new"), "other") ? writeHello(unfinished)
                                                           : core::badRequest("not written");
    });
    QVERIFY(!made);
    QVERIFY(made.error().message.contains("is there already"));
    QCOMPARE(tests::contentOf(folder.at("new")), "other"_ba);
    QCOMPARE(folder.names(), "new"_ba);
}

void TestNewFile::leavesNothingAfterAFailure()
{
    const tests::Folder folder;
    const core::Status made = makeNewFile(folder.at("new"), [](const QByteArray& unfinished) {
        return writeHello(unfinished) ? core::Status(core::tooLarge("enough")) : core::ok();
    });
    QVERIFY(!made);
    QCOMPARE(made.error(), core::tooLarge("enough"));
    QCOMPARE(folder.names(), ""_ba);
}

void TestNewFile::goesOnAfterACrash()
{
    const tests::Folder folder;
    QVERIFY(tests::writeFile(folder.at("new.unfinished"), "half of a longer text"));
    QVERIFY(bool(makeNewFile(folder.at("new"), writeHello)));
    QCOMPARE(tests::contentOf(folder.at("new")), "hello"_ba);
    QCOMPARE(folder.names(), "new"_ba);
}

void TestNewFile::needsADirectory()
{
    const tests::Folder folder;
    QVERIFY(!makeNewFile(folder.at("no/new"), writeHello));
    QCOMPARE(folder.names(), ""_ba);
}

QTEST_APPLESS_MAIN(TestNewFile)
#include "tst_new_file.moc"
