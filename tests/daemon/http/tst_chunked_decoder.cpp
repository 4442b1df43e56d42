// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/http/chunked_decoder.h"

#include <QtTest>

using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;
using State = ChunkedDecoder::State;

namespace {

HttpLimits smallLimits()
{
    HttpLimits limits;
    limits.bodyBytes = 64;
    limits.headBytes = 256;
    return limits;
}

} // namespace

class TestChunkedDecoder : public QObject {
    Q_OBJECT
private slots:
    void decodes_data();
    void decodes();
    void stopsAtTheEnd();
    void fails_data();
    void fails();
    void keepsWhatCameBeforeTheFailure();
    void boundsTheBody();
    void boundsTrailers();
    void boundsSizeLines();
    void boundsFramingThatCarriesNothing();
};

void TestChunkedDecoder::decodes_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << "0\r\n\r\n"_ba
                           << ""_ba;
    QTest::newRow("two chunks") << "4\r\na 1\n\r\n6\r\nbb 22\n\r\n0\r\n\r\n"_ba
                                << "a 1\nbb 22\n"_ba;
    QTest::newRow("upper case") << "A\r\n0123456789\r\n0\r\n\r\n"_ba
                                << "0123456789"_ba;
    QTest::newRow("lower case") << "a\r\n0123456789\r\n0\r\n\r\n"_ba
                                << "0123456789"_ba;
    QTest::newRow("leading zeros") << "0001\r\nx\r\n000\r\n\r\n"_ba
                                   << "x"_ba;
    QTest::newRow("extension") << "1;a=\"b;c\"\r\nx\r\n0;e\r\n\r\n"_ba
                               << "x"_ba;
    QTest::newRow("blank before extension") << "1 ;a\r\nx\r\n0 \r\n\r\n"_ba
                                            << "x"_ba;
    QTest::newRow("trailers") << "1\r\nx\r\n0\r\nA: b\r\nC:\r\n\r\n"_ba
                              << "x"_ba;
    QTest::newRow("CRLF in data") << "4\r\n\r\n\r\n\r\n0\r\n\r\n"_ba
                                  << "\r\n\r\n"_ba;
}

void TestChunkedDecoder::decodes()
{
    QFETCH(const QByteArray, wire);
    QFETCH(const QByteArray, body);
    const HttpLimits limits = smallLimits();
    for (qsizetype split = 0; split <= wire.size(); ++split) {
        ChunkedDecoder decoder(limits);
        QByteArray decoded;
        const qsizetype first = decoder.feed(QByteArrayView(wire).first(split), decoded);
        QCOMPARE(first, split);
        QCOMPARE(decoder.feed(QByteArrayView(wire).sliced(split), decoded), wire.size() - split);
        QCOMPARE(decoder.state(), State::Complete);
        QCOMPARE(decoded, body);
    }
}

void TestChunkedDecoder::stopsAtTheEnd()
{
    const HttpLimits limits = smallLimits();
    ChunkedDecoder decoder(limits);
    QByteArray body;
    QCOMPARE(decoder.feed("1\r\nx\r\n0\r\nT: u\r\n\r\nGET / HTTP/1.1\r\n", body), 17);
    QCOMPARE(decoder.state(), State::Complete);
}

