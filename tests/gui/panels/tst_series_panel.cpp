// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/history_chart.h"
#include "gui/look/appearance.h"
#include "gui/look/state_look.h"
#include "gui/panels/series_panel.h"
#include "gui/text/translation.h"
#include "tests/gui/support/no_warnings.h"

#include <QApplication>
#include <QLabel>
#include <QLocale>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace pushgate;
using namespace pushgate::gui;

using Points = std::vector<core::ValueHistory::Point>;

class TestSeriesPanel : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { speak(QLocale::c()); }
    void saysWhatItIs();
    void agesMoveOn();
    void drawsHistoryFromTheSecondValue_data();
    void drawsHistoryFromTheSecondValue();
    void followsThePalette();
};

namespace {

const core::TimePoint kPushed{1'000'000'000s};

core::FamilyRow family()
{
    return {"rows_total", "COUNTER", "Rows written.",
        {{*core::Labels::from({{"t", "a"}}), core::PlainValue{"1"}},
            {*core::Labels::from({{"t", "b"}}), core::PlainValue{"2"}}},
        kPushed};
}

QStringList shownTexts(const QWidget& panel)
{
    QStringList texts;
    const auto labels = panel.findChildren<QLabel*>();
    for (const QLabel* const label : labels) {
        if (label->isVisibleTo(&panel))
            texts.push_back(label->text());
    }
    return texts;
}

} // namespace

void TestSeriesPanel::saysWhatItIs()
{
    const tests::NoWarnings noWarnings;
    SeriesPanel panel;
    panel.setNow(kPushed + 42s);
    const core::FamilyRow rows = family();
    panel.showSeries(rows, &rows.series[1], {});
    QCOMPARE(shownTexts(panel),
        (QStringList{u"rows_total"_s, u"{t=\"b\"}"_s, u"counter · Rows written."_s,
            u"Pushed 42 s ago"_s, u"2"_s}));
    panel.showSeries(rows, nullptr, {});
    QCOMPARE(shownTexts(panel).back(), u"2 series. Choose one to see its values."_s);
    QCOMPARE(tests::NoWarnings::count(), 0);
}

void TestSeriesPanel::agesMoveOn()
{
    SeriesPanel panel;
    panel.setNow(kPushed + 42s);
    const core::FamilyRow rows = family();
    panel.showSeries(rows, &rows.series[0], {});
    panel.setNow(kPushed + 5min);
    QVERIFY(shownTexts(panel).contains(u"Pushed 5 min ago"_s));
    core::FamilyRow own = rows;
    own.pushedAt.reset();
    panel.showSeries(own, &own.series[0], {});
    QVERIFY(!shownTexts(panel).join(u' ').contains(u"Pushed"_s));
}

void TestSeriesPanel::drawsHistoryFromTheSecondValue_data()
{
    QTest::addColumn<std::vector<double>>("values");
    QTest::addColumn<bool>("isDrawn");
    QTest::addColumn<QString>("title");
    QTest::newRow("none") << std::vector<double>() << false << u"1"_s; // the value itself
    QTest::newRow("one") << std::vector{1.0} << false << u"Further pushes will be drawn here."_s;
    QTest::newRow("two") << std::vector{1.0, 2.0} << true << u"2 pushes seen"_s;
    QTest::newRow("no numbers") << std::vector<double>{1.0, NAN} << false
                                << u"Further pushes will be drawn here."_s;
}

void TestSeriesPanel::drawsHistoryFromTheSecondValue()
{
    QFETCH(const std::vector<double>, values);
    QFETCH(const bool, isDrawn);
    QFETCH(const QString, title);
    Points points;
    for (const double value : values)
        points.push_back({kPushed + points.size() * 60s, value});
    SeriesPanel panel;
    const core::FamilyRow rows = family();
    panel.showSeries(rows, &rows.series[0], points);
    QCOMPARE(panel.findChild<HistoryChart*>()->isVisibleTo(&panel), isDrawn);
    QCOMPARE(shownTexts(panel).back(), title);
}

void TestSeriesPanel::followsThePalette()
{
    apply(Appearance::Light);
    SeriesPanel panel;
    for (const Appearance appearance : {Appearance::Dark, Appearance::Light}) {
        apply(appearance);
        const auto labels = panel.findChildren<QLabel*>();
        for (const QLabel* const label : labels)
            QVERIFY(contrast(label->palette().color(QPalette::WindowText),
                        panel.palette().color(QPalette::Window))
                >= 4.5);
    }
}

QTEST_MAIN(TestSeriesPanel)
#include "tst_series_panel.moc"
