// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/options/external_url.h"

#include <QtTest>

using namespace pushgate;
using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

class TestExternalUrl : public QObject {
    Q_OBJECT
private slots:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
};

void TestExternalUrl::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("path");
    const auto row = [](const char* text, const char* host, const char* path) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(host) << QByteArray(path);
    };
    row("", "", "");
    row("http://example.org", "example.org", "");
    row("http://example.org/ext/", "example.org", "/ext/");
    row("https://u:p@Example.org:8443/a?q=/b#f", "example.org:8443", "/a");
    row("http://[::1]:9091/x", "[::1]:9091", "/x");
    row("http://h:/x", "h:", "/x");
    row("//h/x", "h", "/x");
    row("///x", "", "///x");
    row("http:///x", "", "/x");
    row("http:/x", "", "/x");
    row("foo", "", "foo");
    row("/a%20b", "", "/a b");
    row("a/b:c", "", "a/b:c");
    row("a:b:c", "", "");
}

void TestExternalUrl::reads()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, host);
    QFETCH(const QByteArray, path);
    const auto url = parseExternalUrl(text);
    QVERIFY(url);
    QCOMPARE(url->text, text);
    QCOMPARE(url->host, host);
    QCOMPARE(url->path, path);
}

void TestExternalUrl::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("why");
    const auto row = [](const char* text, const char* why) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(why);
    };
    row("::bad", "missing protocol scheme");
    row("1a:b", "first path segment in URL cannot contain colon");
    row("a b:c", "first path segment in URL cannot contain colon");
    row("http://a b/", "invalid character \" \" in host name");
    row("http://[::1", "missing ']' in host");
    row("http://x:abc/", "invalid port \":abc\" after host");
    row("http://[::1]x/", "invalid port \"x\" after host");
    row("http://%41/", "invalid URL escape \"%41\"");
    row("/%zz", "invalid URL escape \"%zz\"");
    row("http://h/%", "invalid URL escape \"%\"");
    row("http://h/%4", "invalid URL escape \"%4\"");
    row("http://h/\x7f", "net/url: invalid control character in URL");
}

void TestExternalUrl::refuses()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, why);
    const auto url = parseExternalUrl(text);
    QVERIFY(!url);
    QCOMPARE(url.error().kind, core::Error::Kind::BadRequest);
    QVERIFY2(
        url.error().message.startsWith("invalid URL: parse \""), url.error().message.constData());
    QVERIFY2(url.error().message.endsWith("\": " + why), url.error().message.constData());
}

QTEST_APPLESS_MAIN(TestExternalUrl)
#include "tst_external_url.moc"
