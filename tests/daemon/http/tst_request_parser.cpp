// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/http/request_parser.h"

#include <QtTest>

#include <cstring>

using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;
using Stage = RequestParser::Stage;

namespace {

const QByteArray kChunked
    = "PUT /metrics/job/a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
      "4;x=y\r\na 1\n\r\n2\r\nb \r\n0\r\nTrailer: dropped\r\n\r\n"_ba;
const QByteArray kSized = "POST /p HTTP/1.1\nHost: h\nContent-Length: 5\n\nab\ncd"_ba;
const QByteArray kPlain = "\r\nGET /-/ready HTTP/1.0\r\nAccept: */*\r\n\r\n"_ba;

/// What a parser makes of `pieces`, one after the other: a line for each request or refusal.
QByteArrayList outcomes(const QByteArrayList& pieces, const HttpLimits& limits)
{
    RequestParser parser(limits);
    QByteArrayList found;
    for (const QByteArray& piece : pieces) {
        QByteArrayView rest(piece);
        while (!rest.isEmpty()) {
            rest = rest.sliced(parser.feed(rest));
            if (parser.stage() == Stage::Refused) {
                found.append("refused " + QByteArray::number(parser.refusal().status));
                return found;
            }
            if (parser.stage() == Stage::Complete) {
                const Request request = parser.takeRequest();
                QByteArray line = request.method + ' ' + request.target + ' ' + request.body;
                if (request.bodyFailure)
                    line += '!' + request.bodyFailure->message;
                found.append(line);
            }
        }
    }
    return found;
}

QByteArrayList bytes(const QByteArray& text)
{
    QByteArrayList pieces;
    for (const char c : text)
        pieces.append(QByteArray(1, c));
    return pieces;
}

} // namespace

class TestRequestParser : public QObject {
    Q_OBJECT
private slots:
    void readsTheSameHoweverItIsCut();
    void stopsAfterAHead();
    void leavesTheNextRequestAlone();
    void skipsFewBlankLines();
    void boundsHeads_data();
    void boundsHeads();
    void refusesAChunkedBodyThatGrowsTooLarge();
    void completesABrokenBodyWithItsFailure_data();
    void completesABrokenBodyWithItsFailure();
    void endOfInput();
    void takesLongBodiesDirectly();
    void directRoomMayBeFilledInPart();
    void doesNotReserveWhatIsOnlyClaimed();
    void startsAfreshAfterARequest();
};

void TestRequestParser::readsTheSameHoweverItIsCut()
{
    const HttpLimits limits;
    const QByteArray stream = kChunked + kSized + kPlain + kChunked;
    const QByteArrayList expected{"PUT /metrics/job/a a 1\nb "_ba, "POST /p ab\ncd"_ba,
        "GET /-/ready "_ba, "PUT /metrics/job/a a 1\nb "_ba};
    QCOMPARE(outcomes({stream}, limits), expected);
    QCOMPARE(outcomes(bytes(stream), limits), expected);
    for (qsizetype split = 0; split <= stream.size(); ++split)
        QCOMPARE(outcomes({stream.first(split), stream.sliced(split)}, limits), expected);
}

void TestRequestParser::stopsAfterAHead()
{
    const HttpLimits limits;
    RequestParser parser(limits);
    const qsizetype head = kSized.indexOf("\n\n") + 2;
    QVERIFY(parser.isIdle());
    QCOMPARE(parser.feed(kSized), head);
    QCOMPARE(parser.stage(), Stage::Body);
    QVERIFY(!parser.isIdle());
    QCOMPARE(parser.head().request.contentLength, std::optional<qint64>(5));
}

void TestRequestParser::leavesTheNextRequestAlone()
{
    const HttpLimits limits;
    RequestParser parser(limits);
    QCOMPARE(parser.feed(kPlain + kPlain), kPlain.size());
    QCOMPARE(parser.stage(), Stage::Complete);
    QCOMPARE(parser.feed(kPlain), 0); // until it is taken
    QCOMPARE(parser.takeRequest().target, "/-/ready"_ba);
    QVERIFY(parser.isIdle());
}

void TestRequestParser::skipsFewBlankLines()
{
    const HttpLimits limits;
    const QByteArray request = "GET / HTTP/1.1\r\nHost: h\r\n\r\n"_ba;
    QCOMPARE(outcomes({"\n\r\n\n\r\n" + request}, limits), QByteArrayList{"GET / "_ba});
    QCOMPARE(outcomes({"\n\r\n\n\r\n\n" + request}, limits), QByteArrayList{"refused 400"_ba});
    QCOMPARE(outcomes({"\r" + request}, limits), QByteArrayList{"refused 400"_ba});
}

void TestRequestParser::boundsHeads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("outcome");
    const QByteArray start = "GET / HTTP/1.1\r\nHost: h\r\nX: "_ba;
    const auto sized = [&](qsizetype bytes) {
        return start + QByteArray(bytes - start.size() - 4, 'x') + "\r\n\r\n";
    };
    QTest::newRow("at the limit") << sized(200) << "GET / "_ba;
    QTest::newRow("one more") << sized(201) << "refused 431"_ba;
    QTest::newRow("never ends") << start + QByteArray(300, 'x') << "refused 431"_ba;
    QTest::newRow("many lines") << start + QByteArray("a:\n").repeated(80) << "refused 431"_ba;
}

void TestRequestParser::boundsHeads()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, outcome);
    HttpLimits limits;
    limits.headBytes = 200;
    QCOMPARE(outcomes({text}, limits), QByteArrayList{outcome});
    QCOMPARE(outcomes(bytes(text), limits), QByteArrayList{outcome});
}

