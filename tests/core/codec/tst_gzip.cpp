// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/gzip.h"
#include "tests/support/compression.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;
using namespace pushgate::core;
using namespace pushgate::tests;

class TestGzip : public QObject {
    Q_OBJECT

private slots:
    void decodes_data();
    void decodes();
    void joinsMembers();
    void skipsHeaderFields_data();
    void skipsHeaderFields();
    void refusesHeaders_data();
    void refusesHeaders();
    void refusesWrongTrailers();
    void refusesJunkAfterAMember_data();
    void refusesJunkAfterAMember();
    void refusesCorruptDeflate_data();
    void refusesCorruptDeflate();
    void refusesEveryTruncation();
    void noticesEveryFlippedBit();
    void staysWithinTheLimit_data();
    void staysWithinTheLimit();
    void doesNotUnpackBombs();
};

namespace {

constexpr qint64 kRoomy = 64 << 20;

QByteArray randomText(qsizetype bytes, unsigned seed)
{
    std::mt19937 random(seed);
    QByteArray text;
    while (text.size() < bytes)
        text += "metric_" + QByteArray::number(static_cast<uint>(random() % 1000)) + " 1\n";
    text.truncate(bytes);
    return text;
}

QByteArray headerWith(char flags, const QByteArray& fields)
{
    return QByteArray("\x1f\x8b\x08", 3) + flags + QByteArray(6, '\0') + fields;
}

QByteArray withMember(const QByteArray& header)
{
    GzipMember member = GzipMember::of("m 1\n");
    member.header = header;
    return member.joined();
}

} // namespace

void TestGzip::decodes_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("nothing") << ""_ba;
    QTest::newRow("a line") << "m 1\n"_ba;
    QTest::newRow("repetition") << QByteArray(1'000'000, 'x');
    QTest::newRow("text") << randomText(3'000'001, 1);
    QByteArray noise(100'000, '\0');
    std::mt19937 random(2);
    std::generate(noise.begin(), noise.end(), [&] { return static_cast<char>(random()); });
    QTest::newRow("noise") << noise;
}

void TestGzip::decodes()
{
    QFETCH(const QByteArray, content);

    const QByteArray body = gzipped(content);
    QVERIFY(bool(checkGzipHeader(body)));
    const DecodedBody decoded = decodeGzip(body, kRoomy);
    QVERIFY(!decoded.failure);
    QVERIFY(decoded.bytes == content);
}

