// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/json_text.h"
#include "core/base/utf8.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <limits>
#include <random>

using namespace pushgate::core;
using namespace Qt::Literals::StringLiterals;

namespace {

template <typename Number>
QByteArray written(Number number)
{
    QByteArray json(kMostJsonNumberBytes, Qt::Uninitialized);
    json.truncate(writeJsonNumber(json.data(), number) - json.constData());
    return json;
}

} // namespace

class TestJsonText : public QObject {
    Q_OBJECT

private slots:
    void escapes_data();
    void escapes();
    void escapesAtEveryPlace();
    void isReadBackByQt();
    void writesDoubles_data();
    void writesDoubles();
    void writesIntegers();
};

void TestJsonText::escapes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char* name, const QByteArray& text, const QByteArray& json) {
        QTest::newRow(name) << text << json;
    };
    row("empty", "", R"("")");
    row("plain", "a b~[]{}/'", R"("a b~[]{}/'")");
    row("quote and backslash", R"("\)", R"("\"\\")");
    row("named controls", "\n\r\t\b\f", R"("\n\r\t\b\f")");
    row("other controls", QByteArray("\0\x01\x0B\x1F", 4), R"("\u0000\u0001\u000b\u001f")");
    row("delete is plain", "\x7F", "\"\x7F\"");
    row("HTML", "<a href>&", R"("\u003ca href\u003e\u0026")");
    row("separators", "\xE2\x80\xA8\xE2\x80\xA9\xE2\x80\xAA", "\"\\u2028\\u2029\xE2\x80\xAA\"");
    row("non-ASCII", "\xC2\x80\xC3\xA9\xF0\x9F\x98\x80", "\"\xC2\x80\xC3\xA9\xF0\x9F\x98\x80\"");
    row("replacement character", "\xEF\xBF\xBD", "\"\xEF\xBF\xBD\"");
    row("invalid bytes",
        "\xFF"
        "a\xC3\xE2\x82",
        R"("\ufffda\ufffd\ufffd\ufffd")");
    row("surrogate", "\xED\xA0\x80", R"("\ufffd\ufffd\ufffd")");
}

void TestJsonText::escapes()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, json);
    QCOMPARE(jsonString(text), json);
}

void TestJsonText::escapesAtEveryPlace()
{
    for (int c = 0; c < 0x80; ++c) {
        const QByteArray alone = jsonString(QByteArray(1, char(c)));
        const QByteArray escaped = alone.sliced(1, alone.size() - 2);
        for (int place = 0; place < 20; ++place) {
            QByteArray text(20, 'x');
            text[place] = char(c);
            QCOMPARE(jsonString(text),
                '"' + QByteArray(place, 'x') + escaped + QByteArray(19 - place, 'x') + '"');
        }
    }
}

void TestJsonText::isReadBackByQt()
{
    std::mt19937 random(17);
    for (int round = 0; round < 5'000; ++round) {
        QByteArray text;
        for (auto i = random() % 30; i > 0; --i) {
            const auto kind = random() % 3;
            const auto point = char32_t(
                kind == 0 ? random() % 0x80 : random() % (kind == 1 ? 0x3000 : 0x110000));
            appendUtf8(text, isUnicodeScalar(point) ? point : U'?');
        }
        const QByteArray json = jsonString(text);
        const QJsonDocument document = QJsonDocument::fromJson('[' + json + ']');
        QCOMPARE(document.array().at(0).toString().toUtf8(), text);
        for (const char c : json)
            QVERIFY(static_cast<quint8>(c) >= ' ' && c != '<' && c != '>' && c != '&');
    }
}

void TestJsonText::writesDoubles_data()
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    QTest::addColumn<double>("number");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("zero") << 0.0 << R"("0")"_ba;
    QTest::newRow("negative zero") << -0.0 << R"("-0")"_ba;
    QTest::newRow("a million") << 1e6 << R"("1e+06")"_ba;
    QTest::newRow("longest") << -2.2250738585072014e-308 << R"("-2.2250738585072014e-308")"_ba;
    QTest::newRow("infinity") << infinity << R"("+Inf")"_ba;
    QTest::newRow("negative infinity") << -infinity << R"("-Inf")"_ba;
    QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN() << R"("NaN")"_ba;
}

void TestJsonText::writesDoubles()
{
    QFETCH(const double, number);
    QFETCH(const QByteArray, json);
    QCOMPARE(written(number), json);
}

void TestJsonText::writesIntegers()
{
    QCOMPARE(written(quint64(0)), R"("0")"_ba);
    QCOMPARE(written(quint64(1'000'000)), R"("1000000")"_ba);
    QCOMPARE(written(std::numeric_limits<quint64>::max()), R"("18446744073709551615")"_ba);
}

QTEST_APPLESS_MAIN(TestJsonText)
#include "tst_json_text.moc"
