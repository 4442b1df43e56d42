// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/persist/file_probe.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace pushgate;
using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

class TestFileProbe : public QObject {
    Q_OBJECT

private slots:
    void init();
    void tellsKindsApart_data();
    void tellsKindsApart();
    void refusesWhatIsNoFile();
    void resolvesNames();
    void seesAnotherFile();
    void syncsADirectoryThatIsThere();

private:
    QByteArray at(const QByteArray& name) const
    {
        return QFile::encodeName(m_folder->path()) + '/' + name;
    }
    static bool write(const QByteArray& path, const QByteArray& content)
    {
        QFile file(QFile::decodeName(path));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestFileProbe::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestFileProbe::tellsKindsApart_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("kind");
    QTest::newRow("empty") << QByteArray() << int(FileKind::Empty);
    QTest::newRow("SQLite") << QByteArray("SQLite format 3\0...", 19) << int(FileKind::Sqlite);
    QTest::newRow("cut off") << "SQLite format 3"_ba << int(FileKind::Other);
    QTest::newRow("another format") << "SQLite format 4\0..."_ba << int(FileKind::Other);
    QTest::newRow("text") << "x"_ba << int(FileKind::Other);
}

void TestFileProbe::tellsKindsApart()
{
    QFETCH(const QByteArray, content);
    QFETCH(const int, kind);
    QCOMPARE(int(*probeFile(at("file"))), int(FileKind::Absent));
    QVERIFY(write(at("file"), content));
    QCOMPARE(int(*probeFile(at("file"))), kind);
}

void TestFileProbe::refusesWhatIsNoFile()
{
    QVERIFY(QDir().mkdir(m_folder->filePath(u"folder"_s)));
    QCOMPARE(probeFile(at("folder")).error().message,
        at("folder") + " is a directory: --persistence.file needs the name of a file");
    QCOMPARE(::mkfifo(at("pipe").constData(), 0600), 0);
    QCOMPARE(probeFile(at("pipe")).error().message,
        at("pipe") + " is no regular file: --persistence.file needs the name of a file");
    QVERIFY(write(at("file"), "x"));
    QCOMPARE(probeFile(at("file/x")).error().message,
        "cannot read " + at("file/x") + ": not a directory");
}

void TestFileProbe::resolvesNames()
{
    const QByteArray top = QFile::encodeName(QDir(m_folder->path()).canonicalPath());
    QVERIFY(write(at("file"), "x"));
    QCOMPARE(::symlink("file", at("link").constData()), 0);
    QCOMPARE(*resolvedPath(at("link")), top + "/file");
    QCOMPARE(*resolvedPath(at("./absent")), top + "/absent");
    const auto lost = resolvedPath(at("no/such"));
    QVERIFY(!lost);
    QCOMPARE(lost.error().message,
        "cannot use the directory " + at("no") + ": no such file or directory");
}

void TestFileProbe::seesAnotherFile()
{
    QVERIFY(!FileIdentity::of(at("file")));
    QVERIFY(write(at("file"), "x"));
    const auto first = FileIdentity::of(at("file"));
    QVERIFY(write(at("other"), "x"));
    QVERIFY(*first == *FileIdentity::of(at("file")));
    QVERIFY(*first != *FileIdentity::of(at("other")));
}

void TestFileProbe::syncsADirectoryThatIsThere()
{
    QVERIFY(syncDirectoryOf(at("file")));
    QVERIFY(!syncDirectoryOf(at("no/such")));
}

QTEST_GUILESS_MAIN(TestFileProbe)
#include "tst_file_probe.moc"