void TestRequestParser::refusesAChunkedBodyThatGrowsTooLarge()
{
    HttpLimits limits;
    limits.bodyBytes = 6;
    QCOMPARE(outcomes({kChunked}, limits).value(0), "PUT /metrics/job/a a 1\nb "_ba);
    limits.bodyBytes = 5;
    QCOMPARE(outcomes({kChunked}, limits), QByteArrayList{"refused 413"_ba});
}

void TestRequestParser::completesABrokenBodyWithItsFailure_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<QByteArray>("outcome");
    const QByteArray head = "PUT / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"_ba;
    QTest::newRow("bad size") << head + "zz\r\na"
                              << "PUT / !invalid byte in chunk length"_ba;
    QTest::newRow("bad second size") << head + "1\r\na\r\nzz\r\n"
                                     << "PUT / a!invalid byte in chunk length"_ba;
    QTest::newRow("junk after data") << head + "1\r\nab\r\n"
                                     << "PUT / a!malformed chunked encoding"_ba;
}

void TestRequestParser::completesABrokenBodyWithItsFailure()
{
    QFETCH(const QByteArray, wire);
    QFETCH(const QByteArray, outcome);
    const HttpLimits limits;
    QCOMPARE(outcomes({wire}, limits).value(0), outcome);

    RequestParser parser(limits);
    QByteArrayView rest(wire);
    while (!rest.isEmpty() && parser.stage() != Stage::Complete)
        rest = rest.sliced(parser.feed(rest));
    QCOMPARE(parser.head().afterwards, RequestHead::Afterwards::Close);
}

void TestRequestParser::endOfInput()
{
    const HttpLimits limits;
    RequestParser inHead(limits);
    inHead.feed("GET /");
    inHead.endInput();
    QCOMPARE(inHead.stage(), Stage::Refused);
    QCOMPARE(inHead.refusal().status, 400);

    RequestParser inBody(limits);
    const QByteArrayView text(kSized);
    const qsizetype head = inBody.feed(text);
    inBody.feed(text.sliced(head, 3));
    inBody.endInput();
    QCOMPARE(inBody.stage(), Stage::Complete);
    QCOMPARE(inBody.head().afterwards, RequestHead::Afterwards::Close);
    const Request request = inBody.takeRequest();
    QCOMPARE(request.body, "ab\n"_ba);
    QVERIFY(request.bodyFailure);
    QCOMPARE(*request.bodyFailure, pushgate::core::badRequest("unexpected EOF"_ba));
}

void TestRequestParser::takesLongBodiesDirectly()
{
    constexpr qsizetype kSize = 3'000'000;
    const HttpLimits limits;
    RequestParser parser(limits);
    parser.feed("PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: 3000000\r\n\r\n");
    QByteArray body(kSize, Qt::Uninitialized);
    for (qsizetype i = 0; i < kSize; ++i)
        body[i] = static_cast<char>(i * 7 + i / 251);
    qsizetype sent = parser.feed(QByteArrayView(body).first(1000));
    while (parser.stage() == Stage::Body) {
        const std::span<char> room = parser.bodyRoom();
        if (room.empty()) {
            sent += parser.feed(QByteArrayView(body).sliced(sent));
            continue;
        }
        const auto size = std::min(static_cast<qsizetype>(room.size()), qsizetype{70'001});
        std::memcpy(room.data(), body.constData() + sent, static_cast<size_t>(size));
        parser.bodyArrived(size);
        sent += size;
    }
    QCOMPARE(parser.stage(), Stage::Complete);
    QCOMPARE(sent, kSize);
    QVERIFY(parser.takeRequest().body == body);
}

void TestRequestParser::directRoomMayBeFilledInPart()
{
    const HttpLimits limits;
    RequestParser parser(limits);
    parser.feed("PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: 100000\r\n\r\n");
    QCOMPARE(parser.bodyRoom().size(), size_t{100'000});
    parser.bodyArrived(0);
    QCOMPARE(parser.bodyBytes(), 0);
    QCOMPARE(parser.bodyRoom().size(), size_t{100'000});
    parser.bodyArrived(40'000);
    QCOMPARE(parser.bodyBytes(), 40'000);
    QVERIFY(parser.bodyRoom().empty()); // what is left is not worth it
    QCOMPARE(parser.feed(QByteArray(60'000, 'x')), 60'000);
    QCOMPARE(parser.stage(), Stage::Complete);
}

void TestRequestParser::doesNotReserveWhatIsOnlyClaimed()
{
    const HttpLimits limits;
    RequestParser parser(limits);
    parser.feed("PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: 500000000\r\n\r\n");
    parser.bodyRoom();
    parser.bodyArrived(10);
    QVERIFY(parser.head().request.body.capacity() <= 2 * 1024 * 1024);
}

void TestRequestParser::startsAfreshAfterARequest()
{
    const HttpLimits limits;
    RequestParser parser(limits);
    QByteArrayView rest(kChunked);
    while (!rest.isEmpty())
        rest = rest.sliced(parser.feed(rest));
    QVERIFY(!parser.takeRequest().body.isEmpty());
    parser.feed("GET /b HTTP/1.1\r\nHost: h\r\n\r\n");
    QCOMPARE(parser.stage(), Stage::Complete);
    const Request next = parser.takeRequest();
    QCOMPARE(next.target, "/b"_ba);
    QVERIFY(next.body.isEmpty());
    QVERIFY(!next.bodyFailure);
    QCOMPARE(next.fields.size(), 1);
}

QTEST_APPLESS_MAIN(TestRequestParser)
#include "tst_request_parser.moc"