void TestChunkedDecoder::fails_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<QByteArray>("failure");
    const QByteArray badByte = "invalid byte in chunk length"_ba;
    QTest::newRow("no hex") << "zz\r\n"_ba << badByte;
    QTest::newRow("negative") << "-5\r\n"_ba << badByte;
    QTest::newRow("prefix") << "0x5\r\n"_ba << badByte;
    QTest::newRow("blank inside") << "1 1\r\n"_ba << badByte;
    QTest::newRow("blank before") << " 1\r\n"_ba << badByte;
    QTest::newRow("empty") << "\r\n"_ba
                           << "empty hex number for chunk length"_ba;
    QTest::newRow("only an extension") << ";a\r\n"_ba
                                       << "empty hex number for chunk length"_ba;
    QTest::newRow("64 bits") << "ffffffffffffffff\r\n"_ba
                             << "http chunk length too large"_ba;
    QTest::newRow("63 bits") << "7fffffffffffffff\r\n"_ba
                             << "http chunk length too large"_ba;
    QTest::newRow("bare LF") << "1\nx"_ba
                             << "chunked line ends with bare LF"_ba;
    QTest::newRow("bare LF after data") << "1\r\nx\n0\r\n\r\n"_ba
                                        << "malformed chunked encoding"_ba;
    QTest::newRow("junk after data") << "1\r\nxy\r\n"_ba
                                     << "malformed chunked encoding"_ba;
    QTest::newRow("CR in extension") << "1;a\rb\r\n"_ba
                                     << "invalid CR in chunked line"_ba;
    QTest::newRow("NUL in extension") << "1;\0\r\n"_ba
                                      << "malformed chunked encoding"_ba;
    QTest::newRow("bad trailer") << "0\r\nA\r\n\r\n"_ba
                                 << "malformed trailer"_ba;
    QTest::newRow("folded trailer") << "0\r\nA: b\r\n c\r\n\r\n"_ba
                                    << "malformed trailer"_ba;
    QTest::newRow("bare LF in trailers") << "0\r\n\n"_ba
                                         << "chunked line ends with bare LF"_ba;
}

void TestChunkedDecoder::fails()
{
    QFETCH(const QByteArray, wire);
    QFETCH(const QByteArray, failure);
    const HttpLimits limits = smallLimits();
    for (qsizetype split = 0; split <= wire.size(); ++split) {
        ChunkedDecoder decoder(limits);
        QByteArray body;
        decoder.feed(QByteArrayView(wire).first(split), body);
        if (decoder.state() == State::Open)
            decoder.feed(QByteArrayView(wire).sliced(split), body);
        QCOMPARE(decoder.state(), State::Failed);
        QCOMPARE(decoder.failure(), failure);
    }
}

void TestChunkedDecoder::keepsWhatCameBeforeTheFailure()
{
    const HttpLimits limits = smallLimits();
    ChunkedDecoder decoder(limits);
    QByteArray body;
    decoder.feed("4\r\na 1\n\r\nzz\r\n", body);
    QCOMPARE(decoder.state(), State::Failed);
    QCOMPARE(body, "a 1\n"_ba);
}

void TestChunkedDecoder::boundsTheBody()
{
    const HttpLimits limits = smallLimits();
    ChunkedDecoder exact(limits);
    QByteArray body;
    exact.feed("40\r\n" + QByteArray(64, 'x') + "\r\n0\r\n\r\n", body);
    QCOMPARE(exact.state(), State::Complete);

    ChunkedDecoder beyond(limits);
    body.clear();
    beyond.feed("3f\r\n" + QByteArray(63, 'x') + "\r\n2\r\n", body);
    QCOMPARE(beyond.state(), State::TooLarge);
}

void TestChunkedDecoder::boundsTrailers()
{
    const HttpLimits limits = smallLimits();
    ChunkedDecoder decoder(limits);
    QByteArray body;
    QByteArray wire = "0\r\n"_ba;
    for (int i = 0; i < 40; ++i)
        wire += "T: 12345\r\n";
    decoder.feed(wire, body);
    QCOMPARE(decoder.state(), State::Failed);
    QCOMPARE(decoder.failure(), "http: suspiciously long trailer after chunked body"_ba);
}

void TestChunkedDecoder::boundsSizeLines()
{
    const HttpLimits limits = smallLimits();
    ChunkedDecoder decoder(limits);
    QByteArray body;
    decoder.feed("1;" + QByteArray(5000, 'e'), body);
    QCOMPARE(decoder.state(), State::Failed);
    QCOMPARE(decoder.failure(), "header line too long"_ba);
}

void TestChunkedDecoder::boundsFramingThatCarriesNothing()
{
    HttpLimits limits;
    ChunkedDecoder decoder(limits);
    QByteArray body;
    const QByteArray chunk = "1;" + QByteArray(1000, 'e') + "\r\nx\r\n";
    int chunks = 0;
    for (; decoder.state() == State::Open && chunks < 1000; ++chunks)
        decoder.feed(chunk, body);
    QCOMPARE(decoder.state(), State::Failed);
    QCOMPARE(decoder.failure(), "chunked encoding contains too much non-data"_ba);
    QVERIFY(chunks < 20);
}

QTEST_APPLESS_MAIN(TestChunkedDecoder)
#include "tst_chunked_decoder.moc"
