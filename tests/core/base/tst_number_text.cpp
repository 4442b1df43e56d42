// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/number_text.h"
#include "tests/support/exact_number.h"

#include <QTest>

#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

using namespace Qt::StringLiterals;
using namespace pushgate::core;
using namespace pushgate::tests;

class TestNumberText : public QObject {
    Q_OBJECT

private slots:
    void writesAsGoDoes_data();
    void writesAsGoDoes();
    void appendsToWhatIsThere();
    void writesTheShortestDigits();
    void laysOutByExponent();
    void readsAcceptedForms_data();
    void readsAcceptedForms();
    void refusesOtherForms_data();
    void refusesOtherForms();
    void readsNaNWithGoBits();
    void readsBackWhatItWrites();
    void roundsHalfwayCasesToEven();
    void roundsLongDecimalsCorrectly();
};

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kLargest = std::numeric_limits<double>::max();
constexpr double kSmallest = std::numeric_limits<double>::denorm_min();

QByteArray textOf(double value, NegativeZero negativeZero = NegativeZero::AsZero)
{
    QByteArray text;
    appendGoNumber(text, value, negativeZero);
    return text;
}

void appendWithNeighbours(std::vector<double>& numbers, double value)
{
    for (const double number :
        {std::nextafter(value, 0), value, std::nextafter(value, kInfinity)}) {
        if (number > 0 && std::isfinite(number))
            numbers.push_back(number);
    }
}

/// Positive and finite: every power of two and ten with its neighbours, random ones of every
/// magnitude, short decimals, integers, subnormals, quarters (which tie between decimals).
std::vector<double> interestingNumbers()
{
    std::vector<double> numbers;
    for (int exponent = -1074; exponent <= 1023; ++exponent)
        appendWithNeighbours(numbers, std::ldexp(1.0, exponent));
    for (int exponent = -323; exponent <= 308; ++exponent)
        appendWithNeighbours(numbers, ("1e" + QByteArray::number(exponent)).toDouble());
    appendWithNeighbours(numbers, kLargest);

    std::mt19937_64 random(20);
    for (int i = 0; i < 8000; ++i) {
        const double number = std::abs(std::bit_cast<double>(random()));
        if (std::isfinite(number) && number > 0)
            numbers.push_back(number);
        numbers.push_back(static_cast<double>(random() >> (random() % 64)) + 1);
        numbers.push_back(static_cast<double>(random() % 10'000'000 + 1) / 1000);
        numbers.push_back(std::bit_cast<double>((random() >> (12 + random() % 52)) | 1));
        numbers.push_back(static_cast<double>((random() >> 11) | 1) / 4);
        numbers.push_back(std::ldexp(static_cast<double>(random() >> 11), -60) + kSmallest);
    }
    return numbers;
}

QByteArray digitsOf(QByteArray text)
{
    text.removeIf([](char c) { return c == '.'; });
    const qsizetype mark = text.indexOf('e');
    return mark < 0 ? text : text.first(mark);
}

} // namespace

