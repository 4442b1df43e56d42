// SPDX-License-Identifier: GPL-3.0-or-later
// What a public port gets to see, over real sockets.
#include "tests/daemon/http/raw_client.h"
#include "tests/daemon/http/running_server.h"

#include <QElapsedTimer>
#include <QtTest>

#include <sys/resource.h>
#include <thread>

using namespace pushgate::daemon;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray kGet = "GET /ok HTTP/1.1\r\nHost: h\r\n\r\n"_ba;

std::optional<Reply> echo(const Request& request, const ReplyTo&)
{
    if (request.bodyFailure)
        return Reply::error(400, request.bodyFailure->message);
    return Reply::text(200, request.target);
}

HttpLimits quickLimits()
{
    HttpLimits limits;
    limits.headBytes = 64 * 1024;
    limits.bodyBytes = 1024 * 1024;
    limits.idle = 300ms;
    limits.head = 300ms;
    limits.body = 300ms;
    limits.writeStall = 300ms;
    limits.sweep = 20ms;
    return limits;
}

/// Whether the server still serves: asked after everything that should not have harmed it.
bool serves(const RunningServer& server)
{
    RawClient client(server.port());
    client.send(kGet);
    return client.receive().body == "/ok";
}

} // namespace

class TestHttpHostile : public QObject {
    Q_OBJECT
private slots:
    void refusesMalformedRequests_data();
    void refusesMalformedRequests();
    void refusesEndlessHeads();
    void refusalReachesAClientThatSendsOn();
    void closesIdleConnectionsSilently();
    void refusesSlowHeadsHoweverTheyDrip();
    void refusesSlowBodies();
    void dropsReadersThatStall();
    void servesBesideManySlowHeads();
    void refusesTooManyConnections();
    void takesGarbage();
};

void TestHttpHostile::refusesMalformedRequests_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const auto row = [](const char* name, const QByteArray& request, int status) {
        QTest::newRow(name) << request << status;
    };
    const auto put = [](const QByteArray& fields, const QByteArray& body = {}) {
        return "PUT / HTTP/1.1\r\nHost: h\r\n" + fields + "\r\n" + body;
    };
    const auto chunked
        = [&](const QByteArray& body) { return put("Transfer-Encoding: chunked\r\n"_ba, body); };
    row("chunk size without digits", chunked("zz\r\n"_ba), 400);
    row("negative chunk size", chunked("-5\r\n"_ba), 400);
    row("huge chunk size", chunked("ffffffffffffffff\r\n"_ba), 400);
    row("chunk size of 63 bits", chunked("7fffffffffffffff\r\n"_ba), 400);
    row("chunk with bare LF", chunked("1\nx\n0\n\n"_ba), 400);
    row("chunk size with prefix", chunked("0x5\r\nabcde\r\n0\r\n\r\n"_ba), 400);
    row("junk after a chunk", chunked("1\r\nxyz\r\n0\r\n\r\n"_ba), 400);
    row("chunk beyond the limit", chunked("200000\r\n"_ba), 413);
    row("malformed request line", "complete nonsense\r\n\r\n"_ba, 400);
    row("odd version", "GET / HTTPX9Y9\r\nHost: h\r\n\r\n"_ba, 400);
    row("HTTP/2.0", "GET / HTTP/2.0\r\nHost: h\r\n\r\n"_ba, 505);
    row("preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"_ba, 505);
    row("TLS hello", QByteArray::fromHex("16030100c8010000c40303000a"), 400);
    row("length is no number", put("Content-Length: abc\r\n"_ba), 400);
    row("negative length", put("Content-Length: -3\r\n"_ba), 400);
    row("list of lengths", put("Content-Length: 3, 3\r\n"_ba), 400);
    row("length of 64 bits", put("Content-Length: 18446744073709551615\r\n"_ba), 413);
    row("signed length", put("Content-Length: +3\r\n"_ba, "abc"_ba), 400);
    row("two lengths", put("Content-Length: 3\r\nContent-Length: 4\r\n"_ba, "abcd"_ba), 400);
    row("length and chunked",
        put("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n"_ba, "0\r\n\r\n"_ba), 400);
    row("other coding", put("Transfer-Encoding: gzip\r\n"_ba), 501);
    row("almost chunked", put("Transfer-Encoding: xchunkedx\r\n"_ba), 501);
    row("line without colon", put("NoColonHere\r\n"_ba), 400);
    row("blank before colon", put("Content-Length : 3\r\n"_ba), 400);
    row("folded line", put("A: b\r\n c\r\n"_ba), 400);
    row("NUL in target", "GET /a\0b HTTP/1.1\r\nHost: h\r\n\r\n"_ba, 400);
    row("NUL in value", put("A: b\0c\r\n"_ba), 400);
    row("bare CR for lines", "GET / HTTP/1.1\rHost: h\r\r\n\r\n"_ba, 400);
    row("no Host", "GET / HTTP/1.1\r\n\r\n"_ba, 400);
    row("two Hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"_ba, 400);
    row("odd Host", "GET / HTTP/1.1\r\nHost: a/../b\r\n\r\n"_ba, 400);
    row("unknown expectation", put("Expect: cake\r\n"_ba), 417);
    row("many fields", put(QByteArray("a:\n").repeated(10'001)), 431);
}

void TestHttpHostile::refusesMalformedRequests()
{
    QFETCH(const QByteArray, request);
    QFETCH(const int, status);
    RunningServer server(echo, quickLimits(), 1);
    RawClient client(server.port());
    client.send(request + kGet); // must never be read as a request
    const ReceivedReply reply = client.receive();
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.field("Connection"), "close"_ba);
    QVERIFY(client.isClosed());
    QVERIFY(serves(server));
}

void TestHttpHostile::refusesEndlessHeads()
{
    RunningServer server(echo, quickLimits(), 1);
    for (const QByteArray& line :
        {"X: "_ba + QByteArray(1000, 'v') + "\r\n", QByteArray(1000, 'v')}) {
        RawClient client(server.port());
        client.send("GET / HTTP/1.1\r\nHost: h\r\n" + line.repeated(1000));
        QCOMPARE(client.receive().status, 431);
        QVERIFY(client.isClosed());
    }
}

void TestHttpHostile::refusalReachesAClientThatSendsOn()
{
    RunningServer server(echo, quickLimits());
    for (int i = 0; i < 10; ++i) {
        RawClient client(server.port());
        client.send("PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: 3000000\r\n\r\n");
        client.send(QByteArray(3'000'000, 'x')); // blindly, without looking for an answer
        QCOMPARE(client.receive().status, 413);
    }
}

void TestHttpHostile::closesIdleConnectionsSilently()
{
    RunningServer server(echo, quickLimits(), 1);
    RawClient fresh(server.port());
    RawClient used(server.port());
    used.send(kGet);
    QCOMPARE(used.receive().status, 200);
    QVERIFY(fresh.isClosed());
    QVERIFY(used.isClosed());
}

void TestHttpHostile::refusesSlowHeadsHoweverTheyDrip()
{
    RunningServer server(echo, quickLimits(), 1);
    RawClient client(server.port());
    QElapsedTimer timer;
    timer.start();
    client.send("GET / HTTP/1.1\r\n");
    while (client.isSilent(20ms) && timer.elapsed() < 5000)
        client.send("A: b\r\n");
    QVERIFY(timer.elapsed() >= 300);
    QCOMPARE(client.receive().status, 408);
    QVERIFY(client.isClosed());
}

void TestHttpHostile::refusesSlowBodies()
{
    RunningServer server(echo, quickLimits(), 1);
    for (const QByteArray& framing :
        {"Content-Length: 1000\r\n\r\nabc"_ba, "Transfer-Encoding: chunked\r\n\r\n3\r\nab"_ba}) {
        RawClient client(server.port());
        client.send("PUT / HTTP/1.1\r\nHost: h\r\n" + framing);
        QCOMPARE(client.receive().status, 408);
        QVERIFY(client.isClosed());
    }
}

void TestHttpHostile::dropsReadersThatStall()
{
    const QByteArray segment(1'000'000, 'x');
    RunningServer server(
        [&](const Request&, const ReplyTo&) -> std::optional<Reply> {
            Reply reply;
            reply.segments = QList<QByteArray>(50, segment);
            return reply;
        },
        quickLimits(), 1);
    RawClient client(server.port(), 4096);
    client.send(kGet);
    QTRY_COMPARE(server.connections(), 1);
    QTRY_COMPARE(server.connections(), 0);
    QVERIFY(client.discard(50'000'000) < 50'000'000);
}

void TestHttpHostile::servesBesideManySlowHeads()
{
    constexpr int kSlow = 1000;
    const rlim_t descriptors = static_cast<rlim_t>(raiseDescriptorLimit());
    if (descriptors < 2 * kSlow + 200)
        QSKIP("the system allows too few descriptors for both ends of the connections");
    RunningServer server(echo);
    std::vector<std::unique_ptr<RawClient>> slow;
    for (int i = 0; i < kSlow; ++i) {
        slow.push_back(std::make_unique<RawClient>(server.port()));
        QVERIFY(slow.back()->isConnected());
        slow.back()->send("GET /slow HTTP/1.1\r\nA: ");
    }
    QTRY_COMPARE(server.connections(), kSlow);
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 100; ++i) {
        slow[static_cast<size_t>(i * 7)]->send("x");
        QVERIFY(serves(server));
    }
    QVERIFY2(timer.elapsed() < 5000, "the slow ones must cost the others nothing");
    slow.front()->send("\r\nHost: h\r\n\r\n");
    QCOMPARE(slow.front()->receive().body, "/slow"_ba);
}

