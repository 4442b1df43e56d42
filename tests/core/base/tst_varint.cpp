// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/varint.h"

#include <QTest>

#include <limits>
#include <random>

using namespace Qt::StringLiterals;
using namespace pushgate::core;

class TestVarint : public QObject {
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void readsBackWhatItWrites();
};

void TestVarint::reads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<quint64>("value");
    QTest::addColumn<qsizetype>("length");
    QTest::newRow("zero") << QByteArray(1, '\0') << quint64(0) << qsizetype(1);
    QTest::newRow("one byte") << "\x7f"_ba << quint64(127) << qsizetype(1);
    QTest::newRow("two bytes") << "\x80\x01"_ba << quint64(128) << qsizetype(2);
    QTest::newRow("what follows is left") << "\xac\x02rest"_ba << quint64(300) << qsizetype(2);
    QTest::newRow("longer than needed")
        << QByteArray("\x85\x80\0", 3) << quint64(5) << qsizetype(3);
    QTest::newRow("34 billion") << "\xff\xff\xff\xff\x7f"_ba << quint64(34359738367)
                                << qsizetype(5);
    QTest::newRow("largest") << "\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01"_ba
                             << std::numeric_limits<quint64>::max() << qsizetype(10);
}

void TestVarint::reads()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const quint64, value);
    QFETCH(const qsizetype, length);

    const auto varint = readVarint(bytes);
    QVERIFY(bool(varint));
    QCOMPARE(quint64(varint->value), value);
    QCOMPARE(varint->length, length);
}

void TestVarint::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("message");
    const QByteArray overflow = "proto: variable length integer overflow"_ba;
    QTest::newRow("nothing") << ""_ba
                             << "unexpected EOF"_ba;
    QTest::newRow("cut after one") << "\x80"_ba
                                   << "unexpected EOF"_ba;
    QTest::newRow("cut after nine") << QByteArray(9, '\xff') << "unexpected EOF"_ba;
    QTest::newRow("ten that go on") << QByteArray(10, '\xff') << overflow;
    QTest::newRow("eleven") << QByteArray(10, '\x80') + '\0' << overflow;
    QTest::newRow("65 bits") << QByteArray(9, '\xff') + '\x02' << overflow;
    QTest::newRow("70 bits") << QByteArray(9, '\x80') + '\x7f' << overflow;
}

void TestVarint::refuses()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, message);

    const auto varint = readVarint(bytes);
    QVERIFY(!varint);
    QCOMPARE(varint.error(), badRequest(message));
}

void TestVarint::readsBackWhatItWrites()
{
    std::mt19937_64 random(9);
    for (int i = 0; i < 20'000; ++i) {
        const quint64 value = i < 1000 ? quint64(i) : random() >> (random() % 64);
        QByteArray bytes;
        appendVarint(bytes, value);
        QCOMPARE(varintLength(value), bytes.size());
        const auto varint = readVarint(bytes + "\xff");
        QVERIFY(bool(varint));
        QCOMPARE(quint64(varint->value), value);
        QCOMPARE(varint->length, bytes.size());
        QVERIFY(!readVarint(QByteArrayView(bytes).chopped(1)));
    }
}

QTEST_APPLESS_MAIN(TestVarint)
#include "tst_varint.moc"
