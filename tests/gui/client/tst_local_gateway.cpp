// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/local_gateway.h"
#include "tests/gui/support/child_gateway.h"

#include <QCoreApplication>
#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <memory>

using namespace Qt::StringLiterals;
using namespace pushgate::gui;
using pushgate::tests::ChildGateway;
using Kind = LocalFailure::Kind;
using State = LocalGateway::State;

class TestLocalGateway : public QObject {
    Q_OBJECT

private slots:
    void runsAndStops();
    void takesTheChosenPort();
    void takesAnyPortWhereTheUsualIsTaken();
    void saysThatThePortIsTaken();
    void saysThatThereIsNoProgram_data();
    void saysThatThereIsNoProgram();
    void saysThatTheFileIsInUse();
    void saysWhatItSaidLast_data();
    void saysWhatItSaidLast();
    void startsAgainAfterAFailure();
    void keepsGroupsInAFile();
    void boundsItsLog();
    void endsWithItsOwner();
    void endsWhenTheProgramIsKilled();
    void remembersOptions();
};

namespace {

/// What the child of `program` reports; empty: nothing in time.
LocalFailure failureOf(LocalGateway& local, const LocalOptions& options)
{
    LocalFailure failure{Kind::Ended, 0, u"it did not fail"_s};
    QObject::connect(&local, &LocalGateway::failed, &local,
        [&failure](const LocalFailure& reported) { failure = reported; });
    QSignalSpy failed(&local, &LocalGateway::failed);
    local.start(options);
    [&] { QVERIFY(failed.wait()); }();
    return failure;
}

bool answers(const QUrl& url)
{
    QTcpSocket socket;
    socket.connectToHost(url.host(), quint16(url.port()));
    return socket.waitForConnected(5000);
}

/// A zombie that nobody has waited for counts as gone.
bool isAlive(qint64 process)
{
    QFile stat(u"/proc/%1/stat"_s.arg(process));
    if (!stat.open(QIODevice::ReadOnly))
        return false;
    const QByteArray fields = stat.readAll();
    return fields.mid(fields.lastIndexOf(')') + 2, 1) != "Z";
}

/// A script that stands for pushgated.
QString script(const QTemporaryDir& folder, const QByteArray& body)
{
    QFile file(folder.filePath(u"pushgated"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write("#!/bin/sh\n" + body) < 0)
        return {};
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return file.fileName();
}

} // namespace

void TestLocalGateway::runsAndStops()
{
    LocalGateway local(ChildGateway::ours());
    const QSignalSpy started(&local, &LocalGateway::started);
    const QSignalSpy stopped(&local, &LocalGateway::stopped);
    QCOMPARE(local.state(), State::Stopped);
    local.start();
    QCOMPARE(local.state(), State::Starting);
    QTRY_COMPARE(started.size(), 1);
    QCOMPARE(local.state(), State::Running);
    QVERIFY(answers(local.url()));
    QVERIFY(!local.log().empty());
    local.start(); // nothing happens
    local.stop();
    QTRY_COMPARE(stopped.size(), 1);
    QCOMPARE(local.state(), State::Stopped);
    QCOMPARE(started.size(), 1);
    QVERIFY(!answers(local.url()));
}

void TestLocalGateway::takesTheChosenPort()
{
    QTcpServer probe;
    QVERIFY(probe.listen(QHostAddress::LocalHost));
    const quint16 port = probe.serverPort();
    probe.close();
    LocalGateway local(ChildGateway::ours());
    const QSignalSpy started(&local, &LocalGateway::started);
    local.start({port, {}});
    QTRY_COMPARE(started.size(), 1);
    QCOMPARE(local.url().port(), int(port));
}

void TestLocalGateway::takesAnyPortWhereTheUsualIsTaken()
{
    QTcpServer usual;
    usual.listen(QHostAddress::LocalHost, 9091); // or somebody else has it
    LocalGateway local(ChildGateway::ours());
    const QSignalSpy started(&local, &LocalGateway::started);
    local.start();
    QTRY_COMPARE(started.size(), 1);
    QVERIFY(local.url().port() != 9091);
    QVERIFY(answers(local.url()));
}

void TestLocalGateway::saysThatThePortIsTaken()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    LocalGateway local(ChildGateway::ours());
    const LocalFailure failure = failureOf(local, {other.serverPort(), {}});
    QCOMPARE(failure.kind, Kind::PortTaken);
    QCOMPARE(failure.port, other.serverPort());
    QCOMPARE(local.state(), State::Stopped);
}

void TestLocalGateway::saysThatThereIsNoProgram_data()
{
    QTest::addColumn<QString>("program");
    QTest::newRow("no such file") << u"/nowhere/pushgated"_s;
    QTest::newRow("no program") << u"/etc/passwd"_s;
}

void TestLocalGateway::saysThatThereIsNoProgram()
{
    QFETCH(const QString, program);
    LocalGateway local(program);
    QCOMPARE(failureOf(local, {}).kind, Kind::NotInstalled);
}