void TestHttpHostile::refusesTooManyConnections()
{
    HttpLimits limits;
    limits.connections = 5;
    RunningServer server(echo, limits);
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 5; ++i) {
        clients.push_back(std::make_unique<RawClient>(server.port()));
        clients.back()->send(kGet);
        QCOMPARE(clients.back()->receive().status, 200);
    }
    RawClient tooMany(server.port());
    const ReceivedReply reply = tooMany.receive();
    QCOMPARE(reply.status, 503);
    QCOMPARE(reply.field("Connection"), "close"_ba);
    QCOMPARE(reply.body, "503 Service Unavailable: too many connections now"_ba);
    QVERIFY(tooMany.isClosed());
    clients.front()->send(kGet); // the others do not notice
    QCOMPARE(clients.front()->receive().status, 200);

    clients.pop_back();
    QTRY_COMPARE(server.connections(), 4);
    QVERIFY(serves(server));
}

void TestHttpHostile::takesGarbage()
{
    RunningServer server(echo, quickLimits());
    std::vector<std::thread> threads;
    for (unsigned seed = 0; seed < 4; ++seed) {
        threads.emplace_back([&server, seed] {
            QRandomGenerator random(seed);
            for (int i = 0; i < 100; ++i) {
                RawClient client(server.port());
                QByteArray text = kGet.repeated(3);
                for (int j = 0; j < 4; ++j)
                    text[random.bounded(static_cast<int>(text.size()))]
                        = static_cast<char>(random.bounded(256));
                client.send(text);
                if (random.bounded(2) == 0)
                    client.reset();
            }
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    QVERIFY(serves(server));
    QTRY_COMPARE(server.connections(), 0);
}

QTEST_GUILESS_MAIN(TestHttpHostile)
#include "tst_http_hostile.moc"
