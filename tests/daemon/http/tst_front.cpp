// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/http/front.h"
#include "daemon/http/listening_socket.h"
#include "daemon/http/request.h"
#include "tests/daemon/http/raw_client.h"

#include <QtTest>

using namespace pushgate::daemon;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

int callsFor(Front& front, const QByteArray& method)
{
    Request request;
    request.method = method;
    request.target = "/"_ba;
    int calls = 0;
    front.pass(request, [&] { ++calls; });
    return calls;
}

} // namespace

class TestFront : public QObject {
    Q_OBJECT
private slots:
    void handlesEachRequestOnce_data();
    void handlesEachRequestOnce();
    void goesOnWithoutItsListener();
    void leavesRealConnectionsAlone();
};

void TestFront::handlesEachRequestOnce_data()
{
    QTest::addColumn<QByteArray>("method");
    for (const char* method : {"GET", "PUT", "POST", "DELETE", "HEAD", "OPTIONS", "PATCH",
             "CONNECT", "TRACE", "get", "X!#$%&'*+-.^_`|~9"})
        QTest::newRow(method) << QByteArray(method);
}

void TestFront::handlesEachRequestOnce()
{
    QFETCH(const QByteArray, method);
    Front front(*openListeningSocket("127.0.0.1:0"));
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(callsFor(front, method), 1);
        QCoreApplication::processEvents();
    }
    QCOMPARE(callsFor(front, "GET"_ba), 1);
}

void TestFront::goesOnWithoutItsListener()
{
    auto listening = openListeningSocket("127.0.0.1:0");
    const quint16 port = localAddressOf(*listening).split(':').last().toUShort();
    Front front(*std::move(listening));
    front.closeListening();
    QVERIFY(!RawClient(port).isConnected());
    QCOMPARE(callsFor(front, "PUT"_ba), 1);
    Front without{Descriptor()};
    QCOMPARE(callsFor(without, "PUT"_ba), 1);
}

void TestFront::leavesRealConnectionsAlone()
{
    auto listening = openListeningSocket("127.0.0.1:0");
    const quint16 port = localAddressOf(*listening).split(':').last().toUShort();
    Front front(*std::move(listening));
    RawClient client(port); // queued by the system, for somebody else to accept
    QVERIFY(client.isConnected());
    client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(callsFor(front, "GET"_ba), 1);
        QCoreApplication::processEvents();
    }
    QVERIFY(client.isSilent(20ms));
}

QTEST_GUILESS_MAIN(TestFront)
#include "tst_front.moc"
