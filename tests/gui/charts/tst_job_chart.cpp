// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/job_chart.h"
#include "gui/text/translation.h"
#include "tests/gui/support/no_warnings.h"

#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;

class TestJobChart : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { speak(QLocale::c()); }
    void offersJobs();
    void bearsNothing();
};

void TestJobChart::offersJobs()
{
    const tests::NoWarnings noWarnings;
    JobChart chart;
    chart.resize(400, 200);
    chart.show({{"big", 12'000, 3}, {"small", 0, 1}});
    QCOMPARE(chart.choices().size(), size_t(2));
    QCOMPARE(
        chart.choices()[0].text, u"big: %1 series in 3 groups"_s.arg(QLocale().toString(12'000)));
    QCOMPARE(chart.choices()[1].text, u"small: 0 series in 1 group"_s);
    QVERIFY(chart.choices()[0].areas[0].bottom() <= chart.choices()[1].areas[0].top());
    const QSignalSpy chosen(&chart, &ChoiceChart::chosen);
    QTest::mouseClick(
        chart.viewport(), Qt::LeftButton, {}, chart.choices()[1].areas[0].center().toPoint());
    QCOMPARE(chart.job(chosen.last().first().toInt()).job, "small"_ba);
    QVERIFY(!chart.grab().isNull());
    chart.show({{"other", 1, 1}});
    QCOMPARE(chart.choices().size(), size_t(1));
    QCOMPARE(tests::NoWarnings::count(), 0);
}

void TestJobChart::bearsNothing()
{
    JobChart chart;
    chart.show({});
    QVERIFY(chart.choices().empty());
    QVERIFY(!chart.grab().isNull());
}

QTEST_MAIN(TestJobChart)
#include "tst_job_chart.moc"
