// SPDX-License-Identifier: GPL-3.0-or-later
// Clients that stop sending, stop reading or go away, and a server that does.
#include "daemon/http/reply_observer.h"
#include "tests/daemon/http/deferred_replies.h"
#include "tests/daemon/http/raw_client.h"
#include "tests/daemon/http/running_server.h"

#include <QFile>
#include <QtTest>

#include <atomic>
#include <thread>

using namespace pushgate::daemon;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Tells what it was asked, or what was wrong with the body.
std::optional<Reply> echo(const Request& request, const ReplyTo&)
{
    if (request.bodyFailure)
        return Reply::error(400, request.bodyFailure->message);
    return Reply::text(200, request.method + ' ' + request.target + ' ' + request.body);
}

QByteArray get(const QByteArray& target)
{
    return "GET " + target + " HTTP/1.1\r\nHost: h\r\n\r\n";
}

qint64 residentBytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * 4096;
}

/// Counts what it is told.
class CountingObserver final : public ReplyObserver {
public:
    void replyFinished(const Exchange& exchange) override
    {
        if (exchange.outcome == Exchange::Outcome::Sent)
            ++sent;
        else
            ++lost;
        status = exchange.status;
        bodyBytes = exchange.bodyBytes;
        withBody = withBody || !exchange.request.body.isEmpty();
    }

    std::atomic<int> sent = 0;
    std::atomic<int> lost = 0;
    std::atomic<int> status = 0;
    std::atomic<qint64> bodyBytes = 0;
    std::atomic<bool> withBody = false;
};

} // namespace

class TestHttpClients : public QObject {
    Q_OBJECT
private slots:
    void answersAHalfClosedClient();
    void answersAHalfClosedClientLater();
    void tellsTheHandlerOfATruncatedBody();
    void tellsTheHandlerOfABadChunk();
    void countsAnAnswerBeforeItIsRead();
    void countsALostAnswer();
    void dropsTheReplyToAClientThatHasGone();
    void survivesManyThatGo();
    void dropsRepliesToAServerThatHasGone();
    void keepsMemoryWithASlowReader();
    void finishesWhatRunsWhenDrained();
    void doesNotWaitForeverWhenDrained();
    void answersWhatIsOnItsWayWhenDrained();
};

void TestHttpClients::answersAHalfClosedClient()
{
    RunningServer server(echo);
    for (int i = 0; i < 50; ++i) {
        RawClient client(server.port());
        client.send(get("/1") + get("/2"));
        client.endSending();
        QCOMPARE(client.receive().body, "GET /1 "_ba);
        QCOMPARE(client.receive().body, "GET /2 "_ba);
        QVERIFY(client.isClosed());
    }
}

void TestHttpClients::answersAHalfClosedClientLater()
{
    DeferredReplies deferred;
    RunningServer server(deferred.handler());
    RawClient client(server.port());
    client.send(get("/"));
    client.endSending();
    QTRY_COMPARE(deferred.count(), size_t{1});
    QVERIFY(client.isSilent(50ms)); // the end of its requests is not the end of the connection
    deferred.take().front().send(Reply::text(200, "late"_ba));
    QCOMPARE(client.receive().body, "late"_ba);
    QVERIFY(client.isClosed());
}

void TestHttpClients::tellsTheHandlerOfATruncatedBody()
{
    RunningServer server(echo);
    for (const QByteArray& request :
        {"PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\na 1\n"_ba,
            "PUT / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n4\r\na 1\n\r\n"_ba}) {
        RawClient client(server.port());
        client.send(request);
        client.endSending();
        const ReceivedReply reply = client.receive();
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.body, "unexpected EOF\n"_ba);
        QCOMPARE(reply.field("Connection"), "close"_ba);
        QVERIFY(client.isClosed());
    }
}

