// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/http/http_server.h"
#include "tests/daemon/http/deferred_replies.h"
#include "tests/daemon/http/raw_client.h"
#include "tests/daemon/http/running_server.h"

#include <QtTest>

#include <mutex>
#include <sys/socket.h>
#include <thread>

using namespace pushgate;
using namespace pushgate::daemon;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Tells what it was asked, so that a test sees what arrived.
std::optional<Reply> echo(const Request& request, const ReplyTo&)
{
    QByteArray told = request.method + ' ' + request.target + ' ' + request.body;
    if (request.bodyFailure)
        return Reply::error(400, request.bodyFailure->message);
    return Reply::text(200, std::move(told));
}

QByteArray get(const QByteArray& target, const QByteArray& fields = {})
{
    return "GET " + target + " HTTP/1.1\r\nHost: h\r\n" + fields + "\r\n";
}

QByteArray put(const QByteArray& body)
{
    return "PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\n\r\n" + body;
}

} // namespace

class TestHttpServer : public QObject {
    Q_OBJECT
private slots:
    void answersWithLengthAndDate();
    void keepsConnectionsAsAsked_data();
    void keepsConnectionsAsAsked();
    void chunksForThoseWhoUnderstandIt();
    void answersHeadWithoutTheBody();
    void answersPipelinedRequestsInOrder();
    void answersPipelinedRequestsInOrderWhenDeferred();
    void aSecondReplyIsDropped();
    void continuesWhoeverWaitsForIt();
    void doesNotContinueWhatIsOnItsWay();
    void refusesInsteadOfContinuing();
    void readsOnAfterTrailers();
    void takesALongBody();
    void givesTheHandlerThePeer();
    void spreadsConnectionsOverWorkers();
    void adoptsAnInheritedDescriptor();
    void refusesAnAddressInUse();
};

void TestHttpServer::answersWithLengthAndDate()
{
    RunningServer server(echo);
    RawClient client(server.port());
    client.send(get("/x"));
    const ReceivedReply reply = client.receive();
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.version, "HTTP/1.1"_ba);
    QCOMPARE(reply.field("Content-Length"), "7"_ba);
    QCOMPARE(reply.body, "GET /x "_ba);
    static const QRegularExpression date(
        u"^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT$"_s);
    QVERIFY(date.match(QString::fromLatin1(reply.field("Date"))).hasMatch());
    QVERIFY(!reply.hasField("Server"));
    QVERIFY(!reply.hasField("Connection"));
}

void TestHttpServer::keepsConnectionsAsAsked_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<QByteArray>("connection");
    QTest::addColumn<bool>("closed");
    const auto request = [](const QByteArray& version, const QByteArray& connection) {
        return "GET / HTTP/" + version + "\r\nHost: h\r\n" + connection + "\r\n";
    };
    QTest::newRow("1.1") << request("1.1", {}) << "HTTP/1.1"_ba
                         << ""_ba << false;
    QTest::newRow("1.1 close") << request("1.1", "Connection: close\r\n") << "HTTP/1.1"_ba
                               << "close"_ba << true;
    QTest::newRow("1.1 upgrade") << request("1.1", "Connection: Upgrade\r\nUpgrade: websocket\r\n")
                                 << "HTTP/1.1"_ba
                                 << ""_ba << false;
    QTest::newRow("1.0") << request("1.0", {}) << "HTTP/1.0"_ba
                         << ""_ba << true;
    QTest::newRow("1.0 keep-alive") << request("1.0", "Connection: keep-alive\r\n") << "HTTP/1.0"_ba
                                    << "keep-alive"_ba << false;
}

void TestHttpServer::keepsConnectionsAsAsked()
{
    QFETCH(const QByteArray, request);
    QFETCH(const QByteArray, version);
    QFETCH(const QByteArray, connection);
    QFETCH(const bool, closed);
    RunningServer server(echo);
    RawClient client(server.port());
    client.send(request);
    const ReceivedReply reply = client.receive();
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.version, version);
    QCOMPARE(reply.field("Connection"), connection);
    if (closed) {
        QVERIFY(client.isClosed());
    } else {
        client.send(request);
        QCOMPARE(client.receive().status, 200);
    }
}

