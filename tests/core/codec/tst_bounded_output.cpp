// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/bounded_output.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace pushgate::core;

class TestBoundedOutput : public QObject {
    Q_OBJECT

private slots:
    void startsEmpty();
    void keepsWhatIsCommitted();
    void endsAtTheLimit();
    void growsWithItsUse();
};

namespace {

void write(BoundedOutput& out, QByteArrayView bytes)
{
    const std::span<char> room = out.room(bytes.size());
    std::copy(bytes.begin(), bytes.end(), room.begin());
    out.commit(bytes.size());
}

} // namespace

void TestBoundedOutput::startsEmpty()
{
    BoundedOutput out(10);
    QCOMPARE(out.size(), qsizetype(0));
    QCOMPARE(out.left(), qint64(10));
    QVERIFY(out.view().isEmpty());
    QVERIFY(std::move(out).take().isEmpty());
}

void TestBoundedOutput::keepsWhatIsCommitted()
{
    BoundedOutput out(1'000'000);
    QByteArray expected;
    for (int i = 0; i < 20'000; ++i) {
        const QByteArray piece = QByteArray::number(i);
        write(out, piece);
        expected += piece;
    }
    QVERIFY(out.view() == expected);
    QCOMPARE(out.size(), expected.size());
    QCOMPARE(std::move(out).take(), expected);
}

void TestBoundedOutput::endsAtTheLimit()
{
    BoundedOutput out(5);
    write(out, "abc");
    QCOMPARE(out.left(), qint64(2));
    QCOMPARE(out.room().size(), size_t(2));
    write(out, "de");
    QCOMPARE(out.left(), qint64(0));
    QCOMPARE(std::move(out).take(), "abcde"_ba);
}

void TestBoundedOutput::growsWithItsUse()
{
    BoundedOutput out(qint64(1) << 40);
    QVERIFY(out.room().size() <= 4096);
    for (int i = 0; i < 2000; ++i) {
        const auto room = static_cast<qsizetype>(out.room().size());
        QVERIFY(room > 0);
        QVERIFY(room <= qMax(qsizetype(4096), out.size() + 1));
        out.commit(qMin(room, qsizetype(700)));
    }
}

QTEST_APPLESS_MAIN(TestBoundedOutput)
#include "tst_bounded_output.moc"