void TestNumberText::writesAsGoDoes_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("one") << 1.0 << "1"_ba;
    QTest::newRow("zero") << 0.0 << "0"_ba;
    QTest::newRow("negative zero") << -0.0 << "0"_ba;
    QTest::newRow("minus one") << -1.0 << "-1"_ba;
    QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN() << "NaN"_ba;
    QTest::newRow("negative not a number") << -std::numeric_limits<double>::quiet_NaN() << "NaN"_ba;
    QTest::newRow("infinity") << kInfinity << "+Inf"_ba;
    QTest::newRow("negative infinity") << -kInfinity << "-Inf"_ba;
    QTest::newRow("small integer") << 42.0 << "42"_ba;
    QTest::newRow("hundred thousand") << 1e5 << "100000"_ba;
    QTest::newRow("six digits") << 123456.0 << "123456"_ba;
    QTest::newRow("largest plain integer") << 999999.0 << "999999"_ba;
    QTest::newRow("its negative") << -999999.0 << "-999999"_ba;
    QTest::newRow("million") << 1e6 << "1e+06"_ba;
    QTest::newRow("minus million") << -1e6 << "-1e+06"_ba;
    QTest::newRow("seven digits") << 1234567.0 << "1.234567e+06"_ba;
    QTest::newRow("fraction above a million") << 1234567.5 << "1.2345675e+06"_ba;
    QTest::newRow("many digits stay plain") << 123456.789012 << "123456.789012"_ba;
    QTest::newRow("just below a million") << 999999.9999999999 << "999999.9999999999"_ba;
    QTest::newRow("unix time") << 1795343319.9005935 << "1.7953433199005935e+09"_ba;
    QTest::newRow("half") << 0.5 << "0.5"_ba;
    QTest::newRow("tenth") << 0.1 << "0.1"_ba;
    QTest::newRow("negative fraction") << -12.25 << "-12.25"_ba;
    QTest::newRow("ten and a half") << 10.5 << "10.5"_ba;
    QTest::newRow("sum of tenths") << 0.1 + 0.2 << "0.30000000000000004"_ba;
    QTest::newRow("smallest plain") << 0.0001 << "0.0001"_ba;
    QTest::newRow("longest plain") << -0.00012345678901234567 << "-0.00012345678901234567"_ba;
    QTest::newRow("below plain") << 0.00001 << "1e-05"_ba;
    QTest::newRow("below plain, digits") << 0.000012 << "1.2e-05"_ba;
    QTest::newRow("two to 64") << 18446744073709551615.0 << "1.8446744073709552e+19"_ba;
    QTest::newRow("smallest") << kSmallest << "5e-324"_ba;
    QTest::newRow("largest") << kLargest << "1.7976931348623157e+308"_ba;
    QTest::newRow("smallest normal")
        << -std::numeric_limits<double>::min() << "-2.2250738585072014e-308"_ba;
    QTest::newRow("three-digit exponent") << 1e100 << "1e+100"_ba;
    QTest::newRow("1e23, not its neighbour") << 1e23 << "1e+23"_ba;
    QTest::newRow("tie between decimals") << 1125899906842624.25 << "1.1258999068426242e+15"_ba;
}

void TestNumberText::writesAsGoDoes()
{
    QFETCH(const double, value);
    QFETCH(const QByteArray, text);

    QCOMPARE(textOf(value), text);
    const QByteArray signedText = value == 0 && std::signbit(value) ? "-0"_ba : text;
    QCOMPARE(textOf(value, NegativeZero::Signed), signedText);
    QVERIFY(size_t(text.size()) <= kMaxGoNumberChars);
}

void TestNumberText::appendsToWhatIsThere()
{
    QByteArray out = "m "_ba;
    out.reserve(64);
    const char* const storage = out.constData();
    appendGoNumber(out, 0.25);
    out += '\n';
    QCOMPARE(out, "m 0.25\n"_ba);
    QVERIFY(out.constData() == storage); // nothing allocated
}

