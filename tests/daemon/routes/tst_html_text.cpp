// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/html_text.h"

#include <QtTest>

using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

class TestHtmlText : public QObject {
    Q_OBJECT
private slots:
    void escapes_data();
    void escapes();
    void leavesNoMarkup();
};

void TestHtmlText::escapes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("html");
    QTest::newRow("plain") << "a b\tc\n"_ba
                           << "a b\tc\n"_ba;
    QTest::newRow("UTF-8") << "\xc3\xa9\xf0\x9f\x99\x82"_ba
                           << "\xc3\xa9\xf0\x9f\x99\x82"_ba;
    QTest::newRow("markup") << R"(<b a="1" c='2'>&amp;)"_ba
                            << "&lt;b a=&#34;1&#34; c=&#39;2&#39;&gt;&amp;amp;"_ba;
    QTest::newRow("invalid bytes") << "\xc3(\xff"_ba
                                   << "\xef\xbf\xbd(\xef\xbf\xbd"_ba;
    QTest::newRow("controls") << QByteArray("\0\x1b\x7f", 3)
                              << "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"_ba;
    QTest::newRow("C1 controls") << "\xc2\x80"_ba
                                 << "\xef\xbf\xbd"_ba;
}

void TestHtmlText::escapes()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, html);
    QCOMPARE(htmlText(text), html);
}

void TestHtmlText::leavesNoMarkup()
{
    for (int byte = 0; byte < 256; ++byte) {
        const QByteArray html = htmlText(QByteArray(1, static_cast<char>(byte)));
        for (const char markup : {'<', '>', '"', '\''})
            QVERIFY2(!html.contains(markup), html.constData());
    }
}

QTEST_APPLESS_MAIN(TestHtmlText)
#include "tst_html_text.moc"
