// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/snappy_frames.h"
#include "tests/support/compression.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <random>

using namespace Qt::StringLiterals;
using namespace pushgate::core;
using namespace pushgate::tests;

class TestSnappyFrames : public QObject {
    Q_OBJECT

private slots:
    void decodes_data();
    void decodes();
    void passesOverOtherChunks_data();
    void passesOverOtherChunks();
    void refuses_data();
    void refuses();
    void keepsTheChunksBeforeAFault();
    void takesEveryTruncationForCorruption();
    void noticesEveryFlippedBit();
    void staysWithinTheLimit_data();
    void staysWithinTheLimit();
};

namespace {

constexpr qint64 kRoomy = 64 << 20;
constexpr qsizetype kLongestChunk = 76494;
const QByteArray kCorrupt = "snappy: corrupt input"_ba;
const QByteArray kUnsupported = "snappy: unsupported input"_ba;

QByteArray noise(qsizetype bytes)
{
    QByteArray out(bytes, '\0');
    std::mt19937 random(11);
    std::generate(out.begin(), out.end(), [&] { return static_cast<char>(random()); });
    return out;
}

} // namespace

void TestSnappyFrames::decodes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("content");
    const QByteArray lines = QByteArray("metric_name 1\n").repeated(20'000);
    QTest::newRow("empty body") << ""_ba
                                << ""_ba;
    QTest::newRow("only the identifier") << snappyIdentifier() << ""_ba;
    QTest::newRow("a line") << snappyFramed("m 1\n") << "m 1\n"_ba;
    QTest::newRow("many chunks") << snappyFramed(lines) << lines;
    QTest::newRow("noise") << snappyFramed(noise(200'000)) << noise(200'000);
    QTest::newRow("plain chunk") << snappyIdentifier() + snappyPlainChunk("m 1\n") << "m 1\n"_ba;
    QTest::newRow("full plain chunk")
        << snappyIdentifier() + snappyPlainChunk(noise(65536)) << noise(65536);
    QTest::newRow("empty chunks") << snappyIdentifier() + snappyPlainChunk("")
            + snappyCompressedChunk("")
                                  << ""_ba;
    QTest::newRow("two streams") << snappyFramed("a 1\n") + snappyFramed("b 1\n")
                                 << "a 1\nb 1\n"_ba;
}

void TestSnappyFrames::decodes()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, content);

    const DecodedBody decoded = decodeSnappyFrames(body, kRoomy);
    QVERIFY(!decoded.failure);
    QVERIFY(decoded.bytes == content);
}

void TestSnappyFrames::passesOverOtherChunks_data()
{
    QTest::addColumn<QByteArray>("chunk");
    QTest::newRow("padding") << snappyChunk('\xfe', "???");
    QTest::newRow("empty padding") << snappyChunk('\xfe', "");
    QTest::newRow("first skippable") << snappyChunk('\x80', "???");
    QTest::newRow("last skippable") << snappyChunk('\xfd', "???");
    QTest::newRow("longest") << snappyChunk('\x90', QByteArray(kLongestChunk, '?'));
    QTest::newRow("identifier again") << snappyIdentifier();
}

void TestSnappyFrames::passesOverOtherChunks()
{
    QFETCH(const QByteArray, chunk);

    const DecodedBody decoded = decodeSnappyFrames(
        snappyIdentifier() + chunk + snappyPlainChunk("m 1\n") + chunk, kRoomy);
    QVERIFY(!decoded.failure);
    QCOMPARE(decoded.bytes, "m 1\n"_ba);
}

void TestSnappyFrames::refuses_data()
{
    QTest::addColumn<QByteArray>("afterIdentifier");
    QTest::addColumn<QByteArray>("message");
    const QByteArray sum = snappyChecksum("m 1\n");
    QTest::newRow("reserved") << snappyChunk('\x02', "???") << kUnsupported;
    QTest::newRow("last reserved") << snappyChunk('\x7f', "???") << kUnsupported;
    QTest::newRow("reserved, cut") << "\x02\xff\x00\x00"_ba << kUnsupported;
    QTest::newRow("too long, though skippable")
        << snappyChunk('\x90', QByteArray(kLongestChunk + 1, '?')) << kUnsupported;
    QTest::newRow("wrong magic") << snappyChunk('\xff', "sNaPpy") << kCorrupt;
    QTest::newRow("short magic") << snappyChunk('\xff', "sNaPp") << kCorrupt;
    QTest::newRow("no checksum") << snappyChunk('\x01', "abc") << kCorrupt;
    QTest::newRow("no checksum, compressed") << snappyChunk('\x00', "abc") << kCorrupt;
    QTest::newRow("wrong checksum") << snappyChunk('\x01', sum + "m 2\n") << kCorrupt;
    QTest::newRow("plain over 64 KiB") << snappyPlainChunk(QByteArray(65537, 'x')) << kCorrupt;
    QTest::newRow("compressed over 64 KiB")
        << snappyCompressedChunk(QByteArray(65537, 'x')) << kCorrupt;
    QTest::newRow("compressed without a block") << snappyChunk('\x00', sum) << kCorrupt;
    QTest::newRow("claims 4 GiB") << snappyChunk('\x00',
        sum
            + "\xff\xff\xff\xff\x0f"
              "abcd") << kCorrupt;
    QTest::newRow("shorter than it claims")
        << snappyChunk('\x00', sum + "\x05\x0cm 1\n") << kCorrupt;
    QTest::newRow("longer than it claims")
        << snappyChunk('\x00', sum + "\x03\x0cm 1\n") << kCorrupt;
    QTest::newRow("copy from before the start")
        << snappyChunk('\x00', sum + QByteArray("\x04\x01\x01", 3)) << kCorrupt;
}

