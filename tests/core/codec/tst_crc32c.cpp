// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/crc32c.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace pushgate::core;

class TestCrc32c : public QObject {
    Q_OBJECT

private slots:
    void sumsKnownBytes_data();
    void sumsKnownBytes();
    void agreesWithTheDefinitionAtEveryLength();
};

void TestCrc32c::sumsKnownBytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<quint32>("crc");
    QByteArray ascending(32, '\0');
    for (qsizetype i = 0; i < ascending.size(); ++i)
        ascending[i] = static_cast<char>(i);
    QTest::newRow("nothing") << ""_ba << 0U;
    QTest::newRow("check value") << "123456789"_ba << 0xE3069283U;
    QTest::newRow("RFC 3720: zeros") << QByteArray(32, '\0') << 0x8A9136AAU;
    QTest::newRow("RFC 3720: ones") << QByteArray(32, '\xff') << 0x62A8AB43U;
    QTest::newRow("RFC 3720: ascending") << ascending << 0x46DD794EU;
}

void TestCrc32c::sumsKnownBytes()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const quint32, crc);
    QCOMPARE(crc32c(bytes), crc);
}

void TestCrc32c::agreesWithTheDefinitionAtEveryLength()
{
    QByteArray bytes;
    quint32 running = 0xFFFFFFFF;
    for (int length = 1; length < 600; ++length) {
        const auto byte = static_cast<quint8>(length * 37 + length / 7);
        bytes += static_cast<char>(byte);
        running ^= byte;
        for (int bit = 0; bit < 8; ++bit)
            running = (running >> 1) ^ ((running & 1) != 0 ? 0x82F63B78 : 0);
        QCOMPARE(crc32c(bytes), ~running);
    }
}

QTEST_APPLESS_MAIN(TestCrc32c)
#include "tst_crc32c.moc"
