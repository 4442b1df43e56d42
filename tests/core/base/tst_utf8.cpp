// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/utf8.h"

#include <QString>
#include <QTest>

#include <random>
#include <vector>

using namespace Qt::StringLiterals;
using namespace pushgate::core;

class TestUtf8 : public QObject {
    Q_OBJECT

private slots:
    void decidesValidity_data();
    void decidesValidity();
    void encodesEveryScalarLikeQt();
    void decodesEveryScalar();
    void knowsScalars();
    void countsEachInvalidByte_data();
    void countsEachInvalidByte();
    void stepsAgreeWithValidityOnRandomBytes();
};

namespace {

std::vector<char32_t> valuesOf(QByteArrayView bytes)
{
    std::vector<char32_t> values;
    for (const CodePoint& point : CodePoints(bytes))
        values.push_back(point.value);
    return values;
}

void addInvalidRows()
{
    QTest::newRow("lone continuation") << "\x80"_ba << 1;
    QTest::newRow("overlong slash") << "\xc0\xaf"_ba << 2;
    QTest::newRow("overlong, three bytes") << "\xe0\x9f\xbf"_ba << 3;
    QTest::newRow("overlong, four bytes") << "\xf0\x8f\xbf\xbf"_ba << 4;
    QTest::newRow("surrogate") << "\xed\xa0\x80"_ba << 3;
    QTest::newRow("above U+10FFFF") << "\xf4\x90\x80\x80"_ba << 4;
    QTest::newRow("F5") << "\xf5\x80\x80\x80"_ba << 4;
    QTest::newRow("FF") << "\xff"_ba << 1;
    QTest::newRow("cut after one of two") << "\xc3"_ba << 1;
    QTest::newRow("cut after two of three") << "\xe2\x82"_ba << 2;
    QTest::newRow("cut after three of four") << "\xf0\x9f\x98"_ba << 3;
}

} // namespace

void TestUtf8::decidesValidity_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("invalidBytes");
    QTest::newRow("empty") << ""_ba << 0;
    QTest::newRow("ASCII with a zero byte") << QByteArray("a\0b", 3) << 0;
    QTest::newRow("two, three and four bytes") << "\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80"_ba << 0;
    QTest::newRow("noncharacter") << "\xef\xbf\xbf"_ba << 0;
    QTest::newRow("byte order mark") << "\xef\xbb\xbf"_ba << 0;
    QTest::newRow("last code point") << "\xf4\x8f\xbf\xbf"_ba << 0;
    addInvalidRows();
}

void TestUtf8::decidesValidity()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, invalidBytes);

    // At every place in a longer text, as blocks are looked at together.
    for (int before = 0; before < 40; ++before) {
        const QByteArray padded = QByteArray(before, 'a') + bytes + QByteArray(40 - before, 'z');
        QCOMPARE(isValidUtf8(padded), invalidBytes == 0);
    }
    QCOMPARE(isValidUtf8(bytes), invalidBytes == 0);
}

void TestUtf8::encodesEveryScalarLikeQt()
{
    for (char32_t value = 0; value <= 0x10FFFF; ++value) {
        if (!isUnicodeScalar(value))
            continue;
        QByteArray encoded;
        appendUtf8(encoded, value);
        if (encoded != QStringView(QChar::fromUcs4(value)).toUtf8())
            QFAIL(QByteArray::number(uint(value), 16).constData());
    }
}

void TestUtf8::decodesEveryScalar()
{
    for (char32_t value = 0; value <= 0x10FFFF; ++value) {
        if (!isUnicodeScalar(value))
            continue;
        QByteArray encoded("a");
        appendUtf8(encoded, value);
        const CodePoint expected{value, 1, encoded.size() - 1, CodePoint::Origin::Encoded};
        if (!(codePointAt(encoded, 1) == expected) || !isValidUtf8(encoded))
            QFAIL(QByteArray::number(uint(value), 16).constData());
    }
}

void TestUtf8::knowsScalars()
{
    QVERIFY(isUnicodeScalar(0));
    QVERIFY(isUnicodeScalar(0xD7FF));
    QVERIFY(!isUnicodeScalar(0xD800));
    QVERIFY(!isUnicodeScalar(0xDFFF));
    QVERIFY(isUnicodeScalar(0xE000));
    QVERIFY(isUnicodeScalar(0x10FFFF));
    QVERIFY(!isUnicodeScalar(0x110000));
}

void TestUtf8::countsEachInvalidByte_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("invalidBytes");
    addInvalidRows();
}

void TestUtf8::countsEachInvalidByte()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, invalidBytes);

    std::vector<char32_t> expected(static_cast<size_t>(invalidBytes), kReplacementCharacter);
    QVERIFY(valuesOf(bytes) == expected);
    expected.push_back('x');
    QVERIFY(valuesOf(bytes + "x") == expected);
    QCOMPARE(codePointAt(bytes, 0).origin, CodePoint::Origin::InvalidByte);
    QCOMPARE(codePointAt("\xef\xbf\xbd"_ba, 0).origin, CodePoint::Origin::Encoded);
}

void TestUtf8::stepsAgreeWithValidityOnRandomBytes()
{
    const QByteArray alphabet
        = "a\x7f\x80\x8f\x90\x9f\xa0\xbf\xc1\xc2\xdf\xe0\xec\xed\xee\xef\xf0\xf3\xf4\xf5\xff"_ba;
    std::mt19937 random(3);
    int valid = 0;
    for (int i = 0; i < 100'000; ++i) {
        QByteArray bytes;
        for (auto length = random() % 6; length > 0; --length)
            bytes += alphabet[static_cast<qsizetype>(
                random() % static_cast<size_t>(alphabet.size()))];
        bool sawInvalid = false;
        qsizetype offset = 0;
        for (const CodePoint& point : CodePoints(bytes)) {
            QCOMPARE(point.offset, offset);
            offset += point.length;
            sawInvalid = sawInvalid || point.origin == CodePoint::Origin::InvalidByte;
        }
        QCOMPARE(offset, bytes.size());
        QCOMPARE(isValidUtf8(bytes), !sawInvalid);
        valid += sawInvalid ? 0 : 1;
    }
    QVERIFY(valid > 1000);
}

QTEST_APPLESS_MAIN(TestUtf8)
#include "tst_utf8.moc"
