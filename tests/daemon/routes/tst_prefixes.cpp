// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/prefixes.h"

#include <QtTest>

using namespace pushgate;
using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

class TestPrefixes : public QObject {
    Q_OBJECT

    static Options options(const QByteArray& externalUrl, const QByteArray& routePrefix)
    {
        Options options;
        options.externalUrl = *parseExternalUrl(externalUrl);
        options.routePrefix = routePrefix;
        return options;
    }

private slots:
    void worksOutPrefixes_data();
    void worksOutPrefixes();
    void placesTelemetry_data();
    void placesTelemetry();
    void refusesTelemetry_data();
    void refusesTelemetry();
};

void TestPrefixes::worksOutPrefixes_data()
{
    QTest::addColumn<QByteArray>("externalUrl");
    QTest::addColumn<QByteArray>("routePrefix");
    QTest::addColumn<QByteArray>("route");
    QTest::addColumn<QByteArray>("external");
    const auto row
        = [](const char* url, const char* given, const char* route, const char* external) {
              QTest::newRow((QByteArray(url) + " and " + given).constData()) << QByteArray(
                  url) << QByteArray(given) << QByteArray(route) << QByteArray(external);
          };
    row("", "", "", "");
    row("", "/", "", "");
    row("", "/pre", "/pre", "");
    row("", "/pre/", "/pre", "");
    row("", "pg/x/", "/pg/x", "");
    row("", "/pg//", "/pg/", "");
    row("http://example.org", "", "", "");
    row("http://example.org/", "", "", "");
    row("http://example.org/ext/", "", "/ext", "/ext");
    row("http://example.org/a%20b", "", "/a b", "/a b");
    row("http://example.org/ext", "/", "", "/ext");
    row("http://example.org/ext", "/pre", "/pre", "/ext");
    row("foo", "", "/foo", "/foo");
}

void TestPrefixes::worksOutPrefixes()
{
    QFETCH(const QByteArray, externalUrl);
    QFETCH(const QByteArray, routePrefix);
    const auto prefixes = prefixesOf(options(externalUrl, routePrefix));
    QVERIFY(prefixes);
    QTEST(prefixes->route, "route");
    QTEST(prefixes->external, "external");
}

void TestPrefixes::placesTelemetry_data()
{
    QTest::addColumn<QByteArray>("routePrefix");
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<QByteArray>("whole");
    const auto row = [](const char* prefix, const char* given, const char* whole) {
        QTest::newRow((QByteArray(prefix) + " and " + given).constData())
            << QByteArray(prefix) << QByteArray(given) << QByteArray(whole);
    };
    row("", "/metrics", "/metrics");
    row("", "/a/b/c", "/a/b/c");
    row("", "/a//b/../c/", "/a/c");
    row("", "/static", "/static");
    row("", "/metrics/job/x", "/metrics/job/x");
    row("/pre", "/tele", "/pre/tele");
    row("/pre", "tele", "/pre/tele");
    row("/pre", "/", "/pre");
    row("/pre", "", "/pre");
    row("/pre", "/../up", "/up");
}

void TestPrefixes::placesTelemetry()
{
    QFETCH(const QByteArray, routePrefix);
    QFETCH(const QByteArray, given);
    Options wanted = options(""_ba, routePrefix);
    wanted.telemetryPath = given;
    const auto prefixes = prefixesOf(wanted);
    QVERIFY(prefixes);
    QTEST(prefixes->telemetryPath, "whole");
}

void TestPrefixes::refusesTelemetry_data()
{
    QTest::addColumn<QByteArray>("routePrefix");
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<QByteArray>("why");
    const auto row = [](const char* prefix, const char* given, const char* why) {
        QTest::newRow((QByteArray(prefix) + " and " + given).constData())
            << QByteArray(prefix) << QByteArray(given) << QByteArray(why);
    };
    row("", "", "the path must begin with a slash");
    row("", "metrics", "the path must begin with a slash");
    row("", "/:a", "the path must not contain ':' or '*'");
    row("", "/a/*b", "the path must not contain ':' or '*'");
    row("", "/", "something else is served there");
    row("", "/status", "something else is served there");
    row("", "/x/../status/", "something else is served there");
    row("", "/-/ready", "something else is served there");
    row("", "/-/quit", "something else is served there");
    row("", "/static/a", "something else is served there");
    row("", "/api/v1", "something else is served there");
    row("", "/api/v1/status", "something else is served there");
    row("/pre", "/status", "something else is served there");
    row("/pre", "/../-/quit", "something else is served there");
}

void TestPrefixes::refusesTelemetry()
{
    QFETCH(const QByteArray, routePrefix);
    QFETCH(const QByteArray, given);
    QFETCH(const QByteArray, why);
    Options wanted = options(""_ba, routePrefix);
    wanted.telemetryPath = given;
    const auto prefixes = prefixesOf(wanted);
    QVERIFY(!prefixes);
    QCOMPARE(prefixes.error(),
        core::badRequest(
            "cannot expose metrics under --web.telemetry-path=\"" + given + "\": " + why));
}

QTEST_APPLESS_MAIN(TestPrefixes)
#include "tst_prefixes.moc"