void TestSnappyFrames::refuses()
{
    QFETCH(const QByteArray, afterIdentifier);
    QFETCH(const QByteArray, message);

    const DecodedBody decoded = decodeSnappyFrames(snappyIdentifier() + afterIdentifier, kRoomy);
    QVERIFY(decoded.failure.has_value());
    QCOMPARE(*decoded.failure, badRequest(message));
    QVERIFY(decoded.bytes.isEmpty());

    const DecodedBody unidentified = decodeSnappyFrames(snappyPlainChunk("m 1\n"), kRoomy);
    QVERIFY(unidentified.failure == badRequest(kCorrupt));
}

void TestSnappyFrames::keepsTheChunksBeforeAFault()
{
    const DecodedBody decoded = decodeSnappyFrames(
        snappyFramed("a 1\n") + snappyPlainChunk("b 1\n") + snappyChunk('\x01', "????c 1\n"),
        kRoomy);
    QVERIFY(decoded.failure == badRequest(kCorrupt));
    QCOMPARE(decoded.bytes, "a 1\nb 1\n"_ba);
}

void TestSnappyFrames::takesEveryTruncationForCorruption()
{
    const QByteArray body
        = snappyFramed(QByteArray("metric 1\n").repeated(10)) + snappyPlainChunk("m 1\n");
    const std::array<qsizetype, 3> ends = {0, snappyIdentifier().size(), body.size() - 12};
    for (qsizetype cut = 0; cut < body.size(); ++cut) {
        const DecodedBody decoded = decodeSnappyFrames(QByteArrayView(body).first(cut), kRoomy);
        if (std::find(ends.begin(), ends.end(), cut) != ends.end())
            QVERIFY(!decoded.failure);
        else
            QVERIFY(decoded.failure == badRequest(kCorrupt));
    }
}

void TestSnappyFrames::noticesEveryFlippedBit()
{
    const QByteArray content = QByteArray("metric 1\n").repeated(10);
    const QByteArray body = snappyFramed(content);
    for (qsizetype bit = 0; bit < body.size() * 8; ++bit) {
        QByteArray spoilt = body;
        spoilt[bit / 8] = static_cast<char>(spoilt[bit / 8] ^ (1 << (bit % 8)));
        const DecodedBody decoded = decodeSnappyFrames(spoilt, kRoomy);
        // A data chunk may turn into one that is passed over, but never into other data.
        QVERIFY(decoded.failure || decoded.bytes.isEmpty());
        QVERIFY(decoded.bytes.isEmpty());
    }
}

void TestSnappyFrames::staysWithinTheLimit_data()
{
    QTest::addColumn<qint64>("limit");
    QTest::addColumn<bool>("fits");
    QTest::newRow("roomy") << qint64(300'000) << true;
    QTest::newRow("exactly") << qint64(200'000) << true;
    QTest::newRow("one byte over") << qint64(199'999) << false;
    QTest::newRow("nothing may come out") << qint64(0) << false;
}

void TestSnappyFrames::staysWithinTheLimit()
{
    QFETCH(const qint64, limit);
    QFETCH(const bool, fits);

    const DecodedBody decoded = decodeSnappyFrames(snappyFramed(QByteArray(200'000, 'a')), limit);
    QCOMPARE(!decoded.failure, fits);
    QVERIFY(decoded.bytes.size() <= limit);
    if (!fits)
        QCOMPARE(decoded.failure->kind, Error::Kind::TooLarge);
    else
        QCOMPARE(decoded.bytes.size(), qsizetype(200'000));
}

QTEST_APPLESS_MAIN(TestSnappyFrames)
#include "tst_snappy_frames.moc"
