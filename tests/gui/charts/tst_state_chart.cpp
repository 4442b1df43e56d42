// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/state_chart.h"
#include "gui/text/translation.h"
#include "tests/gui/support/no_warnings.h"

#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;

class TestStateChart : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { speak(QLocale::c()); }
    void offersTheStatesThatOccur();
    void isDivided();
};

void TestStateChart::offersTheStatesThatOccur()
{
    const tests::NoWarnings noWarnings;
    StateChart chart;
    chart.resize(400, 120);
    chart.show(core::StateCounts());
    QVERIFY(chart.choices().empty());
    core::StateCounts counts;
    counts.add(core::GroupState::Stale);
    counts.add(core::GroupState::Fresh);
    counts.add(core::GroupState::Fresh);
    chart.show(counts);
    QCOMPARE(chart.choices().size(), size_t(2));
    QCOMPARE(chart.choices()[0].id, int(core::GroupState::Stale));
    QCOMPARE(chart.choices()[0].text, u"Stale: 1 group"_s);
    QCOMPARE(chart.choices()[1].text, u"Fresh: 2 groups"_s);
    QVERIFY(!chart.grab().isNull());
    QCOMPARE(tests::NoWarnings::count(), 0);
}

void TestStateChart::isDivided()
{
    StateChart chart;
    chart.resize(400, 120);
    core::StateCounts counts;
    counts.add(core::GroupState::Failed);
    for (int group = 0; group < 3; ++group)
        counts.add(core::GroupState::Fresh);
    chart.show(counts);
    const QRectF failed = chart.choices()[0].areas[0];
    const QRectF fresh = chart.choices()[1].areas[0];
    QCOMPARE(failed.left(), 0.0);
    QCOMPARE(failed.right(), fresh.left());
    QCOMPARE(3 * failed.width(), fresh.width());
    // The labels below are as good as the bar.
    const QSignalSpy chosen(&chart, &ChoiceChart::chosen);
    QTest::mouseClick(
        chart.viewport(), Qt::LeftButton, {}, chart.choices()[1].areas[1].center().toPoint());
    QCOMPARE(chosen.last().first().toInt(), int(core::GroupState::Fresh));
}

QTEST_MAIN(TestStateChart)
#include "tst_state_chart.moc"