void TestGzip::joinsMembers()
{
    const QByteArray body
        = gzipped("a 1\n") + gzipped("") + gzipped(QByteArray(70'000, 'b')) + gzipped("c 2\n");
    const DecodedBody decoded = decodeGzip(body, kRoomy);
    QVERIFY(!decoded.failure);
    QVERIFY(decoded.bytes == "a 1\n" + QByteArray(70'000, 'b') + "c 2\n");
}

void TestGzip::skipsHeaderFields_data()
{
    QTest::addColumn<QByteArray>("header");
    const auto zeros = [](qsizetype count) { return QByteArray(count, '\0'); };
    QTest::newRow("text flag") << headerWith(0x01, "");
    QTest::newRow("reserved flags") << headerWith('\xe0', "");
    QTest::newRow("empty extra field") << headerWith(0x04, zeros(2));
    QTest::newRow("extra field") << headerWith(0x04, "\x03"_ba + zeros(1) + "abc");
    QTest::newRow("name") << headerWith(0x08, "a name"_ba + zeros(1));
    QTest::newRow("longest name") << headerWith(0x08, QByteArray(511, 'n') + zeros(1));
    QTest::newRow("comment") << headerWith(0x10, "\xe9"_ba + zeros(1));
    QTest::newRow("extra, name and comment")
        << headerWith(0x1c, "\x01"_ba + zeros(1) + "x" + "n" + zeros(1) + "c" + zeros(1));
    // The checksum is of the ten bytes before it.
    QTest::newRow("header checksum") << headerWith(0x02, QByteArray::fromHex("1d26"));
}

void TestGzip::skipsHeaderFields()
{
    QFETCH(const QByteArray, header);

    const QByteArray body = withMember(header);
    QVERIFY(bool(checkGzipHeader(body)));
    const DecodedBody decoded = decodeGzip(body, kRoomy);
    QVERIFY(!decoded.failure);
    QCOMPARE(decoded.bytes, "m 1\n"_ba);
    for (qsizetype cut = 1; cut < header.size(); ++cut) {
        const Status status = checkGzipHeader(QByteArrayView(header).first(cut));
        QVERIFY(!status);
        QCOMPARE(status.error(), badRequest("unexpected EOF"));
    }
    QVERIFY(bool(checkGzipHeader(header)));
}

void TestGzip::refusesHeaders_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("message");
    const QByteArray invalid = "gzip: invalid header"_ba;
    QTest::newRow("nothing") << ""_ba
                             << "EOF"_ba;
    QTest::newRow("one byte") << "m"_ba
                              << "unexpected EOF"_ba;
    QTest::newRow("nine bytes") << "m 1234567"_ba
                                << "unexpected EOF"_ba;
    QTest::newRow("ten bytes of text") << "m 12345678"_ba << invalid;
    QTest::newRow("other compression method") << "\x1f\x8b\x07"_ba + QByteArray(7, '\0') << invalid;
    QTest::newRow("zlib") << "\x78\x9c\xcb\x55\x30\xe4\x02\x00\x02\x6a\x00\xd2"_ba << invalid;
    QTest::newRow("name too long") << headerWith(0x08, QByteArray(512, 'n') + '\0') << invalid;
    QTest::newRow("name too long, cut") << headerWith(0x08, QByteArray(512, 'n')) << invalid;
    QTest::newRow("name cut") << headerWith(0x08, QByteArray(511, 'n')) << "unexpected EOF"_ba;
    QTest::newRow("wrong header checksum") << withMember(headerWith(0x02, "\x01\x02")) << invalid;
}

void TestGzip::refusesHeaders()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, message);

    const Status status = checkGzipHeader(body);
    QVERIFY(!status);
    QCOMPARE(status.error(), badRequest(message));
    const DecodedBody decoded = decodeGzip(body, kRoomy);
    QVERIFY(decoded.failure == badRequest(message));
    QVERIFY(decoded.bytes.isEmpty());
}

void TestGzip::refusesWrongTrailers()
{
    for (qsizetype at = 0; at < 8; ++at) {
        GzipMember member = GzipMember::of("m 1\n");
        member.trailer[at] = static_cast<char>(member.trailer[at] ^ 1);
        const DecodedBody decoded = decodeGzip(gzipped("a 1\n") + member.joined(), kRoomy);
        QVERIFY(decoded.failure == badRequest("gzip: invalid checksum"));
        QCOMPARE(decoded.bytes, "a 1\nm 1\n"_ba);
    }
}

void TestGzip::refusesJunkAfterAMember_data()
{
    QTest::addColumn<QByteArray>("junk");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("one byte") << "x"_ba
                              << "unexpected EOF"_ba;
    QTest::newRow("nine zeros") << QByteArray(9, '\0') << "unexpected EOF"_ba;
    QTest::newRow("ten zeros") << QByteArray(10, '\0') << "gzip: invalid header"_ba;
    QTest::newRow("a header without a stream") << headerWith(0, "") << "unexpected EOF"_ba;
}

void TestGzip::refusesJunkAfterAMember()
{
    QFETCH(const QByteArray, junk);
    QFETCH(const QByteArray, message);

    const DecodedBody decoded = decodeGzip(gzipped("m 1\n") + junk, kRoomy);
    QVERIFY(decoded.failure == badRequest(message));
    QCOMPARE(decoded.bytes, "m 1\n"_ba);
}

void TestGzip::refusesCorruptDeflate_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("message");
    const QByteArray storedAbc = QByteArray("\0\x03\0\xfc\xff"
                                            "abc",
        8);
    QTest::newRow("block type 3") << "\x07"_ba
                                  << ""_ba
                                  << "flate: corrupt input before offset 1"_ba;
    QTest::newRow("stored length does not match") << QByteArray("\x01\x03\0\xfc\xfe"
                                                                "abc",
        8) << ""_ba
                                                  << "flate: corrupt input before offset 5"_ba;
    QTest::newRow("after a good block") << storedAbc + "\x07"
                                        << "abc"_ba
                                        << "flate: corrupt input before offset 9"_ba;
}

