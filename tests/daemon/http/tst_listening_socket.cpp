// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/http/listening_socket.h"
#include "tests/daemon/http/raw_client.h"

#include <QtTest>

#include <sys/socket.h>

using namespace pushgate;
using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

class TestListeningSocket : public QObject {
    Q_OBJECT
private slots:
    void listensWhereItIsTold_data();
    void listensWhereItIsTold();
    void answersBothFamilies();
    void refuses_data();
    void refuses();
    void saysWhenAnAddressIsInUse();
    void adoptsOnlyWhatListens();
};

void TestListeningSocket::listensWhereItIsTold_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<QByteArray>("prefix");
    QTest::newRow("IPv4") << "127.0.0.1:0"_ba
                          << "127.0.0.1:"_ba;
    QTest::newRow("IPv6") << "[::1]:0"_ba
                          << "[::1]:"_ba;
    QTest::newRow("name") << "localhost:0"_ba
                          << "127.0.0.1:"_ba;
    QTest::newRow("no port") << "127.0.0.1:"_ba
                             << "127.0.0.1:"_ba;
    QTest::newRow("no host") << ":0"_ba
                             << "[::]:"_ba;
    QTest::newRow("nothing") << ""_ba
                             << "[::]:"_ba;
    QTest::newRow("IPv4 wildcard") << "0.0.0.0:0"_ba
                                   << "0.0.0.0:"_ba;
}

void TestListeningSocket::listensWhereItIsTold()
{
    QFETCH(const QByteArray, address);
    QFETCH(const QByteArray, prefix);
    const auto listening = openListeningSocket(address);
    if (!listening && address.startsWith('['))
        QSKIP("this system has no IPv6");
    QVERIFY(listening);
    const QByteArray found = localAddressOf(*listening);
    if (prefix != "[::]:" || found.startsWith('['))
        QCOMPARE(found.first(prefix.size()), prefix);
    QVERIFY(found.split(':').last().toInt() > 0);
}

void TestListeningSocket::answersBothFamilies()
{
    const auto listening = openListeningSocket(":0");
    QVERIFY(listening);
    const RawClient client(localAddressOf(*listening).split(':').last().toUShort());
    QVERIFY(client.isConnected()); // by IPv4
}

void TestListeningSocket::refuses_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("no port") << "foo"_ba
                             << "listen tcp: address foo: missing port in address"_ba;
    QTest::newRow("bare IPv6") << "::1"_ba
                               << "listen tcp: address ::1: too many colons in address"_ba;
    QTest::newRow("open bracket") << "[::1:80"_ba
                                  << "listen tcp: address [::1:80: missing ']' in address"_ba;
    QTest::newRow("bracket and no port") << "[::1]"_ba
                                         << "listen tcp: address [::1]: missing port in address"_ba;
    QTest::newRow("text before a bracket")
        << "x[::1]:80"_ba
        << "listen tcp: address x[::1]:80: too many colons in address"_ba;
    QTest::newRow("text after a bracket")
        << "[::1]x:80"_ba
        << "listen tcp: address [::1]x:80: too many colons in address"_ba;
    QTest::newRow("high port") << "127.0.0.1:70000"_ba
                               << "listen tcp: address 70000: invalid port"_ba;
    QTest::newRow("negative port") << "127.0.0.1:-5"_ba
                                   << "listen tcp: address -5: invalid port"_ba;
    QTest::newRow("unknown service") << "127.0.0.1:no-such"_ba
                                     << "listen tcp: lookup tcp/no-such: unknown port"_ba;
    QTest::newRow("vsock")
        << "vsock://:9091"_ba
        << "listen vsock://:9091: vsock addresses are not supported, use HOST:PORT"_ba;
    QTest::newRow("not ours")
        << "192.0.2.1:9091"_ba
        << "listen tcp 192.0.2.1:9091: bind: cannot assign requested address"_ba;
}

void TestListeningSocket::refuses()
{
    QFETCH(const QByteArray, address);
    QFETCH(const QByteArray, message);
    const auto listening = openListeningSocket(address);
    QVERIFY(!listening);
    QCOMPARE(listening.error().message, message);
}

void TestListeningSocket::saysWhenAnAddressIsInUse()
{
    const auto first = openListeningSocket("127.0.0.1:0");
    QVERIFY(first);
    const QByteArray address = localAddressOf(*first);
    const auto second = openListeningSocket(address);
    QVERIFY(!second);
    QCOMPARE(second.error().kind, core::Error::Kind::Unavailable);
    QCOMPARE(second.error().message, "listen tcp " + address + ": bind: address already in use");
}

void TestListeningSocket::adoptsOnlyWhatListens()
{
    const auto none = adoptListeningSocket(-1);
    QVERIFY(!none);
    QCOMPARE(none.error().message, "inherited descriptor -1: bad file descriptor"_ba);

    const Descriptor idle(::socket(AF_UNIX, SOCK_STREAM, 0));
    const auto refused = adoptListeningSocket(idle.value());
    QVERIFY(!refused);
    QVERIFY(refused.error().message.endsWith(": not a listening socket"));
    QVERIFY(::send(idle.value(), "", 0, 0) < 0 && errno == ENOTCONN); // it is still open

    auto listening = openListeningSocket("127.0.0.1:0");
    QVERIFY(listening);
    const QByteArray address = localAddressOf(*listening);
    const auto adopted = adoptListeningSocket(listening->release());
    QVERIFY(adopted);
    QCOMPARE(localAddressOf(*adopted), address);
}

QTEST_APPLESS_MAIN(TestListeningSocket)
#include "tst_listening_socket.moc"
