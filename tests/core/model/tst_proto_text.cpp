// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/proto_text.h"
#include "core/model/unknown_fields.h"

#include <QTest>

#include <limits>

using namespace pushgate::core;
using namespace Qt::Literals::StringLiterals;

class TestProtoText : public QObject {
    Q_OBJECT

private slots:
    void escapesBytes_data();
    void escapesBytes();
    void writesNumbers_data();
    void writesNumbers();
    void leavesAbsentFieldsOut();
    void nestsOnOneLine();
    void nestsIndented();
    void goesOnAfterAField();
    void writesUnknownFields_data();
    void writesUnknownFields();
};

void TestProtoText::escapesBytes_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("quoted");
    QTest::newRow("empty") << ""_ba
                           << R"("")"_ba;
    QTest::newRow("plain") << "a b~"_ba
                           << R"("a b~")"_ba;
    QTest::newRow("quote and backslash") << R"(a"b\c)"_ba
                                         << R"("a\"b\\c")"_ba;
    QTest::newRow("named controls") << "\n\r\t"_ba
                                    << R"("\n\r\t")"_ba;
    QTest::newRow("other controls")
        << QByteArray("\0\x01\x1f\x7f", 4) << R"("\x00\x01\x1f\x7f")"_ba;
    QTest::newRow("C1 controls") << "\xC2\x80\xC2\x85\xC2\x9F"_ba
                                 << R"("\u0080\u0085\u009f")"_ba;
    QTest::newRow("after the C1 controls") << "\xC2\xA0\xC3\xA9"_ba
                                           << "\"\xC2\xA0\xC3\xA9\""_ba;
    QTest::newRow("beyond the BMP") << "\xF0\x9F\x98\x80"_ba
                                    << "\"\xF0\x9F\x98\x80\""_ba;
    QTest::newRow("replacement character") << "\xEF\xBF\xBD"_ba
                                           << "\"\xEF\xBF\xBD\""_ba;
    QTest::newRow("invalid bytes") << "\xFF"
                                      "a\xC3\xE2\x82"_ba
                                   << R"("\xffa\xc3\xe2\x82")"_ba;
}

void TestProtoText::escapesBytes()
{
    QFETCH(const QByteArray, value);
    QFETCH(const QByteArray, quoted);

    QByteArray out;
    ProtoText(out, ProtoText::Layout::OneLine).bytes("x", value);
    QCOMPARE(out, "x:" + quoted);
}

void TestProtoText::writesNumbers_data()
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    QTest::addColumn<double>("value");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("one") << 1.0 << "1"_ba;
    QTest::newRow("negative zero") << -0.0 << "-0"_ba;
    QTest::newRow("a million") << 1e6 << "1e+06"_ba;
    QTest::newRow("tiny") << 1e-9 << "1e-09"_ba;
    QTest::newRow("infinity") << infinity << "inf"_ba;
    QTest::newRow("negative infinity") << -infinity << "-inf"_ba;
    QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN() << "nan"_ba;
}

void TestProtoText::writesNumbers()
{
    QFETCH(const double, value);
    QFETCH(const QByteArray, text);

    QByteArray out;
    ProtoText(out, ProtoText::Layout::OneLine).number("x", value);
    QCOMPARE(out, "x:" + text);
}

void TestProtoText::leavesAbsentFieldsOut()
{
    QByteArray out;
    ProtoText text(out, ProtoText::Layout::OneLine);
    text.number("a", std::nullopt);
    text.integer("b", std::optional<quint64>());
    text.integer("c", std::optional<qint64>(-5));
    text.integer("d", std::optional<quint64>(std::numeric_limits<quint64>::max()));
    QCOMPARE(out, "c:-5  d:18446744073709551615"_ba);
}

void TestProtoText::nestsOnOneLine()
{
    QByteArray out;
    ProtoText text(out, ProtoText::Layout::OneLine);
    text.open("a");
    text.word("b", "B");
    text.open("c");
    text.close();
    text.word("d", "D");
    text.close();
    text.word("e", "E");
    QCOMPARE(out, "a:{b:B  c:{}  d:D}  e:E"_ba);
}

void TestProtoText::nestsIndented()
{
    QByteArray out;
    ProtoText text(out, ProtoText::Layout::Indented);
    text.open("a");
    text.word("b", "B");
    text.open("c");
    text.close();
    text.open("d");
    text.word("e", "E");
    text.close();
    text.close();
    text.word("f", "F");
    QCOMPARE(out, "a:  {\n  b:  B\n  c:  {}\n  d:  {\n    e:  E\n  }\n}\nf:  F"_ba);
}

void TestProtoText::goesOnAfterAField()
{
    QByteArray line;
    ProtoText(line, ProtoText::Layout::OneLine, ProtoText::Place::AfterField).word("a", "A");
    QCOMPARE(line, "  a:A"_ba);

    QByteArray indented;
    ProtoText(indented, ProtoText::Layout::Indented, ProtoText::Place::AfterField).word("a", "A");
    QCOMPARE(indented, "\na:  A"_ba);
}

void TestProtoText::writesUnknownFields_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* name, const QByteArray& hex, const char* text) {
        QTest::newRow(name) << QByteArray::fromHex(hex) << QByteArray(text);
    };
    row("varint", "98067b", "99:123");
    row("largest varint", "9806ffffffffffffffffff01", "99:18446744073709551615");
    row("64 bits", "9106ff00000000000000", "98:0xff");
    row("32 bits", "8d060a000000", "97:0xa");
    row("bytes", "820603ff6162", R"(96:"\xffab")");
    row("group", "fb050802fc05", "95:{1:2}");
    row("empty group", "fb05fc05", "95:{}");
    row("several", "08011002", "1:1  2:2");
    row("tag without value", "080110", "1:1");
    row("endless varint", "08ffffffffffffffffffff01", "");
    row("bytes longer than there are", "0a0561", "");
    row("fixed longer than there is", "0dffffff", "");
    row("end without a group", "08010c", "1:1");
    row("group without end", "0b1001", "1:{2:1}");
    row("unknown wire type", "08010f", "1:1");
}

void TestProtoText::writesUnknownFields()
{
    QFETCH(const QByteArray, wire);
    QFETCH(const QByteArray, text);

    QByteArray out;
    ProtoText writer(out, ProtoText::Layout::OneLine);
    writeUnknownFields(writer, wire);
    QCOMPARE(out, text);
}

QTEST_APPLESS_MAIN(TestProtoText)
#include "tst_proto_text.moc"
