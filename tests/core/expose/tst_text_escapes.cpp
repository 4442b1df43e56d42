// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expose/text_escapes.h"

#include <QByteArray>
#include <QTest>

#include <random>

using namespace pushgate::core;
using namespace Qt::Literals::StringLiterals;

namespace {

using Writer = char* (*)(char*, QByteArrayView);

QByteArray written(Writer writer, QByteArrayView text)
{
    QByteArray out(mostEscapedBytes(text.size()), Qt::Uninitialized);
    out.truncate(writer(out.data(), text) - out.constData());
    return out;
}

QByteArray replaced(QByteArray text, bool quotes)
{
    text.replace("\\", "\\\\").replace("\n", "\\n");
    return quotes ? text.replace("\"", "\\\"") : text;
}

} // namespace

class TestTextEscapes : public QObject {
    Q_OBJECT

private slots:
    void escapes_data();
    void escapes();
    void agreesWithReplacing();
};

void TestTextEscapes::escapes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("asValue");
    QTest::addColumn<QByteArray>("asHelp");
    const auto row = [](const char* name, const QByteArray& text, const QByteArray& value,
                         const QByteArray& help) { QTest::newRow(name) << text << value << help; };
    row("empty", "", "", "");
    row("plain", "plain", "plain", "plain");
    row("backslash", "\\", "\\\\", "\\\\");
    row("newline", "\n", "\\n", "\\n");
    row("quote", "\"", "\\\"", "\"");
    row("all of them", "a\"b\\c\nd and more", "a\\\"b\\\\c\\nd and more", "a\"b\\\\c\\nd and more");
    row("after eight bytes", "at the end of eight\n", "at the end of eight\\n",
        "at the end of eight\\n");
    row("other controls", "\t\r\x01\x7F", "\t\r\x01\x7F", "\t\r\x01\x7F");
    row("invalid UTF-8", "invalid \xFF\xC3", "invalid \xFF\xC3", "invalid \xFF\xC3");
}

void TestTextEscapes::escapes()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, asValue);
    QFETCH(const QByteArray, asHelp);
    QCOMPARE(written(writeQuotedText, text), asValue);
    QCOMPARE(written(writeHelpText, text), asHelp);
}

void TestTextEscapes::agreesWithReplacing()
{
    std::mt19937 random(5);
    for (int round = 0; round < 20'000; ++round) {
        QByteArray text;
        const auto rarity = 2 + random() % 30;
        for (auto i = random() % 40; i > 0; --i) {
            text += random() % rarity == 0 ? "\\\n\"\0\r"_ba[qsizetype(random() % 5)]
                                           : char(random() % 256);
        }
        QCOMPARE(written(writeQuotedText, text), replaced(text, true));
        QCOMPARE(written(writeHelpText, text), replaced(text, false));
    }
}

QTEST_APPLESS_MAIN(TestTextEscapes)
#include "tst_text_escapes.moc"
