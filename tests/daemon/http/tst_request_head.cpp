// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/http/request_head.h"

#include <QtTest>

using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

namespace {

HttpLimits smallLimits()
{
    HttpLimits limits;
    limits.fieldCount = 4;
    limits.bodyBytes = 1000;
    return limits;
}

QByteArray head(const QByteArray& fields, const QByteArray& version = "1.1"_ba)
{
    return "PUT /x HTTP/" + version + "\r\nHost: h\r\n" + fields + "\r\n";
}

} // namespace

class TestRequestHead : public QObject {
    Q_OBJECT
private slots:
    void keepsWhatIsReceived();
    void takesAnyTokenAsMethod();
    void acceptsBareNewlines();
    void trimsBlanksAndTabsOnly();
    void refuses_data();
    void refuses();
    void tellsTheBody_data();
    void tellsTheBody();
    void tellsWhetherToClose_data();
    void tellsWhetherToClose();
    void expectsToBeContinued();
    void countsFields();
    void knowsFieldLines();
};

void TestRequestHead::keepsWhatIsReceived()
{
    const QByteArray text = "GET http://a.example/%2f//x?y=%zz#\xff HTTP/1.1\r\nhOST: [::1]:80\r\n"
                            "X-Empty:\r\nX-Odd: a:b \xe4\r\n\r\n"_ba;
    const auto parsed = parseRequestHead(text, HttpLimits{});
    const auto* found = std::get_if<RequestHead>(&parsed);
    QVERIFY(found);
    const Request& request = found->request;
    QCOMPARE(request.method, "GET"_ba);
    QCOMPARE(request.target, "http://a.example/%2f//x?y=%zz#\xff"_ba);
    QCOMPARE(request.minorVersion, 1);
    QCOMPARE(request.fields.size(), 3);
    QCOMPARE(request.fields.at(0).name, QByteArrayView("hOST"));
    QCOMPARE(request.field("x-empty"), QByteArrayView(""));
    QCOMPARE(request.field("X-odd"), QByteArrayView("a:b \xe4"));
    QVERIFY(!request.contentLength);
    QVERIFY(!request.bodyFailure);
}

void TestRequestHead::takesAnyTokenAsMethod()
{
    const auto parsed = parseRequestHead("pUt!#* * HTTP/1.7\nHost:\n\n"_ba, HttpLimits{});
    const auto* found = std::get_if<RequestHead>(&parsed);
    QVERIFY(found);
    QCOMPARE(found->request.method, "pUt!#*"_ba);
    QCOMPARE(found->request.target, "*"_ba);
    QCOMPARE(found->request.minorVersion, 1);
}

void TestRequestHead::acceptsBareNewlines()
{
    const auto parsed = parseRequestHead("GET / HTTP/1.1\nHost: a\nB: c\n\n"_ba, HttpLimits{});
    const auto* found = std::get_if<RequestHead>(&parsed);
    QVERIFY(found);
    QCOMPARE(found->request.field("B"), QByteArrayView("c"));
}

void TestRequestHead::trimsBlanksAndTabsOnly()
{
    const auto parsed = parseRequestHead(head("A: \t b\tc \t\r\n"_ba), HttpLimits{});
    const auto* found = std::get_if<RequestHead>(&parsed);
    QVERIFY(found);
    QCOMPARE(found->request.field("A"), QByteArrayView("b\tc"));
}

