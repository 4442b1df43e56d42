// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/gzip.h"
#include "core/expose/gzip_segments.h"

#include <QTest>

#include <random>

using namespace pushgate::core;

namespace {

constexpr qint64 kLimit = 64 * 1024 * 1024;

QByteArray someText(quint32 seed, qsizetype size)
{
    std::mt19937 random(seed);
    QByteArray text;
    while (text.size() < size)
        text += "metric_" + QByteArray::number(qint64(random() % 1000)) + "{job=\"a\"} 1\n";
    return text.first(size);
}

QByteArray noise(quint32 seed, qsizetype size)
{
    std::mt19937 random(seed);
    QByteArray bytes;
    while (bytes.size() < size)
        bytes += char(random() % 256);
    return bytes;
}

} // namespace

class TestGzipSegments : public QObject {
    Q_OBJECT

private slots:
    void readsBack_data();
    void readsBack();
    void writesTheHeaderOfTheReference();
    void compressesAsWellAsOneStream();
    void keepsSegmentsIndependent();
    void endsSegmentsOnBytes();
};

void TestGzipSegments::readsBack_data()
{
    QTest::addColumn<QList<QByteArray>>("segments");
    QTest::newRow("none") << QList<QByteArray>();
    QTest::newRow("one byte") << QList<QByteArray>{"a"};
    QTest::newRow("several") << QList<QByteArray>{"a", "b", "a", someText(1, 100'000), "end"};
    QTest::newRow("an empty one") << QList<QByteArray>{"a", "", "b"};
    QTest::newRow("incompressible") << QList<QByteArray>{noise(1, 70'000), noise(2, 3)};
    QTest::newRow("larger than what is compressed at once")
        << QList<QByteArray>{someText(2, SegmentDeflater::kMostPlainBytes * 3 + 1), "end"};
    QTest::newRow("as large as is compressed at once")
        << QList<QByteArray>{noise(3, SegmentDeflater::kMostPlainBytes), "end"};
    QList<QByteArray> many;
    for (quint32 i = 0; i < 300; ++i)
        many.push_back(i % 2 == 0 ? someText(i, i * 10 + 1) : noise(i, i));
    QTest::newRow("many") << many;
}

void TestGzipSegments::readsBack()
{
    QFETCH(const QList<QByteArray>, segments);

    const auto member = gzipSegments(segments);
    QVERIFY(bool(member));
    const QByteArray wire = member->join();
    const DecodedBody decoded = decodeGzip(wire, kLimit);
    QVERIFY(!decoded.failure);
    QVERIFY(decoded.bytes == segments.join());
}

void TestGzipSegments::writesTheHeaderOfTheReference()
{
    QCOMPARE(gzipSegments({})->join().toHex(),
        QByteArray("1f8b08000000000000ff"
                   "0300"
                   "00000000"
                   "00000000"));
}

void TestGzipSegments::compressesAsWellAsOneStream()
{
    const QByteArray text = someText(5, 640 * 1024);
    QList<QByteArray> cut;
    for (qsizetype at = 0; at < text.size(); at += 64 * 1024)
        cut.push_back(text.sliced(at, 64 * 1024));
    const auto inOne = gzipSegments({text})->join().size();
    const auto inTen = gzipSegments(cut)->join().size();
    QVERIFY2(inTen < inOne * 11 / 10, qPrintable(QString::number(inTen)));
}

void TestGzipSegments::keepsSegmentsIndependent()
{
    const QByteArray texts[] = {someText(1, 50'000), someText(2, 60'000)};
    SegmentDeflater deflater;
    const DeflatedSegment first = *deflater.deflate(texts[0]);
    const DeflatedSegment second = *deflater.deflate(texts[1]);
    SegmentDeflater another;
    const DeflatedSegment alone = *another.deflate(texts[1]);
    QCOMPARE(second.bytes, alone.bytes);

    const DecodedBody decoded = decodeGzip(gzipMember({second, first, second}).join(), kLimit);
    QVERIFY(!decoded.failure);
    QVERIFY(decoded.bytes == texts[1] + texts[0] + texts[1]);
}

void TestGzipSegments::endsSegmentsOnBytes()
{
    SegmentDeflater deflater;
    for (quint32 i = 0; i < 200; ++i) {
        const DeflatedSegment segment = *deflater.deflate(someText(i, i * 7 + 1));
        QVERIFY(segment.bytes.endsWith(QByteArray("\0\0\xFF\xFF", 4)));
        QCOMPARE(segment.plainBytes, qint64(i * 7 + 1));
    }
}

QTEST_APPLESS_MAIN(TestGzipSegments)
#include "tst_gzip_segments.moc"
