// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/http/outbox.h"

#include <QtTest>

#include <array>

using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray front(const Outbox& out, size_t pieces, qint64 most)
{
    std::vector<iovec> room(pieces);
    const size_t count = out.gather(room, most);
    QByteArray text;
    for (size_t i = 0; i < count; ++i)
        text.append(
            static_cast<const char*>(room[i].iov_base), static_cast<qsizetype>(room[i].iov_len));
    return text;
}

} // namespace

class TestOutbox : public QObject {
    Q_OBJECT
private slots:
    void givesBytesInOrder();
    void keepsToTheRoom();
    void advancesByAnyAmount();
    void letsWrittenSegmentsGo();
    void ignoresEmptySegments();
    void canBeCleared();
};

void TestOutbox::givesBytesInOrder()
{
    Outbox out;
    QVERIFY(out.isEmpty());
    out.append("abc"_ba);
    out.append("de"_ba);
    QCOMPARE(out.bytes(), 5);
    QCOMPARE(front(out, 8, 100), "abcde"_ba);
    QVERIFY(!out.isEmpty());
}

void TestOutbox::keepsToTheRoom()
{
    Outbox out;
    out.append("abc"_ba);
    out.append("de"_ba);
    QCOMPARE(front(out, 1, 100), "abc"_ba);
    QCOMPARE(front(out, 8, 4), "abcd"_ba);
    QCOMPARE(front(out, 8, 2), "ab"_ba);
    QCOMPARE(front(out, 8, 0), ""_ba);
}

void TestOutbox::advancesByAnyAmount()
{
    const QByteArray text = "abcdefghij"_ba;
    for (qsizetype step = 1; step <= text.size(); ++step) {
        Outbox out;
        for (qsizetype at = 0; at < text.size(); at += 3)
            out.append(text.mid(at, 3));
        for (qsizetype done = 0; done < text.size();) {
            QCOMPARE(front(out, 8, 100), text.mid(done));
            const qsizetype size = std::min(step, text.size() - done);
            out.advance(size);
            done += size;
            QCOMPARE(out.bytes(), text.size() - done);
        }
        QVERIFY(out.isEmpty());
        out.append("next"_ba);
        QCOMPARE(front(out, 8, 100), "next"_ba);
    }
}

void TestOutbox::letsWrittenSegmentsGo()
{
    const QByteArray segment(100, 'x');
    Outbox out;
    for (int i = 0; i < 20; ++i)
        out.append(segment);
    QVERIFY(!segment.isDetached());
    for (int i = 0; i < 19; ++i)
        out.advance(100);
    out.advance(99);
    QVERIFY(!segment.isDetached());
    out.advance(1);
    QVERIFY(segment.isDetached());
}

void TestOutbox::ignoresEmptySegments()
{
    Outbox out;
    out.append({});
    QVERIFY(out.isEmpty());
    QCOMPARE(front(out, 8, 100), ""_ba);
}

void TestOutbox::canBeCleared()
{
    Outbox out;
    out.append("abc"_ba);
    out.advance(1);
    out.clear();
    QVERIFY(out.isEmpty());
    out.append("de"_ba);
    QCOMPARE(front(out, 8, 100), "de"_ba);
}

QTEST_APPLESS_MAIN(TestOutbox)
#include "tst_outbox.moc"
