// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/daemon/http/fake_connection.h"

#include <QtTest>

using namespace pushgate::daemon;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray kGet = "GET / HTTP/1.1\r\nHost: h\r\n\r\n"_ba;
const QByteArray kEmpty = "HTTP/1.1 202 Accepted\r\nDate: today\r\nContent-Length: 0\r\n\r\n"_ba;

std::optional<Reply> accept(const Request&)
{
    return Reply::empty(202);
}

std::optional<Reply> big(const Request&)
{
    return Reply::text(200, QByteArray(10'000, 'x'));
}

} // namespace

class TestConnectionDeadlines : public QObject {
    Q_OBJECT
private slots:
    void closesAnIdleConnectionSilently();
    void refusesASlowHead_data();
    void refusesASlowHead();
    void refusesASlowBody();
    void allowsALongBodyItsTime();
    void neverExpiresARequestBeingHandled();
    void dropsAReaderThatStalls();
    void dropsAReaderThatDrips();
    void lingersOnlySoLong();
};

void TestConnectionDeadlines::closesAnIdleConnectionSilently()
{
    FakeHost host;
    host.handle = accept;
    FakeConnection connection(host);
    connection.wait(host.limitsInForce.idle - 1ms);
    connection.send(kGet);
    QCOMPARE(connection.received(), kEmpty);
    connection.wait(host.limitsInForce.idle - 1ms);
    QVERIFY(!connection->isDead());
    connection.wait(1ms);
    QVERIFY(connection->isDead());
    QVERIFY(connection.wire.closed);
    QVERIFY(connection.received().isEmpty());
}

void TestConnectionDeadlines::refusesASlowHead_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("drip");
    QTest::newRow("silent") << "G"_ba
                            << ""_ba;
    QTest::newRow("dripping") << "GET / HTTP/1.1\r\n"_ba
                              << "A: b\r\n"_ba;
    QTest::newRow("after a request") << kGet + "GET /"_ba
                                     << "x"_ba;
}

void TestConnectionDeadlines::refusesASlowHead()
{
    QFETCH(const QByteArray, start);
    QFETCH(const QByteArray, drip);
    FakeHost host;
    host.handle = accept;
    FakeConnection connection(host);
    connection.send(start);
    connection.received();
    for (auto waited = 0ms; waited + 1s < host.limitsInForce.head; waited += 1s) {
        connection.wait(1s);
        connection.send(drip);
    }
    QVERIFY(connection.received().isEmpty());
    connection.wait(1s);
    QVERIFY(connection.received().startsWith("HTTP/1.1 408 Request Timeout\r\n"));
    QVERIFY(connection.wire.writingEnded);
}

void TestConnectionDeadlines::refusesASlowBody()
{
    FakeHost host;
    FakeConnection connection(host);
    connection.send("PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: 1000\r\n\r\n");
    for (auto waited = 0ms; waited + 1s < host.limitsInForce.body; waited += 1s) {
        connection.wait(1s);
        connection.send("x");
    }
    QVERIFY(connection.received().isEmpty());
    connection.wait(2s); // the few bytes do not buy much time
    QVERIFY(connection.received().startsWith("HTTP/1.1 408 "));
    QVERIFY(host.requests.empty());
}

void TestConnectionDeadlines::allowsALongBodyItsTime()
{
    FakeHost host;
    host.handle = accept;
    host.limitsInForce.bodyBytesPerSecond = 1000;
    FakeConnection connection(host);
    connection.send("PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: 300000\r\n\r\n");
    for (int second = 0; second < 300; ++second) {
        connection.send(QByteArray(1000, 'x'));
        connection.wait(1s);
    }
    QCOMPARE(connection.received(), kEmpty);
}

void TestConnectionDeadlines::neverExpiresARequestBeingHandled()
{
    FakeHost host;
    FakeConnection connection(host);
    connection.send(kGet);
    connection.wait(24h);
    connection->answer(host.lastNumber, Reply::empty(202));
    QCOMPARE(connection.received(), kEmpty);
    QVERIFY(!connection->isDead());
}

void TestConnectionDeadlines::dropsAReaderThatStalls()
{
    FakeHost host;
    host.handle = big;
    host.limitsInForce.writeBytesPerSecond = 1; // only the stall matters here
    FakeConnection connection(host);
    connection.wire.window = 1000;
    connection.send(kGet);
    QVERIFY(connection.wire.interest.write);
    connection.wait(host.limitsInForce.writeStall - 1ms);
    connection.takeMore(1000);
    connection.wait(host.limitsInForce.writeStall - 1ms);
    QVERIFY(!connection->isDead());
    connection.wait(1ms);
    QVERIFY(connection->isDead());
}

void TestConnectionDeadlines::dropsAReaderThatDrips()
{
    FakeHost host;
    host.handle = big;
    FakeConnection connection(host);
    connection.wire.window = 0;
    connection.send(kGet);
    int seconds = 0;
    for (; !connection->isDead() && seconds < 1000; ++seconds) {
        connection.wait(1s);
        if (!connection->isDead())
            connection.takeMore(1);
    }
    QCOMPARE(seconds, 63); // a minute, and what 10,000 bytes take at the least rate
}

void TestConnectionDeadlines::lingersOnlySoLong()
{
    FakeHost host;
    host.handle = accept;
    FakeConnection connection(host);
    connection.send("GET / HTTP/1.0\r\n\r\n");
    connection.wait(host.limitsInForce.linger - 1ms);
    connection.send("drip");
    QVERIFY(!connection->isDead());
    connection.wait(1ms);
    QVERIFY(connection->isDead());
}

QTEST_APPLESS_MAIN(TestConnectionDeadlines)
#include "tst_connection_deadlines.moc"
