// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/http/request_fields.h"

#include <QtTest>

using namespace pushgate::daemon;

class TestRequestFields : public QObject {
    Q_OBJECT
private slots:
    void findsTheFirstWithoutRegardToCase();
    void givesAllValuesInOrder();
    void pointsIntoTheHeadItWasGiven();
    void aCopySurvivesTheOriginal();
};

void TestRequestFields::findsTheFirstWithoutRegardToCase()
{
    RequestFields fields;
    fields.append("Content-Type", "text/plain");
    fields.append("content-TYPE", "other");
    fields.append("X", "");
    QCOMPARE(fields.first("CONTENT-type"), QByteArrayView("text/plain"));
    QCOMPARE(fields.first("x"), QByteArrayView(""));
    QVERIFY(!fields.first("Content"));
    QVERIFY(!fields.first(""));
}

void TestRequestFields::givesAllValuesInOrder()
{
    RequestFields fields;
    fields.append("Accept", "a");
    fields.append("Other", "b");
    fields.append("accept", "c");
    const std::vector<QByteArrayView> expected{"a", "c"};
    QCOMPARE(fields.all("ACCEPT"), expected);
    QVERIFY(fields.all("none").empty());
    QCOMPARE(fields.size(), 3);
    QCOMPARE(fields.at(1).name, QByteArrayView("Other"));
}

void TestRequestFields::pointsIntoTheHeadItWasGiven()
{
    const QByteArray head("Host: x\r\n");
    RequestFields fields(head);
    fields.add(QByteArrayView(head).first(4), QByteArrayView(head).sliced(6, 1));
    QCOMPARE(fields.first("host")->data(), head.constData() + 6);
}

void TestRequestFields::aCopySurvivesTheOriginal()
{
    auto original = std::make_unique<RequestFields>();
    original->append("Host", "example");
    const RequestFields copy = *original;
    original.reset();
    QCOMPARE(copy.first("Host"), QByteArrayView("example"));
}

QTEST_APPLESS_MAIN(TestRequestFields)
#include "tst_request_fields.moc"
