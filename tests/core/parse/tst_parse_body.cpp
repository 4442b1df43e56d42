// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/parse_body.h"
#include "tests/support/compression.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace pushgate::core;
using namespace pushgate::tests;

namespace {

constexpr qint64 kRoomy = 1 << 20;
constexpr auto kProtobuf = "application/vnd.google.protobuf; "
                           "proto=io.prometheus.client.MetricFamily; encoding=delimited";
const QByteArray kFamily = "\x05\x0a\x01m\x18\x01"_ba;
const QByteArray kLine = "m 1\n"_ba;
const QByteArray kMistake = "m x\n"_ba;
const QByteArray kMistakeText
    = R"(text format parsing error in line 1: expected float as value, got "x")";
const QByteArray kCutText = "unexpected EOF"_ba;
const QByteArray kChunkText = "invalid byte in chunk length"_ba;
const QByteArray kCorruptText = "snappy: corrupt input"_ba;

/// The names of the families, or the error.
QByteArray outcome(const PushBody& body, qint64 maxDecodedBytes = kRoomy)
{
    const auto families = parseBody(body, {NameScheme::Legacy, maxDecodedBytes});
    if (!families)
        return families.error().message;
    QByteArray names;
    for (const MetricFamily& family : *families)
        names += family.name() + ' ';
    return names;
}

} // namespace

class TestParseBody : public QObject {
    Q_OBJECT

private slots:
    void choosesTheParser_data();
    void choosesTheParser();
    void undoesTheEncoding_data();
    void undoesTheEncoding();
    void ordersFailures_data();
    void ordersFailures();
    void boundsWhatComesOut_data();
    void boundsWhatComesOut();
    void appliesTheNameScheme();
    void sharesWhatIsNotEncoded();
};

void TestParseBody::choosesTheParser_data()
{
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("no type") << ""_ba << kLine << "m "_ba;
    QTest::newRow("text") << "text/plain; version=0.0.4"_ba << kLine << "m "_ba;
    QTest::newRow("JSON is text") << "application/json"_ba << kLine << "m "_ba;
    QTest::newRow("protobuf") << QByteArray(kProtobuf) << kFamily << "m "_ba;
    QTest::newRow("text called protobuf")
        << QByteArray(kProtobuf) << kLine << "unexpected EOF"_ba; // 'm' is the length 109
    QTest::newRow("protobuf of an unnamed encoding")
        << "application/vnd.google.protobuf; proto=io.prometheus.client.MetricFamily"_ba << kFamily
        << "text format parsing error in line 1: invalid metric name"_ba;
    QTest::newRow("no body") << ""_ba
                             << ""_ba
                             << ""_ba;
    QTest::newRow("no body called protobuf") << QByteArray(kProtobuf) << ""_ba
                                             << ""_ba;
}

void TestParseBody::choosesTheParser()
{
    QFETCH(const QByteArray, contentType);
    QFETCH(const QByteArray, bytes);
    QTEST(outcome({contentType, {}, bytes, {}}), "expected");
}

void TestParseBody::undoesTheEncoding_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("gzip") << "gzip"_ba << gzipped(kLine) << "m "_ba;
    QTest::newRow("gzip in another case") << "GZip"_ba << gzipped(kLine) << "m "_ba;
    QTest::newRow("gzip, mistake inside") << "gzip"_ba << gzipped(kMistake) << kMistakeText;
    QTest::newRow("gzip of no bytes") << "gzip"_ba
                                      << ""_ba
                                      << "EOF"_ba;
    QTest::newRow("gzip of few bytes") << "gzip"_ba
                                       << "\x1f\x8b"_ba << kCutText;
    QTest::newRow("gzip that is none") << "gzip"_ba
                                       << "m 1\nm 1\nm 1\n"_ba
                                       << "gzip: invalid header"_ba;
    QTest::newRow("gzip, cut") << "gzip"_ba << gzipped(kLine).chopped(6) << kCutText;
    QTest::newRow("gzip, cut, mistake before")
        << "gzip"_ba << gzipped(kMistake).chopped(6) << kMistakeText;
    QTest::newRow("snappy") << "snappy"_ba << snappyFramed(kLine) << "m "_ba;
    QTest::newRow("snappy in another case") << "SNAPPY"_ba << snappyFramed(kLine) << "m "_ba;
    QTest::newRow("snappy of no bytes") << "snappy"_ba
                                        << ""_ba
                                        << ""_ba;
    QTest::newRow("snappy that is none") << "snappy"_ba << kLine << kCorruptText;
    QTest::newRow("snappy, cut") << "snappy"_ba << snappyFramed(kLine).chopped(1) << kCorruptText;
    for (const auto& unknown :
        {"x-gzip"_ba, "identity"_ba, "gzip, identity"_ba, "zstd"_ba, "br"_ba})
        QTest::newRow(unknown.constData()) << unknown << kLine << "m "_ba;
}

