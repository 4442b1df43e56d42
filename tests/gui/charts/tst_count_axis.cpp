// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/count_axis.h"

#include <QFontMetrics>
#include <QTest>
#include <QValueAxis>

using namespace pushgate::gui;

class TestCountAxis : public QObject {
    Q_OBJECT

private slots:
    void hasRoundSteps_data();
    void hasRoundSteps();
    void leavesRoomForItsNumbers();
};

void TestCountAxis::hasRoundSteps_data()
{
    QTest::addColumn<qint64>("most");
    QTest::addColumn<qint64>("step");
    QTest::addColumn<double>("top");
    QTest::newRow("nothing") << qint64(0) << qint64(1) << 1.0;
    QTest::newRow("one") << qint64(1) << qint64(1) << 1.0;
    QTest::newRow("three") << qint64(3) << qint64(1) << 3.0;
    QTest::newRow("four") << qint64(4) << qint64(2) << 4.0;
    QTest::newRow("seven") << qint64(7) << qint64(5) << 10.0;
    QTest::newRow("many") << qint64(466) << qint64(200) << 600.0;
    QTest::newRow("more") << qint64(3'000'000'001) << qint64(2'000'000'000) << 4e9;
}

void TestCountAxis::hasRoundSteps()
{
    QFETCH(const qint64, most);
    QFETCH(const double, top);
    QTEST(countStep(most), "step");
    QValueAxis axis;
    fitCounts(axis, most);
    QCOMPARE(axis.min(), 0.0);
    QCOMPARE(axis.max(), top);
    QCOMPARE(axis.tickInterval(), double(countStep(most)));
}

void TestCountAxis::leavesRoomForItsNumbers()
{
    const QFontMetrics metrics{QFont()};
    const QRectF few = countPlot({300, 100}, metrics, 3);
    const QRectF many = countPlot({300, 100}, metrics, 300'000);
    QVERIFY(many.left() > few.left());
    QVERIFY(few.left() > metrics.horizontalAdvance(QLatin1Char('3')));
    QVERIFY(few.right() <= 300);
    QVERIFY(few.bottom() <= 100 - metrics.height());
    QVERIFY(!countPlot({1, 1}, metrics, 3).isEmpty());
}

QTEST_MAIN(TestCountAxis)
#include "tst_count_axis.moc"
