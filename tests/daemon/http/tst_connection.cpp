// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/http/connection.h"
#include "tests/daemon/http/fake_connection.h"

#include <QtTest>

using namespace pushgate::daemon;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray kGet = "GET / HTTP/1.1\r\nHost: h\r\n\r\n"_ba;
const QByteArray kPutHead = "PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n\r\n"_ba;
const QByteArray kEmpty = "HTTP/1.1 202 Accepted\r\nDate: today\r\nContent-Length: 0\r\n\r\n"_ba;

std::optional<Reply> accept(const Request&)
{
    return Reply::empty(202);
}

class Observer final : public ReplyObserver {
public:
    void replyFinished(const Exchange& exchange) override
    {
        outcomes.push_back(exchange.outcome);
        duration = exchange.duration;
        method = exchange.request.method;
    }
    std::vector<Exchange::Outcome> outcomes;
    std::chrono::steady_clock::duration duration{};
    QByteArray method;
};

} // namespace

class TestConnection : public QObject {
    Q_OBJECT
private slots:
    void answersAndReadsOn();
    void waitsForADeferredReply();
    void dropsRepliesToOtherRequests();
    void doesNotListenWhileARequestWaits();
    void givesWayAfterManyRequests();
    void lingersUntilTheClientCloses();
    void lingersOnlySoMuch();
    void refusesAndThrowsTheRestAway();
    void answersRequestsBeforeTheEnd();
    void refusesAHalfHead();
    void refusesWhatFindsNoRoom();
    void givesRoomBackWithTheRequest();
    void diesWhenTheClientIsGone();
    void tellsTheObserver();
    void closesWhenIdleOnFinishUp();
    void answersTheLastOneOnFinishUp();
    void letsAHalfReadHeadComplete();
};

void TestConnection::answersAndReadsOn()
{
    FakeHost host;
    host.handle = accept;
    FakeConnection connection(host);
    connection.send(kGet + kPutHead + "ab");
    QCOMPARE(connection.received(), kEmpty);
    connection.send("cd" + kGet.first(5));
    QCOMPARE(connection.received(), kEmpty);
    connection.send(kGet.sliced(5));
    QCOMPARE(connection.received(), kEmpty);
    QCOMPARE(host.requests.size(), size_t{3});
    QCOMPARE(host.requests[1].body, "abcd"_ba);
}

void TestConnection::waitsForADeferredReply()
{
    FakeHost host;
    FakeConnection connection(host);
    connection.send(kGet + kGet);
    QCOMPARE(host.requests.size(), size_t{1}); // the second is not looked at before
    QVERIFY(connection.received().isEmpty());
    connection->answer(host.lastNumber, Reply::empty(202));
    QCOMPARE(connection.received(), kEmpty);
    QCOMPARE(host.requests.size(), size_t{2});
}

void TestConnection::dropsRepliesToOtherRequests()
{
    FakeHost host;
    FakeConnection connection(host);
    connection->answer(0, Reply::empty(202));
    connection->answer(1, Reply::empty(202));
    connection.send(kGet);
    connection->answer(host.lastNumber + 1, Reply::empty(202));
    connection->answer(host.lastNumber - 1, Reply::empty(202));
    QVERIFY(connection.received().isEmpty());
    connection->answer(host.lastNumber, Reply::empty(202));
    connection->answer(host.lastNumber, Reply::empty(202));
    QCOMPARE(connection.received(), kEmpty);
}

