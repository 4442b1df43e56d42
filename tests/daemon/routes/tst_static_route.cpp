// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/static_route.h"

#include <QTest>

using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

class TestStaticRoute : public QObject {
    Q_OBJECT

private slots:
    void servesThePagesFiles_data();
    void servesThePagesFiles();
    void saysThatTheClientHasIt();
    void knowsNoOtherFile_data();
    void knowsNoOtherFile();
};

void TestStaticRoute::servesThePagesFiles_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("contentType");
    QTest::newRow("script") << "functions.js"_ba
                            << "application/javascript"_ba;
    QTest::newRow("style") << "prometheus.css"_ba
                           << "text/css"_ba;
    QTest::newRow("icon") << "favicon.ico"_ba
                          << "image/x-icon"_ba;
    QTest::newRow("sign") << "icon.svg"_ba
                          << "image/svg+xml"_ba;
}

void TestStaticRoute::servesThePagesFiles()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, contentType);

    const Reply reply = StaticRoute().handle({}, name);
    QCOMPARE(reply.status, 200);
    QVERIFY(reply.bodyBytes() > 100);
    QCOMPARE(reply.fields.front(), (Reply::Field{"Content-Type"_ba, contentType}));
}

void TestStaticRoute::saysThatTheClientHasIt()
{
    const StaticRoute route;
    const Reply first = route.handle({}, "functions.js");
    QCOMPARE(first.fields.at(1).name, "ETag"_ba);
    Request request;
    request.fields.append("if-none-match", first.fields.at(1).value);

    const Reply second = route.handle(request, "functions.js");
    QCOMPARE(second.status, 304);
    QCOMPARE(second.bodyBytes(), qint64(0));
    QCOMPARE(route.handle(request, "prometheus.css").status, 200);
}

void TestStaticRoute::knowsNoOtherFile_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("none") << ""_ba;
    QTest::newRow("unknown") << "no-such.js"_ba;
    QTest::newRow("way out") << "../main.cpp"_ba;
}

void TestStaticRoute::knowsNoOtherFile()
{
    QFETCH(const QByteArray, name);

    QCOMPARE(StaticRoute().handle({}, name).status, 404);
}

QTEST_APPLESS_MAIN(TestStaticRoute)
#include "tst_static_route.moc"
