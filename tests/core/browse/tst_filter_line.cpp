// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/filter_line.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace pushgate::core;
using namespace std::chrono_literals;

class TestFilterLine : public QObject {
    Q_OBJECT

private slots:
    void comesApart_data();
    void comesApart();
    void takesOtherAges_data();
    void takesOtherAges();
};

void TestFilterLine::comesApart_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("selector");
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QStringList>("ages");
    const QStringList none;
    QTest::newRow("nothing") << u"  "_s << QString() << none << none;
    QTest::newRow("words") << u" a  b=c "_s << QString() << QStringList{u"a"_s, u"b=c"_s} << none;
    QTest::newRow("ages anywhere") << u"age>1h a AGE<2d"_s << QString() << QStringList{u"a"_s}
                                   << QStringList{u"age>1h"_s, u"AGE<2d"_s};
    QTest::newRow("a word that only begins alike")
        << u"agent age"_s << QString() << QStringList{u"agent"_s, u"age"_s} << none;
    QTest::newRow("selector") << u" {a=\"b\"} "_s << u"{a=\"b\"}"_s << none << none;
    QTest::newRow("all") << u"{a=\"b\"}c age>1h"_s << u"{a=\"b\"}"_s << QStringList{u"c"_s}
                         << QStringList{u"age>1h"_s};
    QTest::newRow("braces and quotes in values")
        << u"{a=\"}\\\"}\",b='}\"',c=`}\\`} d"_s << u"{a=\"}\\\"}\",b='}\"',c=`}\\`}"_s
        << QStringList{u"d"_s} << none;
    QTest::newRow("not closed") << u"{a=\"b c"_s << u"{a=\"b c"_s << none << none;
    QTest::newRow("brace later on")
        << u"a {b}"_s << QString() << QStringList{u"a"_s, u"{b}"_s} << none;
}

void TestFilterLine::comesApart()
{
    QFETCH(const QString, text);
    const FilterLine line = FilterLine::of(text);
    QTEST(line.selector, "selector");
    QTEST(line.words, "words");
    QTEST(line.ages, "ages");
    QCOMPARE(FilterLine::of(line.text()), line);
}

void TestFilterLine::takesOtherAges_data()
{
    QTest::addColumn<AgeBounds>("ages");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << AgeBounds{} << u"{a=\"b\"} c"_s;
    QTest::newRow("both") << AgeBounds{15min, 1h} << u"{a=\"b\"} c age>15m age<1h"_s;
    QTest::newRow("from") << AgeBounds{48h, {}} << u"{a=\"b\"} c age>2d"_s;
    QTest::newRow("to") << AgeBounds{{}, 90s} << u"{a=\"b\"} c age<90s"_s;
    QTest::newRow("zero") << AgeBounds{0s, 10s} << u"{a=\"b\"} c age>0s age<10s"_s;
}

void TestFilterLine::takesOtherAges()
{
    QFETCH(const AgeBounds, ages);
    const FilterLine line = FilterLine::of(u"{a=\"b\"} age>7s c"_s);
    QTEST(line.withAges(ages).text(), "text");
}

QTEST_APPLESS_MAIN(TestFilterLine)
#include "tst_filter_line.moc"
