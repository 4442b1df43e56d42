// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/history_chart.h"
#include "tests/gui/support/no_warnings.h"

#include <QChart>
#include <QDateTimeAxis>
#include <QHelpEvent>
#include <QLineSeries>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>
#include <QValueAxis>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;

using Points = std::vector<core::ValueHistory::Point>;

class TestHistoryChart : public QObject {
    Q_OBJECT

private slots:
    void init() { m_noWarnings = std::make_unique<tests::NoWarnings>(); }
    void cleanup();
    void drawsWhatIsFinite();
    void drawsAnewOnlyWhatDiffers();
    void keepsRoomAroundALevelLine_data();
    void keepsRoomAroundALevelLine();
    void saysTheNearestValue();

private:
    std::unique_ptr<tests::NoWarnings> m_noWarnings;
};

namespace {

core::TimePoint at(int second)
{
    return core::TimePoint(std::chrono::seconds(1'000'000'000 + second));
}

const QLineSeries& lineOf(const HistoryChart& chart)
{
    return *qobject_cast<QLineSeries*>(chart.chart()->series().front());
}

} // namespace

void TestHistoryChart::cleanup()
{
    QCOMPARE(tests::NoWarnings::count(), 0);
}

void TestHistoryChart::drawsWhatIsFinite()
{
    HistoryChart chart;
    chart.setPoints(Points{{at(0), 1}, {at(60), NAN}, {at(120), INFINITY}, {at(180), 3}});
    QCOMPARE(lineOf(chart).count(), 2);
    QCOMPARE(lineOf(chart).at(1), QPointF(1'000'000'180'000.0, 3));
    const auto* const times
        = qobject_cast<QDateTimeAxis*>(chart.chart()->axes(Qt::Horizontal).front());
    QCOMPARE(times->min().toSecsSinceEpoch(), 1'000'000'000);
    QCOMPARE(times->max().toSecsSinceEpoch(), 1'000'000'180);
    chart.setPoints({});
    QCOMPARE(lineOf(chart).count(), 0);
}

void TestHistoryChart::drawsAnewOnlyWhatDiffers()
{
    HistoryChart chart;
    chart.setPoints(Points{{at(0), 1}, {at(60), 2}});
    const QSignalSpy replaced(&lineOf(chart), &QLineSeries::pointsReplaced);
    chart.setPoints(Points{{at(0), 1}, {at(60), 2}});
    QCOMPARE(replaced.size(), 0);
    chart.setPoints(Points{{at(0), 1}, {at(60), 2}, {at(61), 2}});
    QCOMPARE(replaced.size(), 1);
}

void TestHistoryChart::keepsRoomAroundALevelLine_data()
{
    QTest::addColumn<double>("value");
    QTest::newRow("zero") << 0.0;
    QTest::newRow("negative") << -4e-9;
    QTest::newRow("large") << 1.7e9;
}

void TestHistoryChart::keepsRoomAroundALevelLine()
{
    QFETCH(const double, value);
    HistoryChart chart;
    chart.setPoints(Points{{at(0), value}, {at(60), value}});
    const auto* const scale = qobject_cast<QValueAxis*>(chart.chart()->axes(Qt::Vertical).front());
    QVERIFY(scale->min() < value);
    QVERIFY(scale->max() > value);
}

void TestHistoryChart::saysTheNearestValue()
{
    HistoryChart chart;
    chart.resize(400, 120);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    chart.setPoints(Points{{at(0), 1.5}, {at(60), 1e9}});
    QCoreApplication::processEvents(); // the plot takes its place
    const QRectF plot = chart.chart()->plotArea();
    const auto ask = [&](double share) {
        const QPointF place(plot.left() + share * plot.width(), plot.center().y());
        const QPoint position = chart.mapFromScene(chart.chart()->mapToScene(place));
        QHelpEvent help(QEvent::ToolTip, position, chart.mapToGlobal(position));
        QCoreApplication::sendEvent(chart.viewport(), &help);
        return QToolTip::text();
    };
    QVERIFY(ask(0.2).startsWith(u"1.5\n"_s));
    QVERIFY(ask(0.8).startsWith(u"1e+09\n"_s));
    QVERIFY(ask(0.8).contains(u"1000000060"_s));
}

QTEST_MAIN(TestHistoryChart)
#include "tst_history_chart.moc"
