// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/connection.h"

#include <QTemporaryFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;

class TestConnection : public QObject {
    Q_OBJECT

private slots:
    void readsAddresses_data();
    void readsAddresses();
    void refusesOthers_data();
    void refusesOthers();
    void takesAUserFromTheAddress();
    void keepsEncodedPathsAsTheyAre();
    void signsIn();
    void saysWhichCertificateIsMissing();
};

void TestConnection::readsAddresses_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("title");
    QTest::newRow("host") << u"prod"_s << u"http://prod:9091"_s << u"prod:9091"_s;
    QTest::newRow("host and port") << u" prod:80 "_s << u"http://prod:80"_s << u"prod:80"_s;
    QTest::newRow("scheme") << u"https://prod"_s << u"https://prod"_s << u"prod"_s;
    QTest::newRow("prefix") << u"http://prod:9091/push/"_s << u"http://prod:9091/push"_s
                            << u"prod:9091/push"_s;
    QTest::newRow("slash") << u"http://prod:9091/"_s << u"http://prod:9091"_s << u"prod:9091"_s;
    QTest::newRow("IPv6") << u"[::1]:9091"_s << u"http://[::1]:9091"_s << u"[::1]:9091"_s;
}

void TestConnection::readsAddresses()
{
    QFETCH(const QString, typed);
    const auto connection = connectionTo(typed);
    QVERIFY(connection);
    QTEST(connection->url.toString(), "url");
    QTEST(connection->title(), "title");
    QVERIFY(!connection->id.isEmpty());
}

void TestConnection::refusesOthers_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("nothing") << u""_s;
    QTest::newRow("no host") << u"http://"_s;
    QTest::newRow("another scheme") << u"ftp://host"_s;
    QTest::newRow("query") << u"http://host/?a=b"_s;
    QTest::newRow("blank inside") << u"my host"_s;
}

void TestConnection::refusesOthers()
{
    QFETCH(const QString, typed);
    const auto connection = connectionTo(typed);
    QVERIFY(!connection);
    QVERIFY(!connection.error().message.isEmpty());
}

void TestConnection::takesAUserFromTheAddress()
{
    const auto connection = connectionTo(u"https://jo:secret@prod"_s);
    QVERIFY(connection);
    QCOMPARE(
        connection->credentials, (Credentials{Credentials::Kind::Basic, u"jo"_s, u"secret"_s}));
    QVERIFY(connection->url.userInfo().isEmpty());
}

void TestConnection::keepsEncodedPathsAsTheyAre()
{
    const auto connection = connectionTo(u"http://prod/a"_s);
    const auto request = requestFor(*connection, "/metrics/job/a%2Fb?x=%20");
    QVERIFY(request);
    QCOMPARE(request->url().toEncoded(), "http://prod/a/metrics/job/a%2Fb?x=%20"_ba);
}

void TestConnection::signsIn()
{
    auto connection = connectionTo(u"http://prod"_s);
    QVERIFY(!requestFor(*connection, "/")->hasRawHeader("Authorization"_ba));
    connection->credentials = {Credentials::Kind::Basic, u"jo"_s, u"pä"_s};
    QCOMPARE(requestFor(*connection, "/")->rawHeader("Authorization"_ba),
        "Basic " + u"jo:pä"_s.toUtf8().toBase64());
    connection->credentials = {Credentials::Kind::Token, {}, u"abc"_s};
    QCOMPARE(requestFor(*connection, "/")->rawHeader("Authorization"_ba), "Bearer abc"_ba);
}

void TestConnection::saysWhichCertificateIsMissing()
{
    auto connection = connectionTo(u"https://prod"_s);
    connection->tls.caFile = u"/nowhere/ca.pem"_s;
    const auto missing = requestFor(*connection, "/");
    QVERIFY(!missing);
    QVERIFY(missing.error().message.contains("/nowhere/ca.pem"));

    QTemporaryFile empty;
    QVERIFY(empty.open());
    connection->tls.caFile = empty.fileName();
    const auto useless = requestFor(*connection, "/");
    QVERIFY(!useless);
    QVERIFY(useless.error().message.contains("no certificate"));
}

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_gui_connection.moc"
