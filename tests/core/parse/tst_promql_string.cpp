// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/promql_string.h"

#include <QTest>

using namespace pushgate::core;
using namespace Qt::Literals::StringLiterals;

class TestPromqlString : public QObject {
    Q_OBJECT
private slots:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
};

void TestPromqlString::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("length");
    QTest::newRow("double quotes") << R"("abc")"_ba
                                   << "abc"_ba << 5;
    QTest::newRow("single quotes") << "'abc'"_ba
                                   << "abc"_ba << 5;
    QTest::newRow("backticks") << "`abc`"_ba
                               << "abc"_ba << 5;
    QTest::newRow("empty") << R"("")"_ba
                           << ""_ba << 2;
    QTest::newRow("text behind") << R"("a", x)"_ba
                                 << "a"_ba << 3;
    QTest::newRow("other quotes inside") << R"("'`")"_ba
                                         << "'`"_ba << 4;
    QTest::newRow("its own quote") << R"('don\'t')"_ba
                                   << "don't"_ba << 8;
    QTest::newRow("from the documentation") << R"('these are unescaped: \n \\ \t')"_ba
                                            << "these are unescaped: \n \\ \t"_ba << 31;
    QTest::newRow("raw from the documentation") << R"(`these are not unescaped: \n ' " \t`)"_ba
                                                << R"(these are not unescaped: \n ' " \t)"_ba << 36;
    QTest::newRow("letters") << R"("\a\b\f\r\v")"_ba
                             << "\a\b\f\r\v"_ba << 12;
    QTest::newRow("octal") << R"("\101\000")"_ba << QByteArray("A\0", 2) << 10;
    QTest::newRow("hexadecimal") << R"("\x41\x7a")"_ba
                                 << "Az"_ba << 10;
    QTest::newRow("code points") << R"("\u00e4\U0001F600")"_ba
                                 << "\u00e4\U0001F600"_ba << 18;
    QTest::newRow("line end in a raw one") << "`a\nb`"_ba
                                           << "a\nb"_ba << 5;
}

void TestPromqlString::reads()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, value);
    QFETCH(const int, length);
    const auto read = readPromqlString(text);
    QVERIFY(std::holds_alternative<PromqlString>(read));
    QCOMPARE(std::get<PromqlString>(read).value, value);
    QCOMPARE(std::get<PromqlString>(read).length, qsizetype{length});
}

void TestPromqlString::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("offset");
    QTest::addColumn<QByteArray>("why");
    QTest::newRow("not ended") << R"("abc)"_ba << 0 << "the string is not ended"_ba;
    QTest::newRow("ended by another quote") << R"("abc')"_ba << 0 << "the string is not ended"_ba;
    QTest::newRow("raw, not ended") << R"(`abc)"_ba << 0 << "the string is not ended"_ba;
    QTest::newRow("backslash at the end") << R"("ab\)"_ba << 3 << "the string is not ended"_ba;
    QTest::newRow("line end") << "\"a\nb\""_ba << 2 << "a string ends with its line"_ba;
    QTest::newRow("unknown escape") << R"("a\qb")"_ba << 2 << "unknown escape sequence"_ba;
    QTest::newRow("the other quote") << R"("a\'b")"_ba << 2 << "unknown escape sequence"_ba;
    QTest::newRow("short hexadecimal")
        << R"("\x4")"_ba << 1 << "the escape sequence has too few digits"_ba;
    QTest::newRow("short octal") << R"("\18")"_ba << 1
                                 << "the escape sequence has too few digits"_ba;
    QTest::newRow("octal beyond a byte")
        << R"("\777")"_ba << 1 << "the escape sequence names no character"_ba;
    QTest::newRow("surrogate") << R"("\ud800")"_ba << 1
                               << "the escape sequence names no character"_ba;
    QTest::newRow("beyond Unicode")
        << R"("\U00110000")"_ba << 1 << "the escape sequence names no character"_ba;
}

void TestPromqlString::refuses()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, offset);
    QFETCH(const QByteArray, why);
    const auto read = readPromqlString(text);
    QVERIFY(std::holds_alternative<PromqlStringFault>(read));
    QCOMPARE(std::get<PromqlStringFault>(read).offset, qsizetype{offset});
    QCOMPARE(std::get<PromqlStringFault>(read).why, why);
}

QTEST_APPLESS_MAIN(TestPromqlString)
#include "tst_promql_string.moc"