void TestNumberText::writesTheShortestDigits()
{
    const std::vector<double> numbers = interestingNumbers();
    QVERIFY(numbers.size() > 50'000);
    for (const double number : numbers) {
        const QByteArray text = textOf(number);
        QVERIFY2(roundsTo(text, number), text.constData());
        QVERIFY2(isShortest(text, number), text.constData());
        QCOMPARE(textOf(-number), "-" + text);
    }
}

void TestNumberText::laysOutByExponent()
{
    for (const double number : interestingNumbers()) {
        const QByteArray text = textOf(number);
        const QByteArray digits = digitsOf(text);
        if (number < 1e-4 || number >= 1e6) {
            const qsizetype mark = text.indexOf('e');
            QVERIFY2(mark > 0, text.constData());
            QVERIFY2(text[mark + 1] == (number < 1 ? '-' : '+'), text.constData());
            QVERIFY2(text.size() - mark >= 4, text.constData());
            QVERIFY2(text.size() - mark == 4 || text[mark + 2] != '0', text.constData());
            QVERIFY2(digits.size() == 1 ? mark == 1 : text[1] == '.', text.constData());
            QVERIFY2(digits.size() == 1 || !digits.endsWith('0'), text.constData());
            QVERIFY2(!digits.startsWith('0'), text.constData());
        } else {
            QVERIFY2(!text.contains('e'), text.constData());
            QVERIFY2(!text.startsWith('.') && !text.endsWith('.'), text.constData());
            QVERIFY2(!text.contains('.') || !text.endsWith('0'), text.constData());
            QVERIFY2(text.startsWith("0.") == (number < 1), text.constData());
            QVERIFY2(number < 1 || !text.startsWith('0'), text.constData());
        }
    }
}

void TestNumberText::readsAcceptedForms_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<double>("value");
    QTest::newRow("integer") << "42"_ba << 42.0;
    QTest::newRow("plus") << "+42"_ba << 42.0;
    QTest::newRow("minus") << "-42"_ba << -42.0;
    QTest::newRow("leading zeros") << "0007"_ba << 7.0;
    QTest::newRow("fraction") << "1.5"_ba << 1.5;
    QTest::newRow("no digit after the point") << "1."_ba << 1.0;
    QTest::newRow("no digit before the point") << "-.5"_ba << -0.5;
    QTest::newRow("exponent") << "1e3"_ba << 1000.0;
    QTest::newRow("capital exponent, plus") << "1.E+3"_ba << 1000.0;
    QTest::newRow("negative exponent") << "25e-2"_ba << 0.25;
    QTest::newRow("exponent with zeros") << "1e0000000000000000000000003"_ba << 1000.0;
    QTest::newRow("negative zero") << "-0"_ba << -0.0;
    QTest::newRow("zero with an exponent") << "0e400"_ba << 0.0;
    QTest::newRow("zero with a huge exponent") << "-0.0e99999999999999999999"_ba << -0.0;
    QTest::newRow("largest") << "1.7976931348623157e308"_ba << kLargest;
    QTest::newRow("still the largest") << "1.797693134862315807e308"_ba << kLargest;
    QTest::newRow("smallest") << "5e-324"_ba << kSmallest;
    QTest::newRow("rounds to the smallest") << "2.4703282292062328e-324"_ba << kSmallest;
    QTest::newRow("underflow") << "2.4703282292062327e-324"_ba << 0.0;
    QTest::newRow("negative underflow") << "-1e-400"_ba << -0.0;
    QTest::newRow("deep underflow") << "1e-99999999999999999999"_ba << 0.0;
    QTest::newRow("many zeros undone by the exponent")
        << "0." + QByteArray(400, '0') + "1e401" << 1.0;
    QTest::newRow("many digits undone by the exponent")
        << "1" + QByteArray(400, '0') + "e-400" << 1.0;
    QTest::newRow("inf") << "inf"_ba << kInfinity;
    QTest::newRow("+Inf") << "+Inf"_ba << kInfinity;
    QTest::newRow("-INF") << "-INF"_ba << -kInfinity;
    QTest::newRow("Infinity") << "Infinity"_ba << kInfinity;
    QTest::newRow("-iNfInItY") << "-iNfInItY"_ba << -kInfinity;
}

void TestNumberText::readsAcceptedForms()
{
    QFETCH(const QByteArray, text);
    QFETCH(const double, value);

    const auto parsed = parseGoFloat(text);
    QVERIFY(parsed.has_value());
    QCOMPARE(std::bit_cast<quint64>(*parsed), std::bit_cast<quint64>(value));
}

