// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/age_chart.h"
#include "gui/text/translation.h"
#include "tests/gui/support/no_warnings.h"

#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;
using namespace std::chrono_literals;

class TestAgeChart : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { speak(QLocale::c()); }
    void offersTheBinsThatHoldGroups();
    void bearsNothing();
};

namespace {

core::AgeBin binOf(std::chrono::seconds from, std::optional<std::chrono::seconds> to, int groups)
{
    core::AgeBin bin{from, to, {}};
    for (int group = 0; group < groups; ++group)
        bin.states.add(core::kGroupStates[size_t(group) % core::kGroupStates.size()]);
    return bin;
}

} // namespace

void TestAgeChart::offersTheBinsThatHoldGroups()
{
    const tests::NoWarnings noWarnings;
    AgeChart chart;
    chart.resize(400, 200);
    chart.show({binOf(0s, 60s, 1), binOf(60s, 3600s, 0), binOf(3600s, {}, 5)});
    QCOMPARE(chart.choices().size(), size_t(2));
    QCOMPARE(chart.choices()[0].text, u"1 group, 0 s to 1 min old"_s);
    QCOMPARE(chart.choices()[1].text, u"5 groups, older than 1 h"_s);
    QCOMPARE(chart.choices()[1].id, 2);
    QCOMPARE(chart.bin(2).from, std::chrono::seconds(3600));
    const QSignalSpy chosen(&chart, &ChoiceChart::chosen);
    const QRectF area = chart.choices()[1].areas[0];
    QTest::mouseClick(chart.viewport(), Qt::LeftButton, {}, area.center().toPoint());
    QCOMPARE(chosen.last().first().toInt(), 2);
    QVERIFY(!chart.grab().isNull());
    QCOMPARE(tests::NoWarnings::count(), 0);
}

void TestAgeChart::bearsNothing()
{
    AgeChart chart;
    chart.show({});
    QVERIFY(chart.choices().empty());
    chart.show({binOf(0s, {}, 0)});
    QVERIFY(chart.choices().empty());
    QVERIFY(!chart.grab().isNull());
}

QTEST_MAIN(TestAgeChart)
#include "tst_age_chart.moc"