void TestParseBody::undoesTheEncoding()
{
    QFETCH(const QByteArray, encoding);
    QFETCH(const QByteArray, bytes);
    QTEST(outcome({{}, encoding, bytes, {}}), "expected");
}

/// As the reference answers to a body cut by the transport.
void TestParseBody::ordersFailures_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("onCut"); // what follows from fewer bytes than announced
    QTest::addColumn<QByteArray>("onBadChunk");
    const auto row = [](const char* name, const QByteArray& encoding, const QByteArray& bytes,
                         const QByteArray& onCut, const QByteArray& onBadChunk) {
        QTest::newRow(name) << encoding << bytes << onCut << onBadChunk;
    };
    row("plain", "", kLine, kCutText, kChunkText);
    row("plain, within a line", "", "m ", kCutText, kChunkText);
    row("plain, mistake", "", kMistake, kMistakeText, kMistakeText);
    row("plain, nothing", "", "", kCutText, kChunkText);
    row("gzip, whole", "gzip", gzipped(kLine), kCutText, kChunkText);
    row("gzip, within", "gzip", gzipped(kLine).chopped(9), kCutText, kChunkText);
    row("gzip, within the header", "gzip", gzipped(kLine).first(5), kCutText, kChunkText);
    row("gzip, nothing", "gzip", "", kCutText, kChunkText);
    row("gzip, no header", "gzip", "0123456789abcdef", "gzip: invalid header",
        "gzip: invalid header");
    row("gzip, mistake", "gzip", gzipped(kMistake), kMistakeText, kMistakeText);
    row("snappy, whole", "snappy", snappyFramed(kLine), kCorruptText, kChunkText);
    row("snappy, nothing", "snappy", "", kCorruptText, kChunkText);
    row("snappy, no header", "snappy", "0123456789abcdef", kCorruptText, kCorruptText);
    row("snappy, mistake", "snappy", snappyFramed(kMistake), kMistakeText, kMistakeText);
}

void TestParseBody::ordersFailures()
{
    QFETCH(const QByteArray, encoding);
    QFETCH(const QByteArray, bytes);
    QTEST(outcome({{}, encoding, bytes, badRequest(kCutText)}), "onCut");
    QTEST(outcome({{}, encoding, bytes, badRequest(kChunkText)}), "onBadChunk");
}

void TestParseBody::boundsWhatComesOut_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray lines = kMistake.repeated(1000); // even a mistake is then of no interest
    QTest::newRow("gzip") << "gzip"_ba << gzipped(lines);
    QTest::newRow("snappy") << "snappy"_ba << snappyFramed(lines);
}

void TestParseBody::boundsWhatComesOut()
{
    QFETCH(const QByteArray, encoding);
    QFETCH(const QByteArray, bytes);
    constexpr qint64 kContentBytes = 4000;
    QCOMPARE(outcome({{}, encoding, bytes, {}}, kContentBytes), kMistakeText);

    const auto families
        = parseBody({{}, encoding, bytes, {}}, {NameScheme::Legacy, kContentBytes - 1});
    QVERIFY(!families);
    QCOMPARE(families.error(), decodedTooLarge(kContentBytes - 1));
}

void TestParseBody::appliesTheNameScheme()
{
    const PushBody body{{}, {}, "{\"a.b\"} 1\n"_ba, {}};
    QVERIFY(!parseBody(body, {NameScheme::Legacy, kRoomy}));
    QVERIFY(parseBody(body, {NameScheme::Utf8, kRoomy}));
}

void TestParseBody::sharesWhatIsNotEncoded()
{
    const PushBody body{{}, {}, kLine.repeated(100), {}};
    QVERIFY(decodeBody(body, 1).bytes.constData() == body.bytes.constData());
}

QTEST_APPLESS_MAIN(TestParseBody)
#include "tst_parse_body.moc"
