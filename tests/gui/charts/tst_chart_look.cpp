// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/chart_look.h"
#include "gui/look/appearance.h"
#include "gui/look/state_look.h"
#include "tests/gui/support/no_warnings.h"

#include <QApplication>
#include <QChart>
#include <QLegend>
#include <QPalette>
#include <QTest>
#include <QValueAxis>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;

class TestChartLook : public QObject {
    Q_OBJECT

private slots:
    void textsAndBarsAreLegible_data();
    void textsAndBarsAreLegible();
    void gridLiesAcrossValuesOnly();
};

void TestChartLook::textsAndBarsAreLegible_data()
{
    QTest::addColumn<Appearance>("appearance");
    QTest::newRow("light") << Appearance::Light;
    QTest::newRow("dark") << Appearance::Dark;
}

void TestChartLook::textsAndBarsAreLegible()
{
    QFETCH(const Appearance, appearance);
    const tests::NoWarnings noWarnings;
    apply(appearance);
    const QPalette palette = QApplication::palette();
    QChart chart;
    auto* const axis = new QValueAxis(&chart);
    chart.addAxis(axis, Qt::AlignLeft);
    dressChart(chart, palette, QApplication::font());
    for (const auto role : {QPalette::Base, QPalette::Window}) {
        QVERIFY(contrast(axis->labelsColor(), palette.color(role)) >= 4.5);
        QVERIFY(contrast(chartColor(palette), palette.color(role)) >= 3);
    }
    QVERIFY(!chart.legend()->isVisible());
    QVERIFY(!chart.isBackgroundVisible());
    QCOMPARE(tests::NoWarnings::count(), 0);
}

void TestChartLook::gridLiesAcrossValuesOnly()
{
    QChart chart;
    auto* const across = new QValueAxis(&chart);
    auto* const up = new QValueAxis(&chart);
    chart.addAxis(across, Qt::AlignBottom);
    chart.addAxis(up, Qt::AlignLeft);
    dressChart(chart, QApplication::palette(), QApplication::font());
    QVERIFY(up->isGridLineVisible());
    QVERIFY(!across->isGridLineVisible());
}

QTEST_MAIN(TestChartLook)
#include "tst_chart_look.moc"