void TestHttpClients::tellsTheHandlerOfABadChunk()
{
    RunningServer server(echo);
    RawClient client(server.port());
    client.send(
        "PUT / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\na 1\n\r\n0\r\n\r\n"
        + get("/smuggled"));
    const ReceivedReply reply = client.receive();
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.body, "invalid byte in chunk length\n"_ba);
    QVERIFY(client.isClosed());
}

void TestHttpClients::countsAnAnswerBeforeItIsRead()
{
    CountingObserver observer;
    RunningServer server([&](const Request& request, const ReplyTo&) -> std::optional<Reply> {
        Reply reply = Reply::text(202, "text"_ba);
        if (request.target == "/big")
            reply.segments = QList<QByteArray>(100, QByteArray(64 * 1024, 'x'));
        reply.observer = &observer;
        return reply;
    });
    RawClient client(server.port());
    client.send("PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nab");
    QCOMPARE(client.receive().status, 202);
    QCOMPARE(observer.sent.load(), 1);
    QCOMPARE(observer.status.load(), 202);
    QCOMPARE(observer.bodyBytes.load(), 4);
    QVERIFY(!observer.withBody);

    client.send("HEAD / HTTP/1.1\r\nHost: h\r\n\r\n");
    client.receive(RawClient::Body::None);
    QCOMPARE(observer.sent.load(), 2);
    QCOMPARE(observer.bodyBytes.load(), 0);

    client.send(get("/big"));
    QCOMPARE(client.receive().body.size(), 100 * 64 * 1024);
    QCOMPARE(observer.sent.load(), 3);
    QCOMPARE(observer.lost.load(), 0);
}