void TestRequestHead::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("status");
    const auto row = [](const char* name, const QByteArray& text, int status) {
        QTest::newRow(name) << text << status;
    };
    row("one word", "nonsense\r\n\r\n"_ba, 400);
    row("two words", "complete nonsense\r\n\r\n"_ba, 400);
    row("HTTP/0.9", "GET /\r\n\r\n"_ba, 400);
    row("empty method", " / HTTP/1.1\r\nHost: a\r\n\r\n"_ba, 400);
    row("empty target", "GET  HTTP/1.1\r\nHost: a\r\n\r\n"_ba, 400);
    row("blank in target", "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n"_ba, 400);
    row("tab as separator", "GET\t/\tHTTP/1.1\r\nHost: a\r\n\r\n"_ba, 400);
    row("method is no token", "G(T / HTTP/1.1\r\nHost: a\r\n\r\n"_ba, 400);
    row("NUL in target", "GET /a\0b HTTP/1.1\r\nHost: a\r\n\r\n"_ba, 400);
    row("DEL in target", "GET /a\x7f HTTP/1.1\r\nHost: a\r\n\r\n"_ba, 400);
    row("CR in target", "GET /a\rb HTTP/1.1\r\nHost: a\r\n\r\n"_ba, 400);
    row("blank after version", "GET / HTTP/1.1 \r\nHost: a\r\n\r\n"_ba, 400);
    row("odd version", "GET / HTTPX9Y9\r\nHost: a\r\n\r\n"_ba, 400);
    row("other protocol", "GET / HTTQ/1.1\r\nHost: a\r\n\r\n"_ba, 400);
    row("long version", "GET / HTTP/1.10\r\nHost: a\r\n\r\n"_ba, 400);
    row("lower case version", "GET / http/1.1\r\nHost: a\r\n\r\n"_ba, 400);
    row("HTTP/2.0", "GET / HTTP/2.0\r\nHost: a\r\n\r\n"_ba, 505);
    row("HTTP/0.9 with version", "GET / HTTP/0.9\r\nHost: a\r\n\r\n"_ba, 505);
    row("preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\n"_ba, 505);
    row("field without colon", head("NoColonHere\r\n"_ba), 400);
    row("field without name", head(": v\r\n"_ba), 400);
    row("blank before colon", head("Name : v\r\n"_ba), 400);
    row("blank before name", head(" Name: v\r\n"_ba), 400);
    row("folded field", head("A: b\r\n c\r\n"_ba), 400);
    row("NUL in value", head("A: b\0c\r\n"_ba), 400);
    row("bare CR in value", head("A: b\rc\r\n"_ba), 400);
    row("control byte in value", head("A: b\x01\r\n"_ba), 400);
    row("no Host", "GET / HTTP/1.1\r\n\r\n"_ba, 400);
    row("two Hosts", head("Host: h\r\n"_ba), 400);
    row("odd Host", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n"_ba, 400);
    row("Host with blank", "GET / HTTP/1.1\r\nHost: a b\r\n\r\n"_ba, 400);
    row("length is no number", head("Content-Length: abc\r\n"_ba), 400);
    row("negative length", head("Content-Length: -3\r\n"_ba), 400);
    row("signed length", head("Content-Length: +3\r\n"_ba), 400);
    row("list of lengths", head("Content-Length: 3, 3\r\n"_ba), 400);
    row("empty length", head("Content-Length:\r\n"_ba), 400);
    row("hexadecimal length", head("Content-Length: 0x3\r\n"_ba), 400);
    row("two lengths", head("Content-Length: 4\r\nContent-Length: 5\r\n"_ba), 400);
    row("huge length", head("Content-Length: 18446744073709551615\r\n"_ba), 413);
    row("length beyond the limit", head("Content-Length: 1001\r\n"_ba), 413);
    row("length and chunked", head("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n"_ba), 400);
    row("chunked and length", head("Transfer-Encoding: chunked\r\nContent-Length: 3\r\n"_ba), 400);
    row("chunked in HTTP/1.0", head("Transfer-Encoding: chunked\r\n"_ba, "1.0"_ba), 400);
    row("other coding", head("Transfer-Encoding: gzip\r\n"_ba), 501);
    row("two codings", head("Transfer-Encoding: gzip, chunked\r\n"_ba), 501);
    row("chunked twice", head("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"_ba),
        501);
    row("almost chunked", head("Transfer-Encoding: xchunkedx\r\n"_ba), 501);
    row("empty coding", head("Transfer-Encoding:\r\n"_ba), 501);
    row("identity", head("Transfer-Encoding: identity\r\n"_ba), 501);
    row("other expectation", head("Expect: cake\r\n"_ba), 417);
    row("too many fields", head("A:\r\nB:\r\nC:\r\nD:\r\n"_ba), 431);
    row("no empty line", "GET / HTTP/1.1\r\nHost: a\r\n"_ba, 400);
    row("no line end", "GET / HTTP/1.1"_ba, 400);
}

void TestRequestHead::refuses()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, status);
    const auto parsed = parseRequestHead(text, smallLimits());
    const auto* refusal = std::get_if<Refusal>(&parsed);
    QVERIFY(refusal);
    QCOMPARE(refusal->status, status);
}