void TestNumberText::refusesOtherForms_data()
{
    QTest::addColumn<QByteArray>("text");
    const std::vector<QByteArray> refused
        = {""_ba, "+"_ba, "-"_ba, "."_ba, "+."_ba, "-.e1"_ba, "e1"_ba, "1e"_ba, "1e+"_ba, "1e-"_ba,
            "1e+-1"_ba, "1e1.0"_ba, "1e1e1"_ba, "1..2"_ba, "1.2.3"_ba, "++1"_ba, "+-1"_ba, "--1"_ba,
            "-+1"_ba, " 1"_ba, "1 "_ba, "1\r"_ba, "1,5"_ba, "1_000"_ba, "0x10"_ba, "0x1p4"_ba,
            "1p4"_ba, "0b1"_ba, "0o7"_ba, "1f"_ba, "1d"_ba, "+NaN"_ba, "-nan"_ba, "nan(1)"_ba,
            "nano"_ba, "in"_ba, "infi"_ba, "infinit"_ba, "infinityy"_ba, "+ inf"_ba, "true"_ba,
            "1e400"_ba, "-1e400"_ba, "1e99999999999999999999"_ba, "1.797693134862315808e308"_ba,
            Binary::from(kLargest).upperHalfway().toText(), QByteArray("1\0", 2), "\xd9\xa1"_ba};
    for (const QByteArray& text : refused)
        QTest::newRow(text.left(30).toPercentEncoding(" +()").constData()) << text;
}

void TestNumberText::refusesOtherForms()
{
    QFETCH(const QByteArray, text);
    QVERIFY(!parseGoFloat(text));
}

void TestNumberText::readsNaNWithGoBits()
{
    for (const QByteArray& text : {"NaN"_ba, "nan"_ba, "NAN"_ba}) {
        const auto parsed = parseGoFloat(text);
        QVERIFY(parsed.has_value());
        QCOMPARE(std::bit_cast<quint64>(*parsed), quint64(0x7FF8000000000001));
    }
}

void TestNumberText::readsBackWhatItWrites()
{
    std::mt19937_64 random(21);
    std::vector<double> numbers = interestingNumbers();
    for (int i = 0; i < 300'000; ++i)
        numbers.push_back(std::bit_cast<double>(random()));
    for (const double number : numbers) {
        const QByteArray text = textOf(number, NegativeZero::Signed);
        const auto parsed = parseGoFloat(text);
        QVERIFY2(parsed.has_value(), text.constData());
        if (!std::isnan(number))
            QVERIFY2(std::bit_cast<quint64>(*parsed) == std::bit_cast<quint64>(number),
                text.constData());
        else
            QVERIFY(std::isnan(*parsed));
    }
}

void TestNumberText::roundsHalfwayCasesToEven()
{
    for (const double number : interestingNumbers()) {
        if (number == kLargest)
            continue; // beyond it is no double to round to
        const Binary middle = Binary::from(number).upperHalfway();
        const double above = std::nextafter(number, kInfinity);
        const bool even = Binary::from(number).mantissa % 2 == 0;

        const QByteArray text = middle.toText();
        QVERIFY2(parseGoFloat(text) == (even ? number : above), text.constData());
        QByteArray more = text;
        more.insert(text.indexOf('e'), ".0000000000000000000000000000001");
        QVERIFY2(parseGoFloat(more) == above, more.constData());
        const qsizetype lastDigit = text.indexOf('e') - 1;
        if (text[lastDigit] == '0')
            continue;
        QByteArray less = text;
        --less[lastDigit];
        QVERIFY2(parseGoFloat(less) == number, less.constData());
    }
}

void TestNumberText::roundsLongDecimalsCorrectly()
{
    std::mt19937 random(22);
    for (int i = 0; i < 20'000; ++i) {
        QByteArray text;
        for (auto digits = random() % 40 + 1; digits > 0; --digits)
            text += static_cast<char>('0' + random() % 10);
        if (random() % 2 == 0)
            text.insert(static_cast<qsizetype>(random() % static_cast<size_t>(text.size())), '.');
        constexpr std::array kExponents = {20, 60, 320};
        const int largest = kExponents[random() % 3];
        text += 'e' + QByteArray::number(static_cast<int>(random() % 300) % largest - largest);
        const auto parsed = parseGoFloat(text);
        QVERIFY2(parsed && roundsTo(text, *parsed), text.constData());
    }
}

QTEST_APPLESS_MAIN(TestNumberText)
#include "tst_number_text.moc"
