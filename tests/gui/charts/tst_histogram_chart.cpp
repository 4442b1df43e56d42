// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/histogram_chart.h"
#include "tests/gui/support/no_warnings.h"

#include <QBarSeries>
#include <QBarSet>
#include <QCategoryAxis>
#include <QChart>
#include <QHelpEvent>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>
#include <QValueAxis>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;

class TestHistogramChart : public QObject {
    Q_OBJECT

private slots:
    void init() { m_noWarnings = std::make_unique<tests::NoWarnings>(); }
    void cleanup();
    void drawsABarForEachBucket();
    void drawsAnewOnlyWhatDiffers();
    void labelsAsManyBoundsAsFit();
    void saysBucketAndCountUnderThePointer();

private:
    std::unique_ptr<tests::NoWarnings> m_noWarnings;
};

namespace {

std::vector<core::BucketBar> bars(int count)
{
    std::vector<core::BucketBar> bars;
    for (int at = 1; at <= count; ++at) {
        const QByteArray upper = "0.00" + QByteArray::number(at);
        bars.push_back({"(x," + upper + ']', upper, QByteArray::number(10 * at), 10.0 * at});
    }
    return bars;
}

const QBarSet& barsOf(const HistogramChart& chart)
{
    return *qobject_cast<QBarSeries*>(chart.chart()->series().front())->barSets().front();
}

QStringList labelsOf(const HistogramChart& chart)
{
    return qobject_cast<QCategoryAxis*>(chart.chart()->axes(Qt::Horizontal).front())
        ->categoriesLabels();
}

void show(HistogramChart& chart, int width)
{
    chart.resize(width, 120);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
}

} // namespace

void TestHistogramChart::cleanup()
{
    QCOMPARE(tests::NoWarnings::count(), 0);
}

void TestHistogramChart::drawsABarForEachBucket()
{
    HistogramChart chart;
    chart.setBars(bars(3));
    QCOMPARE(barsOf(chart).count(), 3);
    QCOMPARE(barsOf(chart).at(2), 30.0);
    QCOMPARE(qobject_cast<QValueAxis*>(chart.chart()->axes(Qt::Vertical).front())->min(), 0.0);
    chart.setBars(bars(1));
    QCOMPARE(barsOf(chart).count(), 1);
    chart.setBars({});
    QCOMPARE(barsOf(chart).count(), 0);
}

void TestHistogramChart::drawsAnewOnlyWhatDiffers()
{
    HistogramChart chart;
    chart.setBars(bars(3));
    const QSignalSpy added(&barsOf(chart), &QBarSet::valuesAdded);
    chart.setBars(bars(3));
    QCOMPARE(added.size(), 0);
    chart.setBars(bars(2));
    QVERIFY(added.size() > 0);
}

void TestHistogramChart::labelsAsManyBoundsAsFit()
{
    HistogramChart chart;
    show(chart, 700);
    chart.setBars(bars(6));
    QCOMPARE(labelsOf(chart).size(), 6);
    chart.setBars(bars(60));
    const auto few = labelsOf(chart).size();
    QVERIFY(few > 1 && few < 20);
    QCOMPARE(labelsOf(chart).back(), u"0.0060"_s); // the last one always
    chart.resize(200, 120);
    QTRY_VERIFY(labelsOf(chart).size() < few);
    QCOMPARE(labelsOf(chart).back(), u"0.0060"_s);
}

void TestHistogramChart::saysBucketAndCountUnderThePointer()
{
    HistogramChart chart;
    show(chart, 400);
    chart.setBars(bars(2));
    QCoreApplication::processEvents(); // the plot takes its place
    const QRectF plot = chart.chart()->plotArea();
    const auto ask = [&](const QPointF& place) {
        const QPoint position = chart.mapFromScene(chart.chart()->mapToScene(place));
        QHelpEvent help(QEvent::ToolTip, position, chart.mapToGlobal(position));
        QCoreApplication::sendEvent(chart.viewport(), &help);
        return QToolTip::text();
    };
    QCOMPARE(ask({plot.left() + plot.width() / 4, plot.top() + 2}), u"(x,0.001]: 10"_s);
    QCOMPARE(ask({plot.right() - plot.width() / 4, plot.bottom() - 2}), u"(x,0.002]: 20"_s);
}

QTEST_MAIN(TestHistogramChart)
#include "tst_histogram_chart.moc"
