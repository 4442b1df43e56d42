// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/base64url.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace pushgate::core;

class TestBase64Url : public QObject {
    Q_OBJECT

private slots:
    void decodes_data();
    void decodes();
    void saysWhereItIsIllegal_data();
    void saysWhereItIsIllegal();
    void decodesWhatQtEncodes();
    void refusesEveryOtherByte();
};

void TestBase64Url::decodes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << ""_ba
                           << ""_ba;
    QTest::newRow("only padding") << "===="_ba
                                  << ""_ba;
    QTest::newRow("one byte") << "YQ"_ba
                              << "a"_ba;
    QTest::newRow("bits left over") << "YR"_ba
                                    << "a"_ba;
    QTest::newRow("padded") << "YQ=="_ba
                            << "a"_ba;
    QTest::newRow("padded too much") << "YQ====="_ba
                                     << "a"_ba;
    QTest::newRow("two bytes") << "YWI"_ba
                               << "ab"_ba;
    QTest::newRow("three bytes") << "YWJj"_ba
                                 << "abc"_ba;
    QTest::newRow("URL alphabet") << "_-8"_ba
                                  << "\xff\xef"_ba;
    QTest::newRow("line ends inside") << "Y\nW\r\nJj\n"_ba
                                      << "abc"_ba;
    QTest::newRow("only line ends") << "\r\n"_ba
                                    << ""_ba;
}

void TestBase64Url::decodes()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, bytes);
    QCOMPARE(decodeBase64Url(text), (Base64Decoded{bytes, std::nullopt}));
}

void TestBase64Url::saysWhereItIsIllegal_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("bytesBefore");
    QTest::addColumn<qsizetype>("offset");
    QTest::newRow("plus") << "YWJj+A"_ba
                          << "abc"_ba << qsizetype(4);
    QTest::newRow("slash") << "/"_ba
                           << ""_ba << qsizetype(0);
    QTest::newRow("padding inside") << "YQ==YQ"_ba
                                    << ""_ba << qsizetype(2);
    QTest::newRow("padding before a line end") << "YQ==\n"_ba
                                               << ""_ba << qsizetype(2);
    QTest::newRow("blank") << "YWJjYW Jj"_ba
                           << "abc"_ba << qsizetype(6);
    QTest::newRow("zero byte") << QByteArray("YQ\0", 3) << ""_ba << qsizetype(2);
    QTest::newRow("beyond ASCII") << "YWJjYWJj\xc3\xa9"_ba
                                  << "abcabc"_ba << qsizetype(8);
    QTest::newRow("one left over") << "Y"_ba
                                   << ""_ba << qsizetype(0);
    QTest::newRow("one left over, later") << "YWJjY"_ba
                                          << "abc"_ba << qsizetype(4);
    QTest::newRow("one left over, padded") << "YWJjY==="_ba
                                           << "abc"_ba << qsizetype(4);
    QTest::newRow("one left over, then a line end") << "YWJjY\n"_ba
                                                    << "abc"_ba << qsizetype(5);
    QTest::newRow("one left over after a line end") << "YWJj\nY"_ba
                                                    << "abc"_ba << qsizetype(5);
}

void TestBase64Url::saysWhereItIsIllegal()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, bytesBefore);
    QFETCH(const qsizetype, offset);
    QCOMPARE(decodeBase64Url(text), (Base64Decoded{bytesBefore, offset}));
}

void TestBase64Url::decodesWhatQtEncodes()
{
    std::mt19937 random(8);
    for (int i = 0; i < 5000; ++i) {
        QByteArray bytes;
        for (auto length = random() % 30; length > 0; --length)
            bytes += static_cast<char>(random() % 256);
        QCOMPARE(decodeBase64Url(bytes.toBase64(QByteArray::Base64UrlEncoding)),
            (Base64Decoded{bytes, std::nullopt}));
    }
}

void TestBase64Url::refusesEveryOtherByte()
{
    const QByteArray accepted
        = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_\r\n"_ba;
    for (int byte = 0; byte < 256; ++byte) {
        const QByteArray text = QByteArray("YQ") + static_cast<char>(byte) + "YQ";
        const Base64Decoded decoded = decodeBase64Url(text);
        if (accepted.contains(static_cast<char>(byte)))
            QVERIFY(!(decoded.illegalAt == qsizetype(2)));
        else
            QVERIFY(decoded.illegalAt == qsizetype(2));
    }
}

QTEST_APPLESS_MAIN(TestBase64Url)
#include "tst_base64url.moc"
