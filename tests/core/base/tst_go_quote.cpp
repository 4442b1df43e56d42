// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/go_quote.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace pushgate::core;

class TestGoQuote : public QObject {
    Q_OBJECT

private slots:
    void quotesStrings_data();
    void quotesStrings();
    void quotesBytes_data();
    void quotesBytes();
};

namespace {

void addUnprintableRows()
{
    QTest::newRow("C1 control") << "\xc2\x80"_ba
                                << R"("\u0080")"_ba;
    QTest::newRow("no-break space") << "\xc2\xa0"_ba
                                    << R"("\u00a0")"_ba;
    QTest::newRow("soft hyphen") << "\xc2\xad"_ba
                                 << R"("\u00ad")"_ba;
    QTest::newRow("line separator") << "\xe2\x80\xa8"_ba
                                    << R"("\u2028")"_ba;
    QTest::newRow("byte order mark") << "\xef\xbb\xbf"_ba
                                     << R"("\ufeff")"_ba;
    QTest::newRow("private use") << "\xee\x80\x80"_ba
                                 << R"("\ue000")"_ba;
    QTest::newRow("noncharacter") << "\xef\xbf\xbf"_ba
                                  << R"("\uffff")"_ba;
    QTest::newRow("language tag") << "\xf3\xa0\x80\x81"_ba
                                  << R"("\U000e0001")"_ba;
}

} // namespace

void TestGoQuote::quotesStrings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("quoted");
    addUnprintableRows();
    QTest::newRow("empty") << ""_ba
                           << R"("")"_ba;
    QTest::newRow("plain") << "/a b"_ba
                           << R"("/a b")"_ba;
    QTest::newRow("quotes") << R"(a"b'c)"_ba
                            << R"("a\"b'c")"_ba;
    QTest::newRow("backslash") << R"(\n)"_ba
                               << R"("\\n")"_ba;
    QTest::newRow("short escapes") << "\a\b\f\n\r\t\v"_ba
                                   << R"("\a\b\f\n\r\t\v")"_ba;
    QTest::newRow("zero byte") << QByteArray("a\0b", 3) << R"("a\x00b")"_ba;
    QTest::newRow("escape and delete") << "\x1b\x7f"_ba
                                       << R"("\x1b\x7f")"_ba;
    QTest::newRow("letters") << "\xc3\xa9\xe4\xb8\x96"_ba
                             << "\"\xc3\xa9\xe4\xb8\x96\""_ba;
    QTest::newRow("mark, number, symbol") << "e\xcc\x81\xc2\xbd\xe2\x82\xac"_ba
                                          << "\"e\xcc\x81\xc2\xbd\xe2\x82\xac\""_ba;
    QTest::newRow("emoji") << "\xf0\x9f\x98\x80"_ba
                           << "\"\xf0\x9f\x98\x80\""_ba;
    QTest::newRow("replacement character") << "\xef\xbf\xbd"_ba
                                           << "\"\xef\xbf\xbd\""_ba;
    QTest::newRow("invalid bytes") << "a\xff\xc3(\xed\xa0\x80"_ba
                                   << R"("a\xff\xc3(\xed\xa0\x80")"_ba;
}

void TestGoQuote::quotesStrings()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, quoted);
    QCOMPARE(goQuote(bytes), quoted);
}

void TestGoQuote::quotesBytes_data()
{
    QTest::addColumn<char>("byte");
    QTest::addColumn<QByteArray>("quoted");
    QTest::newRow("letter") << 'b' << "'b'"_ba;
    QTest::newRow("single quote") << '\'' << R"('\'')"_ba;
    QTest::newRow("double quote") << '"' << R"('"')"_ba;
    QTest::newRow("backslash") << '\\' << R"('\\')"_ba;
    QTest::newRow("line feed") << '\n' << R"('\n')"_ba;
    QTest::newRow("zero") << '\0' << R"('\x00')"_ba;
    QTest::newRow("delete") << '\x7f' << R"('\x7f')"_ba;
    QTest::newRow("80") << '\x80' << R"('\u0080')"_ba;
    QTest::newRow("no-break space") << '\xa0' << R"('\u00a0')"_ba;
    QTest::newRow("soft hyphen") << '\xad' << R"('\u00ad')"_ba;
    QTest::newRow("E9") << '\xe9' << "'\xc3\xa9'"_ba;
    QTest::newRow("FF") << '\xff' << "'\xc3\xbf'"_ba;
}

void TestGoQuote::quotesBytes()
{
    QFETCH(const char, byte);
    QFETCH(const QByteArray, quoted);
    QCOMPARE(goQuoteByte(byte), quoted);
}

QTEST_APPLESS_MAIN(TestGoQuote)
#include "tst_go_quote.moc"
