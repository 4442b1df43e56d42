// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/activity_chart.h"
#include "gui/text/translation.h"
#include "tests/gui/support/no_warnings.h"

#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;
using namespace std::chrono_literals;

class TestActivityChart : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { speak(QLocale::c()); }
    void offersPushesAndFailures();
    void bearsNothing();
};

void TestActivityChart::offersPushesAndFailures()
{
    const tests::NoWarnings noWarnings;
    ActivityChart chart;
    chart.resize(400, 200);
    chart.show({60s, std::vector<qint64>(60, 2), std::vector<qint64>(60, 0)});
    QCOMPARE(chart.span(), std::chrono::seconds(3600));
    QCOMPARE(chart.choices().size(), size_t(2));
    QCOMPARE(chart.choices()[0].text, u"120 pushes in 1 h: show the groups"_s);
    QCOMPARE(chart.choices()[1].text, u"0 failures in 1 h: show the groups that failed"_s);
    const QSignalSpy chosen(&chart, &ChoiceChart::chosen);
    QTest::mouseClick(
        chart.viewport(), Qt::LeftButton, {}, chart.choices()[1].areas[0].center().toPoint());
    QCOMPARE(chosen.last().first().toInt(), int(ActivityChart::Failures));
    QVERIFY(!chart.choices()[0].areas[0].intersects(chart.choices()[1].areas[0]));
    QVERIFY(!chart.grab().isNull());
    QCOMPARE(tests::NoWarnings::count(), 0);
}

void TestActivityChart::bearsNothing()
{
    ActivityChart chart;
    chart.show({});
    QCOMPARE(chart.span(), std::chrono::seconds(0));
    QVERIFY(!chart.grab().isNull());
}

QTEST_MAIN(TestActivityChart)
#include "tst_activity_chart.moc"
