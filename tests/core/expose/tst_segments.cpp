// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expose/segments.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace pushgate::core;

namespace {

constexpr qsizetype kSegment = Segments::kSegmentBytes;

QByteArray joined(const QList<QByteArray>& segments)
{
    QByteArray all;
    for (const QByteArray& segment : segments)
        all += segment;
    return all;
}

} // namespace

class TestSegments : public QObject {
    Q_OBJECT

private slots:
    void isEmptyAtFirst();
    void joinsSmallWrites();
    void cutsAtTheSegmentSize();
    void writesLargerThanASegment();
    void giveRoomThatIsNotUsedUp();
    void takesOverLargeSegments();
    void copiesSmallSegments();
    void movesSegmentsOver();
    void keepsAllBytesInOrder();
};

void TestSegments::isEmptyAtFirst()
{
    Segments out;
    QCOMPARE(out.size(), 0);
    out.append(QByteArrayView());
    out.append(QList<QByteArray>{{}, {}});
    out.advance(out.room(10));
    QCOMPARE(out.size(), 0);
    QCOMPARE(out.take(), QList<QByteArray>());
}

void TestSegments::joinsSmallWrites()
{
    Segments out;
    for (int i = 0; i < 1000; ++i)
        out.append("0123456789");
    QCOMPARE(out.size(), 10'000);
    const QList<QByteArray> segments = out.take();
    QCOMPARE(segments.size(), 1);
    QCOMPARE(segments[0].size(), 10'000);
    QVERIFY(segments[0].capacity() < kSegment); // what is kept for long wastes nothing
    QCOMPARE(out.size(), 0);
    QVERIFY(out.take().isEmpty());
}

void TestSegments::cutsAtTheSegmentSize()
{
    Segments out;
    for (int i = 0; i < 3 * kSegment / 16; ++i)
        out.append("0123456789abcdef");
    const QList<QByteArray> segments = out.take();
    QCOMPARE(segments.size(), 3);
    for (const QByteArray& segment : segments)
        QCOMPARE(segment.size(), kSegment);
}

void TestSegments::writesLargerThanASegment()
{
    Segments out;
    out.append("a");
    out.append(QByteArray(5 * kSegment, 'b'));
    out.append("c");
    const QList<QByteArray> segments = out.take();
    QCOMPARE(segments.size(), 3);
    QCOMPARE(segments[1].size(), 5 * kSegment);
    QCOMPARE(segments[2], QByteArray("c"));
}

void TestSegments::giveRoomThatIsNotUsedUp()
{
    Segments out;
    for (int i = 0; i < 1000; ++i) {
        char* const at = out.room(1000);
        std::fill_n(at, 1000, 'x');
        *at = 'y';
        out.advance(at + 1);
    }
    QCOMPARE(out.take(), QList<QByteArray>{QByteArray(1000, 'y')});
}

void TestSegments::takesOverLargeSegments()
{
    const QByteArray large(kSegment, 'L');
    Segments out;
    out.append("a");
    out.append(QList<QByteArray>{large, "b", large});
    QCOMPARE(out.size(), 2 * kSegment + 2);
    const QList<QByteArray> segments = out.take();
    QCOMPARE(segments, (QList<QByteArray>{"a", large, "b", large}));
    QVERIFY(segments[1].isSharedWith(large));
}

void TestSegments::copiesSmallSegments()
{
    Segments out;
    for (int i = 0; i < 100; ++i)
        out.append(QList<QByteArray>{"some", "thing"});
    const QList<QByteArray> segments = out.take();
    QCOMPARE(segments, QList<QByteArray>{QByteArray("something").repeated(100)});
}

void TestSegments::movesSegmentsOver()
{
    Segments out;
    Segments part;
    out.append(part);
    part.append("small");
    out.append(part);
    QCOMPARE(part.size(), 0);
    part.append(QByteArray(kSegment + 1, 'L'));
    part.append("end");
    out.append(part);
    QCOMPARE(part.size(), 0);
    part.append(QByteArray(kSegment - 1, 'M'));
    out.append(part);
    QCOMPARE(part.take(), QList<QByteArray>());
    QCOMPARE(out.size(), 2 * kSegment + 8);
    QCOMPARE(out.take(),
        (QList<QByteArray>{
            "small", QByteArray(kSegment + 1, 'L'), "end", QByteArray(kSegment - 1, 'M')}));
}

void TestSegments::keepsAllBytesInOrder()
{
    std::mt19937 random(3);
    Segments out;
    Segments part;
    QByteArray expected;
    for (int i = 0; i < 3000; ++i) {
        const qsizetype most = random() % 50 == 0 ? 2 * kSegment : 200;
        const QByteArray bytes(qsizetype(random() % quint32(most)), char('a' + i % 26));
        expected += bytes;
        if (random() % 3 == 0) {
            out.append(bytes);
        } else if (random() % 2 == 0) {
            out.append(QList<QByteArray>{bytes});
        } else {
            part.append(bytes);
            out.append(part);
        }
        QCOMPARE(out.size(), expected.size());
    }
    const QList<QByteArray> segments = out.take();
    QVERIFY(!segments.contains(QByteArray()));
    QVERIFY(joined(segments) == expected);
}

QTEST_APPLESS_MAIN(TestSegments)
#include "tst_segments.moc"