void TestHttpServer::chunksForThoseWhoUnderstandIt()
{
    const QByteArray segment(10'000, 's');
    RunningServer server([&](const Request&, const ReplyTo&) -> std::optional<Reply> {
        Reply reply = Reply::text(200, segment);
        reply.framing = Reply::Framing::Chunked;
        reply.segments += {QByteArray(), "x"_ba, segment};
        return reply;
    });
    RawClient modern(server.port());
    modern.send(get("/") + get("/"));
    for (int i = 0; i < 2; ++i) {
        const ReceivedReply reply = modern.receive();
        QCOMPARE(reply.field("Transfer-Encoding"), "chunked"_ba);
        QVERIFY(!reply.hasField("Content-Length"));
        QCOMPARE(reply.body, segment + "x" + segment);
    }
    RawClient old(server.port());
    old.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    const ReceivedReply reply = old.receive();
    QVERIFY(!reply.hasField("Transfer-Encoding"));
    QVERIFY(!reply.hasField("Content-Length"));
    QVERIFY(!reply.hasField("Connection"));
    QCOMPARE(reply.body, segment + "x" + segment);
}

void TestHttpServer::answersHeadWithoutTheBody()
{
    RunningServer server(echo);
    RawClient client(server.port());
    client.send("HEAD /abc HTTP/1.1\r\nHost: h\r\n\r\n" + get("/next"));
    const ReceivedReply head = client.receive(RawClient::Body::None);
    QCOMPARE(head.status, 200);
    QCOMPARE(head.field("Content-Length"), "10"_ba);
    QCOMPARE(client.receive().body, "GET /next "_ba);
}

void TestHttpServer::answersPipelinedRequestsInOrder()
{
    constexpr int kRequests = 1000; // far more than are served in one turn
    RunningServer server(echo);
    RawClient client(server.port());
    QByteArray all;
    for (int i = 0; i < kRequests; ++i)
        all += get("/" + QByteArray::number(i));
    client.send(all);
    for (int i = 0; i < kRequests; ++i)
        QCOMPARE(client.receive().body, "GET /" + QByteArray::number(i) + ' ');
}

void TestHttpServer::answersPipelinedRequestsInOrderWhenDeferred()
{
    constexpr int kRequests = 50;
    RunningServer server([](const Request& request, const ReplyTo& replyTo) {
        const auto reply = [target = request.target, replyTo] {
            replyTo.send(Reply::text(200, target));
            replyTo.send(Reply::text(500, "twice"_ba));
        };
        if (request.target.endsWith('7'))
            return std::optional<Reply>(Reply::text(200, request.target)); // at once, in between
        QThreadPool::globalInstance()->start(reply);
        return std::optional<Reply>();
    });
    RawClient client(server.port());
    for (int i = 0; i < kRequests; ++i)
        client.send(get("/" + QByteArray::number(i)));
    for (int i = 0; i < kRequests; ++i)
        QCOMPARE(client.receive().body, "/" + QByteArray::number(i));
    QThreadPool::globalInstance()->waitForDone();
}

void TestHttpServer::aSecondReplyIsDropped()
{
    DeferredReplies deferred;
    RunningServer server(deferred.handler());
    RawClient client(server.port());
    client.send(get("/1"));
    QTRY_COMPARE(deferred.count(), size_t{1});
    const ReplyTo first = deferred.take().front();
    first.send(Reply::text(200, "first"_ba));
    QCOMPARE(client.receive().body, "first"_ba);
    client.send(get("/2"));
    QTRY_COMPARE(deferred.count(), size_t{1});
    first.send(Reply::text(200, "stale"_ba)); // must not answer the second request
    deferred.take().front().send(Reply::text(200, "second"_ba));
    QCOMPARE(client.receive().body, "second"_ba);
}

void TestHttpServer::continuesWhoeverWaitsForIt()
{
    RunningServer server(echo);
    RawClient client(server.port());
    for (const QByteArray& framing :
        {"Content-Length: 4\r\n"_ba, "Transfer-Encoding: chunked\r\n"_ba}) {
        client.send("PUT / HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\n" + framing + "\r\n");
        QCOMPARE(client.receive().status, 100);
        client.send(framing.startsWith('C') ? "a 1\n" : "4\r\na 1\n\r\n0\r\n\r\n");
        QCOMPARE(client.receive().body, "PUT / a 1\n"_ba);
    }
}

void TestHttpServer::doesNotContinueWhatIsOnItsWay()
{
    RunningServer server(echo);
    RawClient client(server.port());
    client.send(
        "PUT / HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\na 1\n");
    QCOMPARE(client.receive().status, 200);
}

void TestHttpServer::refusesInsteadOfContinuing()
{
    HttpLimits limits;
    limits.bodyBytes = 1000;
    RunningServer server(echo, limits);
    RawClient large(server.port());
    large.send("PUT / HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 1001\r\n\r\n");
    QCOMPARE(large.receive().status, 413);
    QVERIFY(large.isClosed());
    RawClient odd(server.port());
    odd.send("PUT / HTTP/1.1\r\nHost: h\r\nExpect: cake\r\nContent-Length: 10\r\n\r\n");
    QCOMPARE(odd.receive().status, 417);
    QVERIFY(odd.isClosed());
}

void TestHttpServer::readsOnAfterTrailers()
{
    RunningServer server(echo);
    RawClient client(server.port());
    client.send("PUT /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
                "3;ext\r\nabc\r\n0\r\nTrailer: x\r\n\r\n"
        + get("/b"));
    QCOMPARE(client.receive().body, "PUT /a abc"_ba);
    QCOMPARE(client.receive().body, "GET /b "_ba);
}

void TestHttpServer::takesALongBody()
{
    QByteArray body(20'000'000, Qt::Uninitialized);
    for (qsizetype i = 0; i < body.size(); ++i)
        body[i] = static_cast<char>(i * 31 + i / 65'537);
    RunningServer server([&](const Request& request, const ReplyTo&) -> std::optional<Reply> {
        return Reply::text(200, request.body == body ? "same"_ba : "different"_ba);
    });
    RawClient client(server.port());
    client.send(put(body) + get("/")); // what follows must not be taken for body
    QCOMPARE(client.receive().body, "same"_ba);
    QCOMPARE(client.receive().body, "different"_ba);
}

void TestHttpServer::givesTheHandlerThePeer()
{
    RunningServer server([](const Request& request, const ReplyTo&) -> std::optional<Reply> {
        return Reply::text(200, request.peerAddress);
    });
    RawClient client(server.port());
    client.send(get("/"));
    QCOMPARE(client.receive().body, "127.0.0.1"_ba);
}

void TestHttpServer::spreadsConnectionsOverWorkers()
{
    std::mutex mutex;
    std::map<std::thread::id, int> connections;
    RunningServer server(
        [&](const Request&, const ReplyTo&) -> std::optional<Reply> {
            const std::lock_guard lock(mutex);
            ++connections[std::this_thread::get_id()];
            return Reply::empty(200);
        },
        {}, 3);
    for (int i = 0; i < 30; ++i) {
        RawClient client(server.port());
        client.send(get("/"));
        QCOMPARE(client.receive().status, 200);
    }
    QCOMPARE(connections.size(), size_t{3});
    for (const auto& [thread, count] : connections)
        QCOMPARE(count, 10);
}

void TestHttpServer::adoptsAnInheritedDescriptor()
{
    FunctionHandler handler(echo);
    const core::SystemClock clock;
    auto inherited = std::make_unique<HttpServer>(handler, clock, HttpServer::Options{});
    QVERIFY(inherited->adoptListeningDescriptor(-1).error().message.startsWith("inherited"));
    const Descriptor plain(::socket(AF_INET, SOCK_STREAM, 0));
    QVERIFY(!inherited->adoptListeningDescriptor(plain.value()));

    const int listening = ::socket(AF_INET, SOCK_STREAM, 0);
    QCOMPARE(::listen(listening, 8), 0); // a free port
    QVERIFY(inherited->adoptListeningDescriptor(listening));
    QVERIFY(inherited->start());
    RawClient client(inherited->addresses().front().split(':').last().toUShort());
    client.send(get("/inherited"));
    QTRY_COMPARE(inherited->connections(), 1);
    QCOMPARE(client.receive().body, "GET /inherited "_ba);
}

void TestHttpServer::refusesAnAddressInUse()
{
    RunningServer server(echo);
    FunctionHandler handler(echo);
    const core::SystemClock clock;
    HttpServer second(handler, clock, HttpServer::Options{});
    const QByteArray address = "127.0.0.1:" + QByteArray::number(server.port());
    const core::Status status = second.listen(address);
    QVERIFY(!status);
    QCOMPARE(status.error(),
        (core::Error{core::Error::Kind::Unavailable,
            "listen tcp " + address + ": bind: address already in use"}));
}

QTEST_GUILESS_MAIN(TestHttpServer)
#include "tst_http_server.moc"