void TestHttpClients::countsALostAnswer()
{
    CountingObserver observer;
    RunningServer server([&](const Request&, const ReplyTo&) -> std::optional<Reply> {
        Reply reply = Reply::text(200, QByteArray(64 * 1024, 'x'));
        reply.segments = QList<QByteArray>(1000, reply.segments.front());
        reply.observer = &observer;
        return reply;
    });
    RawClient client(server.port());
    client.send(get("/"));
    client.discard(100'000);
    QCOMPARE(observer.sent.load() + observer.lost.load(), 0);
    client.reset();
    QTRY_COMPARE(observer.lost.load(), 1);
    QCOMPARE(observer.sent.load(), 0);
    QTRY_COMPARE(server.connections(), 0);
}

void TestHttpClients::dropsTheReplyToAClientThatHasGone()
{
    DeferredReplies deferred;
    RunningServer server(deferred.handler());
    auto client = std::make_unique<RawClient>(server.port());
    client->send(get("/"));
    QTRY_COMPARE(deferred.count(), size_t{1});
    client->reset();
    QTRY_COMPARE(server.connections(), 0);
    deferred.take().front().send(Reply::text(200, "late"_ba));
    RawClient other(server.port());
    other.send(get("/"));
    QTRY_COMPARE(deferred.count(), size_t{1});
    deferred.take().front().send(Reply::text(200, "other"_ba));
    QCOMPARE(other.receive().body, "other"_ba);
}

void TestHttpClients::survivesManyThatGo()
{
    RunningServer server([](const Request&, const ReplyTo& replyTo) -> std::optional<Reply> {
        QThreadPool::globalInstance()->start(
            [replyTo] { replyTo.send(Reply::text(200, QByteArray(100'000, 'x'))); });
        return std::nullopt;
    });
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i) {
        threads.emplace_back([&server, i] {
            for (int j = 0; j < 50; ++j) {
                RawClient client(server.port());
                client.send(get("/") + get("/"));
                if ((i + j) % 3 == 0)
                    client.discard(1000);
                if ((i + j) % 2 == 0)
                    client.reset();
            }
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    QTRY_COMPARE(server.connections(), 0);
    RawClient client(server.port());
    client.send(get("/"));
    QCOMPARE(client.receive().body.size(), 100'000);
    QThreadPool::globalInstance()->waitForDone();
}

void TestHttpClients::dropsRepliesToAServerThatHasGone()
{
    DeferredReplies deferred;
    RunningServer server(deferred.handler());
    RawClient client(server.port());
    client.send(get("/"));
    QTRY_COMPARE(deferred.count(), size_t{1});
    server.destroy();
    deferred.take().front().send(Reply::text(200, "late"_ba));
    QCOMPARE(client.receive().status, 0);
    ReplyTo().send(Reply::empty(200)); // nobody's
}

void TestHttpClients::keepsMemoryWithASlowReader()
{
    constexpr int kReaders = 4;
    const QByteArray segment(1'000'000, 'x');
    RunningServer server([&](const Request&, const ReplyTo&) -> std::optional<Reply> {
        Reply reply;
        reply.segments = QList<QByteArray>(50, segment);
        return reply;
    });
    std::vector<std::unique_ptr<RawClient>> readers;
    const qint64 before = residentBytes();
    for (int i = 0; i < kReaders; ++i) {
        readers.push_back(std::make_unique<RawClient>(server.port(), 4096));
        readers.back()->send(get("/"));
        QVERIFY(readers.back()->discard(10'000) >= 10'000);
    }
    QVERIFY2(residentBytes() - before < 8'000'000, "what is not read yet is not held twice");
    readers.clear();
    QTRY_COMPARE(server.connections(), 0);
    RawClient eager(server.port());
    eager.send(get("/"));
    QCOMPARE(eager.receive().body.size(), 50'000'000);
}

void TestHttpClients::finishesWhatRunsWhenDrained()
{
    DeferredReplies deferred;
    RunningServer server(deferred.handler());
    RawClient busy(server.port());
    busy.send(get("/busy") + get("/next"));
    QTRY_COMPARE(deferred.count(), size_t{1});
    RawClient idle(server.port());
    RawClient half(server.port());
    half.send("GET /half HTTP/1.1\r\n");
    QTRY_COMPARE(server.connections(), 3);

    server.drain(1min);
    QVERIFY(idle.isClosed());
    QVERIFY(!RawClient(server.port()).isConnected());
    QVERIFY(!server.isDrained(20ms));
    deferred.take().front().send(Reply::text(200, "done"_ba));
    const ReceivedReply reply = busy.receive();
    QCOMPARE(reply.body, "done"_ba);
    QCOMPARE(reply.field("Connection"), "close"_ba);
    QVERIFY(busy.isClosed());

    half.send("Host: h\r\n\r\n"); // what has begun is answered
    QTRY_COMPARE(deferred.count(), size_t{1});
    deferred.take().front().send(Reply::text(200, "half"_ba));
    QCOMPARE(half.receive().body, "half"_ba);
    QVERIFY(half.isClosed());
    QVERIFY(server.isDrained(RawClient::kPatience));
    QCOMPARE(server.connections(), 0);
}

void TestHttpClients::doesNotWaitForeverWhenDrained()
{
    DeferredReplies deferred;
    RunningServer server(deferred.handler());
    RawClient client(server.port());
    client.send(get("/"));
    QTRY_COMPARE(deferred.count(), size_t{1});
    server.drain(50ms);
    QVERIFY(server.isDrained(RawClient::kPatience));
    QCOMPARE(client.receive().status, 0);
}

void TestHttpClients::answersWhatIsOnItsWayWhenDrained()
{
    RunningServer server(echo);
    for (int i = 0; i < 20; ++i) {
        RawClient client(server.port());
        client.send(get("/before"));
        QCOMPARE(client.receive().status, 200);
    }
    RawClient client(server.port());
    client.send(get("/1"));
    QCOMPARE(client.receive().status, 200);
    client.send(get("/2"));
    server.drain(1min); // by now the request is in the server's socket, read or not
    QCOMPARE(client.receive().body, "GET /2 "_ba);
    QVERIFY(server.isDrained(RawClient::kPatience));
}

QTEST_GUILESS_MAIN(TestHttpClients)
#include "tst_http_clients.moc"
