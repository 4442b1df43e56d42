// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/http/reply.h"

#include <QtTest>

using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;

class TestReply : public QObject {
    Q_OBJECT
private slots:
    void errorsEndInALineAndForbidSniffing();
    void emptyHasNeitherTypeNorBody();
    void textIsTakenAsItIs();
    void redirectsGetWithAPage();
    void redirectsOthersWithoutABody();
    void escapesLocations();
    void refusalNamesTheStatusAndCloses_data();
    void refusalNamesTheStatusAndCloses();
};

void TestReply::errorsEndInALineAndForbidSniffing()
{
    const Reply reply = Reply::error(404, "404 page not found");
    const std::vector<Reply::Field> fields{{"Content-Type"_ba, "text/plain; charset=utf-8"_ba},
        {"X-Content-Type-Options"_ba, "nosniff"_ba}};
    QCOMPARE(reply.status, 404);
    QCOMPARE(reply.fields, fields);
    QCOMPARE(reply.segments, QList<QByteArray>{"404 page not found\n"_ba});
    QCOMPARE(reply.afterwards, Reply::Afterwards::KeepOpen);
}

void TestReply::emptyHasNeitherTypeNorBody()
{
    const Reply reply = Reply::empty(202);
    QCOMPARE(reply.status, 202);
    QVERIFY(reply.fields.empty());
    QVERIFY(reply.segments.isEmpty());
}

void TestReply::textIsTakenAsItIs()
{
    const Reply reply = Reply::text(200, "OK"_ba);
    QCOMPARE(reply.fields.size(), size_t{1});
    QCOMPARE(reply.segments, QList<QByteArray>{"OK"_ba});
    QCOMPARE(reply.bodyBytes(), 2);
}

void TestReply::redirectsGetWithAPage()
{
    const Reply reply = Reply::redirect(301, "/a?b=1&c=<2>", "GET");
    const std::vector<Reply::Field> fields{
        {"Content-Type"_ba, "text/html; charset=utf-8"_ba}, {"Location"_ba, "/a?b=1&c=<2>"_ba}};
    QCOMPARE(reply.fields, fields);
    QCOMPARE(reply.segments.value(0),
        "<a href=\"/a?b=1&amp;c=&lt;2&gt;\">Moved Permanently</a>.\n\n"_ba);
}

void TestReply::redirectsOthersWithoutABody()
{
    const Reply reply = Reply::redirect(307, "/a", "PUT");
    const std::vector<Reply::Field> fields{{"Location"_ba, "/a"_ba}};
    QCOMPARE(reply.status, 307);
    QCOMPARE(reply.fields, fields);
    QVERIFY(reply.segments.isEmpty());
}

void TestReply::escapesLocations()
{
    const Reply reply = Reply::redirect(301, "/\xc3\xa4", "PUT");
    QCOMPARE(reply.fields.front().value, "/%c3%a4"_ba);
}

void TestReply::refusalNamesTheStatusAndCloses_data()
{
    QTest::addColumn<QByteArray>("detail");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("bare") << ""_ba
                          << "400 Bad Request"_ba;
    QTest::newRow("detail") << "missing required Host header"_ba
                            << "400 Bad Request: missing required Host header"_ba;
}

void TestReply::refusalNamesTheStatusAndCloses()
{
    QFETCH(const QByteArray, detail);
    QFETCH(const QByteArray, body);
    const Reply reply = Reply::refusal(400, detail);
    QCOMPARE(reply.segments, QList<QByteArray>{body});
    QCOMPARE(reply.fields.size(), size_t{1});
    QCOMPARE(reply.afterwards, Reply::Afterwards::Close);
}

QTEST_APPLESS_MAIN(TestReply)
#include "tst_reply.moc"
