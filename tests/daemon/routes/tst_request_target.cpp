// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/request_target.h"

#include <QtTest>

using namespace pushgate;
using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

class TestRequestTarget : public QObject {
    Q_OBJECT
private slots:
    void takesApart_data();
    void takesApart();
    void takesAnAuthorityOnlyFromConnect();
    void refuses_data();
    void refuses();
};

void TestRequestTarget::takesApart_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("escapedPath");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("query");
    const auto row
        = [](const char* target, const char* escapedPath, const char* path, const char* query) {
              QTest::newRow(target) << QByteArray(target) << QByteArray(escapedPath)
                                    << QByteArray(path) << QByteArray(query);
          };
    row("/", "/", "/", "");
    row("/a/b", "/a/b", "/a/b", "");
    row("/a?b=c&d", "/a", "/a", "b=c&d");
    row("/a?b?c/d", "/a", "/a", "b?c/d");
    row("/a?", "/a", "/a", "");
    row("/a#b?c", "/a%23b", "/a#b", "c");
    row("/!'()*[]", "/!'()*[]", "/!'()*[]", "");
    row("/{a}!%2fb", "/%7Ba%7D%21/b", "/{a}!/b", "");
    row("/a%2Fb%3f+%20", "/a%2Fb%3f+%20", "/a/b?+ ", "");
    row("/a?%zz", "/a", "/a", "%zz");
    row("//host/a", "//host/a", "//host/a", "");
    row("/m\xc3\xa9", "/m%C3%A9", "/m\xc3\xa9", "");
    row("http://host/a?b", "/a", "/a", "b");
    row("HTTPS://u@host:1/a%20", "/a%20", "/a ", "");
    row("http://host", "", "", "");
    row("http://host?a", "", "", "a");
}

void TestRequestTarget::takesApart()
{
    QFETCH(const QByteArray, target);
    const auto parsed = parseRequestTarget("GET", target);
    QVERIFY(parsed);
    QTEST(parsed->escapedPath, "escapedPath");
    QTEST(parsed->path, "path");
    QTEST(parsed->query, "query");
}

void TestRequestTarget::takesAnAuthorityOnlyFromConnect()
{
    const auto parsed = parseRequestTarget("CONNECT", "host:80"_ba);
    QVERIFY(parsed);
    QCOMPARE(parsed->path, ""_ba);
    QVERIFY(!parseRequestTarget("GET", "host:80"_ba));
}

void TestRequestTarget::refuses_data()
{
    QTest::addColumn<QByteArray>("target");
    for (const char* target : {"", "a", "metrics/job/j", "*", "?a", "://host/", "1a://host/",
             "a b://host/", "/%", "/a%2", "/a%zzb", "http://host/%4"})
        QTest::newRow(target) << QByteArray(target);
}

void TestRequestTarget::refuses()
{
    QFETCH(const QByteArray, target);
    const auto parsed = parseRequestTarget("GET", target);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().kind, core::Error::Kind::BadRequest);
}

QTEST_APPLESS_MAIN(TestRequestTarget)
#include "tst_request_target.moc"