void TestGzip::refusesCorruptDeflate()
{
    QFETCH(const QByteArray, stream);
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, message);

    const DecodedBody decoded
        = decodeGzip(headerWith(0, "") + stream + QByteArray(20, 'z'), kRoomy);
    QVERIFY(decoded.failure.has_value());
    QCOMPARE(*decoded.failure, badRequest(message));
    QCOMPARE(decoded.bytes, bytes);
}

void TestGzip::refusesEveryTruncation()
{
    const QByteArray content = randomText(20'000, 3);
    const QByteArray body = gzipped(content);
    for (qsizetype cut = 1; cut < body.size(); ++cut) {
        const DecodedBody decoded = decodeGzip(QByteArrayView(body).first(cut), kRoomy);
        QVERIFY(decoded.failure == badRequest("unexpected EOF"));
        QVERIFY(content.startsWith(decoded.bytes));
    }
}

void TestGzip::noticesEveryFlippedBit()
{
    const QByteArray content = randomText(300, 4);
    const QByteArray body = gzipped(content);
    constexpr qsizetype kFirstIgnored = 4; // time, extra flags and operating system
    constexpr qsizetype kFirstOfStream = 10;
    qsizetype intact = 0;
    for (qsizetype bit = 0; bit < body.size() * 8; ++bit) {
        const qsizetype at = bit / 8;
        QByteArray spoilt = body;
        spoilt[at] = static_cast<char>(spoilt[at] ^ (1 << (bit % 8)));
        const DecodedBody decoded = decodeGzip(spoilt, kRoomy);
        if (at >= kFirstIgnored && at < kFirstOfStream)
            QVERIFY(!decoded.failure);
        // The last bits of the stream may be unused.
        QVERIFY(decoded.failure || decoded.bytes == content);
        intact += decoded.failure ? 0 : 1;
    }
    QVERIFY(intact < 8 * (kFirstOfStream - kFirstIgnored + 2));
}

void TestGzip::staysWithinTheLimit_data()
{
    QTest::addColumn<qint64>("limit");
    QTest::addColumn<bool>("fits");
    QTest::newRow("roomy") << qint64(30'000) << true;
    QTest::newRow("exactly") << qint64(20'006) << true;
    QTest::newRow("one byte over") << qint64(20'005) << false;
    QTest::newRow("first member fits") << qint64(10'003) << false;
    QTest::newRow("nothing may come out") << qint64(0) << false;
}

void TestGzip::staysWithinTheLimit()
{
    QFETCH(const qint64, limit);
    QFETCH(const bool, fits);

    const QByteArray member = gzipped(QByteArray(10'003, 'a'));
    const DecodedBody decoded = decodeGzip(member + member, limit);
    QCOMPARE(!decoded.failure, fits);
    QCOMPARE(decoded.bytes.size(), fits ? qsizetype(20'006) : qsizetype(limit));
    if (!fits) {
        QCOMPARE(decoded.failure->kind, Error::Kind::TooLarge);
        QCOMPARE(decoded.failure->message,
            "the decompressed body is larger than " + QByteArray::number(limit)
                + " bytes, the most this gateway accepts");
    }
    QVERIFY(!decodeGzip(gzipped(""), 0).failure);
}

void TestGzip::doesNotUnpackBombs()
{
    const QByteArray body = gzipped(QByteArray(50 << 20, '\0'));
    QVERIFY(body.size() < 100'000);
    const DecodedBody decoded = decodeGzip(body, 1 << 20);
    QCOMPARE(decoded.failure->kind, Error::Kind::TooLarge);
    QCOMPARE(decoded.bytes.size(), qsizetype(1 << 20));
}

QTEST_APPLESS_MAIN(TestGzip)
#include "tst_gzip.moc"
