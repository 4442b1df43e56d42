// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/persist/key_text.h"
#include "tests/support/naive_store.h"

#include <QTest>

using namespace pushgate;
using namespace pushgate::daemon;
using namespace Qt::Literals::StringLiterals;
using pushgate::tests::PlainKey;

class TestKeyText : public QObject {
    Q_OBJECT

private slots:
    void isReadable_data();
    void isReadable();
    void refusesWhatIsNoKey_data();
    void refusesWhatIsNoKey();
};

void TestKeyText::isReadable_data()
{
    QTest::addColumn<PlainKey>("key");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("job") << PlainKey{{"job", "a"}} << R"({job="a"})"_ba;
    QTest::newRow("job first") << PlainKey{{"instance", "i"}, {"job", "a"}, {"z", ""}}
                               << R"({job="a",instance="i",z=""})"_ba;
    QTest::newRow("quotes") << PlainKey{{"job", "a\"b\\c\nd"}} << R"({job="a\"b\\c\nd"})"_ba;
    QTest::newRow("any UTF-8") << PlainKey{{"job", "ö"}, {"a.b", "/"}}
                               << R"({job="ö","a.b"="/"})"_ba;
}

void TestKeyText::isReadable()
{
    QFETCH(const PlainKey, key);
    QFETCH(const QByteArray, text);
    const core::GroupingKey grouping = tests::groupingKey(key);
    QCOMPARE(keyText(grouping), text);
    const auto back = keyFromEncoded(grouping.encoded());
    QVERIFY(bool(back));
    QVERIFY(*back == grouping);
}

void TestKeyText::refusesWhatIsNoKey_data()
{
    QTest::addColumn<QByteArray>("encoded");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no value") << "job"_ba;
    QTest::newRow("no job") << "x\xffy"_ba;
    QTest::newRow("a label twice") << "job\xff"
                                      "a\xffjob\xff"
                                      "b"_ba;
}

void TestKeyText::refusesWhatIsNoKey()
{
    QFETCH(const QByteArray, encoded);
    QVERIFY(!keyFromEncoded(encoded));
}

QTEST_APPLESS_MAIN(TestKeyText)
#include "tst_key_text.moc"