void TestLocalGateway::saysThatTheFileIsInUse()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"groups.db"_s);
    const ChildGateway holder(ChildGateway::ours(), 0, {"--persistence.file="_L1 + file});
    QVERIFY(holder.isListening());
    LocalGateway local(ChildGateway::ours());
    const LocalFailure failure = failureOf(local, {std::nullopt, file});
    QCOMPARE(failure.kind, Kind::Ended);
    QVERIFY2(
        failure.detail.startsWith(file + " is in use by process"_L1), qPrintable(failure.detail));
}

void TestLocalGateway::saysWhatItSaidLast_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("detail");
    QTest::newRow("a line") << "echo first; echo out of order\nexit 3\n"_ba << u"out of order"_s;
    QTest::newRow("half a line") << "printf 'out of'\n"_ba << u"out of"_s;
    QTest::newRow("nothing") << "exit 1\n"_ba << u""_s;
}

void TestLocalGateway::saysWhatItSaidLast()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, detail);
    const QTemporaryDir folder;
    LocalGateway local(script(folder, body));
    QCOMPARE(failureOf(local, {}).detail, detail);
}

void TestLocalGateway::startsAgainAfterAFailure()
{
    const QTemporaryDir folder;
    LocalGateway local(ChildGateway::ours());
    QCOMPARE(failureOf(local, {std::nullopt, u"/nowhere/groups.db"_s}).kind, Kind::Ended);
    const QSignalSpy started(&local, &LocalGateway::started);
    local.start();
    QTRY_COMPARE(started.size(), 1);
}

void TestLocalGateway::keepsGroupsInAFile()
{
    const QTemporaryDir folder;
    const LocalOptions options{std::nullopt, folder.filePath(u"groups.db"_s)};
    LocalGateway local(ChildGateway::ours());
    const QSignalSpy started(&local, &LocalGateway::started);
    local.start(options);
    QTRY_COMPARE(started.size(), 1);
    QCOMPARE(local.options(), options);
    QVERIFY(QFile::exists(options.file));
    const auto hasLoaded = std::any_of(local.log().begin(), local.log().end(),
        [&](const LogLine& line) { return logField(line.text, u"file"_s) == options.file; });
    QVERIFY(hasLoaded);
}

void TestLocalGateway::boundsItsLog()
{
    const QTemporaryDir folder;
    LocalGateway local(
        script(folder, "i=0\nwhile [ $i -lt 3000 ]; do echo line $i; i=$((i+1)); done\n"));
    const QSignalSpy logged(&local, &LocalGateway::logged);
    QCOMPARE(failureOf(local, {}).detail, u"line 2999"_s);
    QCOMPARE(logged.size(), 3000);
    QCOMPARE(qsizetype(local.log().size()), LocalGateway::kMostLogLines);
    QCOMPARE(local.log().front().text, u"line 1000"_s);
}

void TestLocalGateway::endsWithItsOwner()
{
    auto local = std::make_unique<LocalGateway>(ChildGateway::ours());
    const QSignalSpy started(local.get(), &LocalGateway::started);
    local->start();
    QTRY_COMPARE(started.size(), 1);
    const QUrl url = local->url();
    local.reset();
    QVERIFY(!answers(url));
}

void TestLocalGateway::endsWhenTheProgramIsKilled()
{
    // This program once more, as one that has a local gateway and nothing else.
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PUSHGATE_TEST_OWNER"_s, u"1"_s);
    program.setProcessEnvironment(environment);
    program.start(QCoreApplication::applicationFilePath(), QStringList());
    QTRY_VERIFY(program.canReadLine());
    const qint64 child = program.readLine().trimmed().toLongLong();
    QVERIFY(child > 0 && isAlive(child));
    program.kill();
    QVERIFY(program.waitForFinished());
    QTRY_VERIFY(!isAlive(child));
}

void TestLocalGateway::remembersOptions()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    QCOMPARE(readLocalOptions(settings), LocalOptions());
    const LocalOptions options{quint16(65535), u"/tmp/groups.db"_s};
    writeLocalOptions(settings, options);
    QCOMPARE(readLocalOptions(settings), options);
    writeLocalOptions(settings, {});
    QCOMPARE(readLocalOptions(settings), LocalOptions());
    settings.setValue(u"local/port"_s, 70000);
    QCOMPARE(readLocalOptions(settings), LocalOptions());
}

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    if (qEnvironmentVariableIsSet("PUSHGATE_TEST_OWNER")) {
        LocalGateway local(ChildGateway::ours());
        QObject::connect(&local, &LocalGateway::started, &application, [&local] {
            std::printf("%lld\n", local.processId());
            std::fflush(stdout);
        });
        local.start();
        return QCoreApplication::exec();
    }
    TestLocalGateway test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_local_gateway.moc"
