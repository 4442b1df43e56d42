// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/systemd.h"

#include <QTemporaryDir>
#include <QtTest>

#include <array>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace pushgate;
using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

class TestSystemd : public QObject {
    Q_OBJECT
private slots:
    void findsPassedSockets();
    void refusesWhenNoneArePassed_data();
    void refusesWhenNoneArePassed();
    void takesTheEnvironmentOnce();
    void notifies_data();
    void notifies();
    void saysThatNobodyListens();
    void refusesEndlessAddresses();
};

void TestSystemd::findsPassedSockets()
{
    const auto descriptors = passedDescriptors({"42"_ba, "2"_ba}, 42);
    QVERIFY(descriptors);
    QCOMPARE(*descriptors, (std::vector<int>{3, 4}));
}

void TestSystemd::refusesWhenNoneArePassed_data()
{
    QTest::addColumn<QByteArray>("pid");
    QTest::addColumn<QByteArray>("count");
    QTest::newRow("nothing said") << ""_ba
                                  << ""_ba;
    QTest::newRow("for another process") << "41"_ba
                                         << "1"_ba;
    QTest::newRow("none") << "42"_ba
                          << "0"_ba;
    QTest::newRow("negative") << "42"_ba
                              << "-1"_ba;
    QTest::newRow("no number") << "42"_ba
                               << "x"_ba;
    QTest::newRow("too many") << "42"_ba
                              << "2000000000"_ba;
    QTest::newRow("no process") << "x"_ba
                                << "1"_ba;
}

void TestSystemd::refusesWhenNoneArePassed()
{
    QFETCH(const QByteArray, pid);
    QFETCH(const QByteArray, count);
    const auto descriptors = passedDescriptors({pid, count}, 42);
    QVERIFY(!descriptors);
    QCOMPARE(
        descriptors.error(), core::badRequest("no socket activation file descriptors found"_ba));
}

void TestSystemd::takesTheEnvironmentOnce()
{
    qputenv("LISTEN_PID", "7");
    qputenv("LISTEN_FDS", "1");
    const PassedSockets first = PassedSockets::takeFromEnvironment();
    QCOMPARE(first.pid, "7"_ba);
    QCOMPARE(first.count, "1"_ba);
    const PassedSockets second = PassedSockets::takeFromEnvironment();
    QVERIFY(second.pid.isEmpty() && second.count.isEmpty());
}

void TestSystemd::notifies_data()
{
    QTest::addColumn<bool>("abstract");
    QTest::newRow("in the file system") << false;
    QTest::newRow("abstract") << true;
}

void TestSystemd::notifies()
{
    QFETCH(const bool, abstract);
    const QTemporaryDir folder;
    const QByteArray path = folder.filePath(u"notify"_s).toUtf8();
    const QByteArray address = abstract ? '@' + path : path;
    sockaddr_un own{};
    own.sun_family = AF_UNIX;
    std::memcpy(
        own.sun_path + (abstract ? 1 : 0), path.constData(), static_cast<size_t>(path.size()));
    const int manager = ::socket(AF_UNIX, SOCK_DGRAM, 0);
    const auto length
        = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + size_t(address.size()));
    QCOMPARE(::bind(manager, reinterpret_cast<const sockaddr*>(&own), length), 0);

    QVERIFY(notifyServiceManager(address, "READY=1"));
    std::array<char, 64> buffer{};
    const ssize_t size = ::recv(manager, buffer.data(), buffer.size(), 0);
    ::close(manager);
    QCOMPARE(QByteArray(buffer.data(), size), "READY=1"_ba);
}

void TestSystemd::saysThatNobodyListens()
{
    const auto told = notifyServiceManager("/nonexistent/notify"_ba, "READY=1");
    QVERIFY(!told);
    QCOMPARE(told.error().kind, core::Error::Kind::Unavailable);
    QCOMPARE(told.error().message,
        "cannot notify the service manager: sendto: no such file or directory"_ba);
}

void TestSystemd::refusesEndlessAddresses()
{
    QVERIFY(!notifyServiceManager(QByteArray(200, 'x'), "READY=1"));
    QVERIFY(!notifyServiceManager({}, "READY=1"));
}

QTEST_APPLESS_MAIN(TestSystemd)
#include "tst_systemd.moc"