void TestConnection::doesNotListenWhileARequestWaits()
{
    FakeHost host;
    FakeConnection connection(host);
    connection.send(kGet);
    QVERIFY(connection.wire.interest.read); // costs nothing as long as nothing comes
    connection.send(QByteArray(100'000, 'x'));
    QVERIFY(!connection.wire.interest.read);
    QCOMPARE(connection.wire.toServer.size(), 100'000); // the system holds it, and so the client
    connection->answer(host.lastNumber, Reply::empty(202));
    QVERIFY(connection.wire.interest.read);
}

void TestConnection::givesWayAfterManyRequests()
{
    FakeHost host;
    host.handle = accept;
    FakeConnection connection(host);
    connection.wire.toServer = kGet.repeated(100);
    connection->ready({FakeConnection::kId, true, false, false});
    QCOMPARE(host.requests.size(), size_t{32});
    QCOMPARE(host.waiting, std::vector<quint64>{FakeConnection::kId});
    connection.send({});
    QCOMPARE(host.requests.size(), size_t{100});
    QCOMPARE(connection.received(), kEmpty.repeated(100));
}

void TestConnection::lingersUntilTheClientCloses()
{
    FakeHost host;
    host.handle = accept;
    FakeConnection connection(host);
    connection.send("GET / HTTP/1.0\r\n\r\n");
    QVERIFY(connection.wire.writingEnded);
    connection.send("what nobody asked for");
    QVERIFY(!connection->isDead());
    QCOMPARE(host.requests.size(), size_t{1});
    connection.end();
    QVERIFY(connection->isDead());
}

void TestConnection::lingersOnlySoMuch()
{
    FakeHost host;
    host.handle = accept;
    host.limitsInForce.lingerBytes = 10'000;
    FakeConnection connection(host);
    connection.send("GET / HTTP/1.0\r\n\r\n");
    connection.send(QByteArray(10'000, 'x'));
    QVERIFY(!connection->isDead());
    connection.send("x");
    QVERIFY(connection->isDead());
}

void TestConnection::refusesAndThrowsTheRestAway()
{
    FakeHost host;
    FakeConnection connection(host);
    connection.send("nonsense\r\n\r\n" + kGet + QByteArray(100'000, 'x'));
    QCOMPARE(connection.received(),
        "HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain; charset=utf-8\r\nDate: today\r\n"
        "Content-Length: 15\r\nConnection: close\r\n\r\n400 Bad Request"_ba);
    QVERIFY(connection.wire.toServer.isEmpty());
    QVERIFY(host.requests.empty());
    QVERIFY(!connection->isDead());
    connection.end();
    QVERIFY(connection->isDead());
}

void TestConnection::answersRequestsBeforeTheEnd()
{
    FakeHost host;
    FakeConnection connection(host);
    connection.wire.toServer = kGet + kGet;
    connection.end();
    connection->answer(host.lastNumber, Reply::empty(202));
    QCOMPARE(host.requests.size(), size_t{2});
    QVERIFY(!connection->isDead());
    connection->answer(host.lastNumber, Reply::empty(202));
    connection.end();
    QCOMPARE(connection.received(), kEmpty + kEmpty);
    QVERIFY(connection->isDead());
}

void TestConnection::refusesAHalfHead()
{
    FakeHost host;
    FakeConnection connection(host);
    connection.send(kGet.first(10));
    connection.end();
    QVERIFY(connection.received().startsWith("HTTP/1.1 400 "));
    QVERIFY(connection->isDead());
}

void TestConnection::refusesWhatFindsNoRoom()
{
    FakeHost host;
    ReceiveBudget::Share others(host.budget);
    QVERIFY(others.hold(1000 * 1024));
    FakeConnection body(host);
    body.send(
        "PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: 100000\r\n\r\n" + QByteArray(20'000, 'b'));
    QVERIFY(body.received().isEmpty());
    body.send(QByteArray(20'000, 'b'));
    QVERIFY(body.received().startsWith("HTTP/1.1 503 "));
    FakeConnection head(host);
    head.send("GET / HTTP/1.1\r\nHost: h\r\nF: " + QByteArray(40'000, 'f'));
    QVERIFY(head.received().startsWith("HTTP/1.1 503 "));
    QCOMPARE(host.budget.held(), 1000 * 1024);
    QVERIFY(host.requests.empty());
}

void TestConnection::givesRoomBackWithTheRequest()
{
    FakeHost host;
    FakeConnection connection(host);
    connection.send(
        "PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: 40001\r\n\r\n" + QByteArray(40'000, 'b'));
    QCOMPARE(host.budget.held(), 40'000);
    connection.send("b");
    QCOMPARE(host.requests.size(), size_t{1}); // and still waits for its reply
    QCOMPARE(host.budget.held(), 0);
}

void TestConnection::diesWhenTheClientIsGone()
{
    FakeHost host;
    FakeConnection waiting(host);
    waiting.send(kGet);
    waiting.reset();
    QVERIFY(waiting->isDead());
    waiting->answer(host.lastNumber, Reply::empty(202)); // too late, and no harm

    FakeConnection reading(host);
    reading.send(kGet.first(10));
    reading.reset();
    QVERIFY(reading->isDead());
}

void TestConnection::tellsTheObserver()
{
    Observer observer;
    FakeHost host;
    FakeConnection connection(host);
    connection.send("PATCH / HTTP/1.1\r\nHost: h\r\n\r\n");
    host.time += 3s;
    Reply reply = Reply::empty(202);
    reply.observer = &observer;
    connection->answer(host.lastNumber, reply);
    QCOMPARE(observer.outcomes, std::vector{Exchange::Outcome::Sent});
    QCOMPARE(observer.duration, 3s);
    QCOMPARE(observer.method, "PATCH"_ba);

    connection.wire.window = 0;
    connection.send(kGet);
    reply.segments = QList<QByteArray>(20, QByteArray(100'000, 'x'));
    connection->answer(host.lastNumber, reply);
    QCOMPARE(observer.outcomes.size(), size_t{1});
    connection.takeMore(1'000'000);
    QCOMPARE(observer.outcomes.size(), size_t{1});
    connection.reset();
    QCOMPARE(observer.outcomes.size(), size_t{2});
    QCOMPARE(observer.outcomes.back(), Exchange::Outcome::Lost);
}

void TestConnection::closesWhenIdleOnFinishUp()
{
    FakeHost host;
    FakeConnection connection(host);
    connection->finishUp();
    QVERIFY(connection->isDead());
}

void TestConnection::answersTheLastOneOnFinishUp()
{
    FakeHost host;
    host.handle = accept;
    FakeConnection connection(host);
    connection.wire.toServer = kGet + kGet; // come, but not yet read
    connection->finishUp();
    QVERIFY(connection.received().contains("Connection: close\r\n"));
    QCOMPARE(host.requests.size(), size_t{1});
    QVERIFY(connection.wire.writingEnded);
}

void TestConnection::letsAHalfReadHeadComplete()
{
    FakeHost host;
    host.handle = accept;
    FakeConnection connection(host);
    connection.send(kGet.first(10));
    connection->finishUp();
    QVERIFY(!connection->isDead());
    connection.send(kGet.sliced(10));
    QVERIFY(connection.received().contains("Connection: close\r\n"));
}

QTEST_APPLESS_MAIN(TestConnection)
#include "tst_connection.moc"
