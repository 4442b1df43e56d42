// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/options/byte_count_text.h"

#include <QtTest>

using namespace pushgate;
using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

class TestByteCountText : public QObject {
    Q_OBJECT
private slots:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
};

void TestByteCountText::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QByteArray>("shown");
    QTest::newRow("bare") << "1000"_ba << qint64{1000} << "1000"_ba;
    QTest::newRow("KiB") << "3KiB"_ba << qint64{3072} << "3KiB"_ba;
    QTest::newRow("MiB") << "512MiB"_ba << qint64{512} * 1024 * 1024 << "512MiB"_ba;
    QTest::newRow("bytes that are a GiB") << "1073741824"_ba << qint64{1} * (1 << 30) << "1GiB"_ba;
    QTest::newRow("large") << "8589934591GiB"_ba << qint64{8589934591} * (1 << 30)
                           << "8589934591GiB"_ba;
}

void TestByteCountText::reads()
{
    QFETCH(const QByteArray, text);
    QFETCH(const qint64, bytes);
    QFETCH(const QByteArray, shown);
    const auto read = parseByteCount(text);
    QVERIFY(read);
    QCOMPARE(*read, bytes);
    QCOMPARE(byteCountText(bytes), shown);
}

void TestByteCountText::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"", "0", "0MiB", "MiB", "-1", "+1", "1.5MiB", "1 MiB", "1MB", "1mib",
             "0x10", "8589934592GiB", "99999999999999999999"})
        QTest::newRow(text) << QByteArray(text);
}

void TestByteCountText::refuses()
{
    QFETCH(const QByteArray, text);
    const auto read = parseByteCount(text);
    QVERIFY(!read);
    QCOMPARE(read.error(), core::badRequest("invalid size \"" + text + '"'));
}

QTEST_APPLESS_MAIN(TestByteCountText)
#include "tst_byte_count_text.moc"