void TestRequestHead::tellsTheBody_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<RequestHead::Body>("body");
    QTest::addColumn<qint64>("length");
    using Body = RequestHead::Body;
    QTest::newRow("none") << ""_ba << Body::None << qint64{-1};
    QTest::newRow("empty") << "Content-Length: 0\r\n"_ba << Body::None << qint64{0};
    QTest::newRow("sized") << "CONTENT-length: 17\r\n"_ba << Body::Sized << qint64{17};
    QTest::newRow("leading zeros")
        << "Content-Length: 000000000000000000000000017\r\n"_ba << Body::Sized << qint64{17};
    QTest::newRow("same length twice")
        << "Content-Length: 17\r\nContent-Length: 17\r\n"_ba << Body::Sized << qint64{17};
    QTest::newRow("at the limit") << "Content-Length: 1000\r\n"_ba << Body::Sized << qint64{1000};
    QTest::newRow("chunked") << "transfer-encoding: Chunked\r\n"_ba << Body::Chunked << qint64{-1};
}

void TestRequestHead::tellsTheBody()
{
    QFETCH(const QByteArray, fields);
    QFETCH(const RequestHead::Body, body);
    QFETCH(const qint64, length);
    const auto parsed = parseRequestHead(head(fields), smallLimits());
    const auto* found = std::get_if<RequestHead>(&parsed);
    QVERIFY(found);
    QCOMPARE(found->body, body);
    QCOMPARE(found->request.contentLength.value_or(-1), length);
}

void TestRequestHead::tellsWhetherToClose_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<bool>("closes");
    QTest::newRow("1.1") << "1.1"_ba
                         << ""_ba << false;
    QTest::newRow("1.1 close") << "1.1"_ba
                               << "Connection: close\r\n"_ba << true;
    QTest::newRow("1.1 in a list") << "1.1"_ba
                                   << "Connection: foo , CLOSE\r\n"_ba << true;
    QTest::newRow("1.1 second field") << "1.1"_ba
                                      << "Connection: Upgrade\r\nConnection: close\r\n"_ba << true;
    QTest::newRow("1.1 other word") << "1.1"_ba
                                    << "Connection: closed\r\n"_ba << false;
    QTest::newRow("1.0") << "1.0"_ba
                         << ""_ba << true;
    QTest::newRow("1.0 keep-alive") << "1.0"_ba
                                    << "Connection: Keep-Alive\r\n"_ba << false;
    QTest::newRow("1.0 both") << "1.0"_ba
                              << "Connection: keep-alive, close\r\n"_ba << true;
}

void TestRequestHead::tellsWhetherToClose()
{
    QFETCH(const QByteArray, version);
    QFETCH(const QByteArray, fields);
    QFETCH(const bool, closes);
    const auto parsed = parseRequestHead(head(fields, version), HttpLimits{});
    const auto* found = std::get_if<RequestHead>(&parsed);
    QVERIFY(found);
    QCOMPARE(found->afterwards == RequestHead::Afterwards::Close, closes);
}

void TestRequestHead::expectsToBeContinued()
{
    const QByteArray fields = "Expect: 100-Continue\r\nContent-Length: 3\r\n"_ba;
    for (const auto& [version, expected] : {std::pair{"1.1"_ba, RequestHead::Expectation::Continue},
             std::pair{"1.0"_ba, RequestHead::Expectation::None}}) {
        const auto parsed = parseRequestHead(head(fields, version), HttpLimits{});
        const auto* found = std::get_if<RequestHead>(&parsed);
        QVERIFY(found);
        QCOMPARE(found->expectation, expected);
    }
}

void TestRequestHead::countsFields()
{
    const auto parsed = parseRequestHead(head("A:\r\nB:\r\nC:\r\n"_ba), smallLimits());
    QVERIFY(std::holds_alternative<RequestHead>(parsed)); // Host is the fourth
}

void TestRequestHead::knowsFieldLines()
{
    QVERIFY(isFieldLine("A: b"));
    QVERIFY(isFieldLine("A:"));
    QVERIFY(!isFieldLine("A"));
    QVERIFY(!isFieldLine(": b"));
    QVERIFY(!isFieldLine("A : b"));
    QVERIFY(!isFieldLine("A: b\rc"));
}

QTEST_APPLESS_MAIN(TestRequestHead)
#include "tst_request_head.moc"
