// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/typed_push.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;

class TestTypedPush : public QObject {
    Q_OBJECT

private slots:
    void readsKeys_data();
    void readsKeys();
    void refusesOtherKeys_data();
    void refusesOtherKeys();
    void countsWhatWouldBeStored();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
};

void TestTypedPush::readsKeys_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("encoded");
    QTest::newRow("with braces") << R"({job="a",x="1"})"_ba
                                 << "job\xff"
                                    "a\xff"
                                    "x\xff"
                                    "1"_ba;
    QTest::newRow("without braces") << R"( job="a" )"_ba
                                    << "job\xff"
                                       "a"_ba;
    QTest::newRow("escapes") << R"({job="a\"\\\n"})"_ba
                             << "job\xff"
                                "a\"\\\n"_ba;
    QTest::newRow("empty instance") << R"(job="a",instance="")"_ba
                                    << "instance\xff\xff"
                                       "job\xff"
                                       "a"_ba;
}

void TestTypedPush::readsKeys()
{
    QFETCH(const QByteArray, text);
    const auto key = readTypedKey(text);
    QVERIFY(key);
    QTEST(key->encoded(), "encoded");
}

void TestTypedPush::refusesOtherKeys_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << ""_ba;
    QTest::newRow("no job") << R"(instance="a")"_ba;
    QTest::newRow("no quotes") << "job=a"_ba;
    QTest::newRow("no end") << R"({job="a")"_ba;
    QTest::newRow("a second line") << "{job=\"a\"} 1\nm{}"_ba;
    QTest::newRow("a name in quotes") << R"({"other",job="a"})"_ba;
}

void TestTypedPush::refusesOtherKeys()
{
    QFETCH(const QByteArray, text);
    const auto key = readTypedKey(text);
    QVERIFY(!key);
    QVERIFY(!key.error().message.isEmpty());
}

void TestTypedPush::countsWhatWouldBeStored()
{
    const auto body = readTypedBody("m{x=\"1\"} 1\nm{x=\"2\"} 2\nn 3"_ba);
    QVERIFY(body);
    QCOMPARE(body->families, 2);
    QCOMPARE(body->series, 3);
    QCOMPARE(readTypedBody(""_ba)->series, 0);
    QCOMPARE(completed("m 1"_ba), "m 1\n"_ba);
    QCOMPARE(completed("m 1\n"_ba), "m 1\n"_ba);
    QCOMPARE(completed(""_ba), ""_ba);
}

void TestTypedPush::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("line") << "m 1\nm x\n"_ba
                          << "line 2"_ba;
    QTest::newRow("timestamp") << "m 1 1700000000000\n"_ba
                               << "m has a timestamp"_ba;
}

void TestTypedPush::saysWhatIsWrong()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, part);
    const auto body = readTypedBody(text);
    QVERIFY(!body);
    QVERIFY2(body.error().message.contains(part), body.error().message.constData());
}

QTEST_APPLESS_MAIN(TestTypedPush)
#include "tst_typed_push.moc"
