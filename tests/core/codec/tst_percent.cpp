// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/percent.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace pushgate::core;

class TestPercent : public QObject {
    Q_OBJECT

private slots:
    void decodes_data();
    void decodes();
    void refusesBrokenEscapes_data();
    void refusesBrokenEscapes();
    void encodesPaths_data();
    void encodesPaths();
    void decodingUndoesEncoding();
};

void TestPercent::decodes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << ""_ba
                           << ""_ba;
    QTest::newRow("nothing to do") << "/metrics/job/a"_ba
                                   << "/metrics/job/a"_ba;
    QTest::newRow("slash") << "a%2Fb%2fc"_ba
                           << "a/b/c"_ba;
    QTest::newRow("plus stays") << "a+b%2Bc"_ba
                                << "a+b+c"_ba;
    QTest::newRow("percent, once") << "%2525"_ba
                                   << "%25"_ba;
    QTest::newRow("zero byte") << "a%00b"_ba << QByteArray("a\0b", 3);
    QTest::newRow("bytes that are no UTF-8") << "%ff%C3"_ba
                                             << "\xff\xc3"_ba;
    QTest::newRow("bytes not escaped") << "\xc3\xa9 ;"_ba
                                       << "\xc3\xa9 ;"_ba;
}

void TestPercent::decodes()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, bytes);

    const auto decoded = percentDecode(text);
    QVERIFY(bool(decoded));
    QCOMPARE(*decoded, bytes);
}

void TestPercent::refusesBrokenEscapes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("percent at the end") << "ab%"_ba
                                        << R"(invalid URL escape "%")"_ba;
    QTest::newRow("one digit at the end") << "ab%2"_ba
                                          << R"(invalid URL escape "%2")"_ba;
    QTest::newRow("no digits") << "%zz"_ba
                               << R"(invalid URL escape "%zz")"_ba;
    QTest::newRow("second is no digit") << "%2g0"_ba
                                        << R"(invalid URL escape "%2g")"_ba;
    QTest::newRow("first is no digit") << "%-10"_ba
                                       << R"(invalid URL escape "%-1")"_ba;
    QTest::newRow("after a good one") << "%41%"_ba
                                      << R"(invalid URL escape "%")"_ba;
}

void TestPercent::refusesBrokenEscapes()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, message);

    const auto decoded = percentDecode(text);
    QVERIFY(!decoded);
    QCOMPARE(decoded.error(), badRequest(message));
}

void TestPercent::encodesPaths_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("encoded");
    QTest::newRow("plain") << "/metrics/job/a-b_c.d~e"_ba
                           << "/metrics/job/a-b_c.d~e"_ba;
    QTest::newRow("reserved that may stay") << "$&+,/:;=@"_ba
                                            << "$&+,/:;=@"_ba;
    QTest::newRow("others") << "%?#[] \"<>"_ba
                            << "%25%3F%23%5B%5D%20%22%3C%3E"_ba;
    QTest::newRow("bytes") << QByteArray("\0\x7f\xc3\xa9", 4) << "%00%7F%C3%A9"_ba;
}

void TestPercent::encodesPaths()
{
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, encoded);
    QCOMPARE(percentEncodePath(path), encoded);
}

void TestPercent::decodingUndoesEncoding()
{
    std::mt19937 random(7);
    for (int i = 0; i < 5000; ++i) {
        QByteArray path;
        for (auto length = random() % 20; length > 0; --length)
            path += static_cast<char>(random() % 256);
        const auto decoded = percentDecode(percentEncodePath(path));
        QVERIFY(bool(decoded));
        QCOMPARE(*decoded, path);
    }
}

QTEST_APPLESS_MAIN(TestPercent)
#include "tst_percent.moc"
