// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/histogram_chart.h"

#include <QBarSeries>
#include <QBarSet>
#include <QCategoryAxis>
#include <QChart>
#include <QFontMetricsF>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace pushgate::gui {

namespace {

    constexpr double kBarWidth = 0.9; // of the distance between two bars
    constexpr double kLabelGap = 10; // pixels
    constexpr double kFewestPixels = 40; // for bars at all
    constexpr int kTicks = 3;

} // namespace

HistogramChart::HistogramChart(QWidget* parent)
    : ChartView(parent)
    , m_counts(new QBarSet(QString(), this))
    , m_series(new QBarSeries(this))
    , m_bounds(new QCategoryAxis(this))
    , m_scale(new QValueAxis(this))
{
    m_series->append(m_counts);
    m_series->setBarWidth(kBarWidth);
    m_bounds->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    m_bounds->setTruncateLabels(false);
    chart()->addSeries(m_series);
    chart()->addAxis(m_bounds, Qt::AlignBottom);
    chart()->addAxis(m_scale, Qt::AlignLeft);
    m_series->attachAxis(m_bounds);
    m_series->attachAxis(m_scale);
    dress();
}

void HistogramChart::paintSeries(const QColor& color)
{
    m_counts->setColor(color);
    m_counts->setBorderColor(Qt::transparent);
    // The last bound stands at the very edge.
    chart()->setMargins({0, 4, 16, 0});
}

void HistogramChart::setBars(std::vector<core::BucketBar> bars)
{
    if (bars == m_bars)
        return;
    m_bars = std::move(bars);
    fill();
}

void HistogramChart::fill()
{
    m_counts->remove(0, m_counts->count());
    double most = 0;
    for (const core::BucketBar& bar : m_bars) {
        m_counts->append(bar.count);
        most = std::max(most, bar.count);
    }
    m_bounds->setRange(-0.5, std::max(double(m_bars.size()), 1.0) - 0.5);
    m_scale->setRange(0, most > 0 ? most : 1);
    m_scale->setTickCount(kTicks);
    m_scale->applyNiceNumbers();
    m_scale->setLabelFormat(u"%g"_s);
    m_apart = 0;
    labelBounds();
}

int HistogramChart::boundsApart() const
{
    const QFontMetricsF metrics(m_bounds->labelsFont());
    double widest = 0;
    for (const core::BucketBar& bar : m_bars)
        widest = std::max(widest, metrics.horizontalAdvance(QString::fromUtf8(bar.upper)));
    const double width = std::max(chart()->plotArea().width(), kFewestPixels);
    return std::max(1, int(std::ceil((widest + kLabelGap) * double(m_bars.size()) / width)));
}

void HistogramChart::labelBounds()
{
    const int apart = boundsApart();
    if (apart == m_apart)
        return;
    m_apart = apart;
    const QStringList old = m_bounds->categoriesLabels();
    for (const QString& label : old)
        m_bounds->remove(label);
    // Counted from the last, as infinity says more than what comes before it.
    for (int at = (int(m_bars.size()) - 1) % apart; at < int(m_bars.size()); at += apart)
        m_bounds->append(QString::fromUtf8(m_bars[size_t(at)].upper), at + 0.5);
}

void HistogramChart::resizeEvent(QResizeEvent* event)
{
    ChartView::resizeEvent(event);
    labelBounds();
}

QString HistogramChart::barText(const core::BucketBar& bar)
{
    return u"%1: %2"_s.arg(QString::fromUtf8(bar.range), QString::fromUtf8(bar.countText));
}

QString HistogramChart::toolTipAt(const QPointF& position) const
{
    const double at = std::round(chart()->mapToValue(position, m_series).x());
    return at >= 0 && at < double(m_bars.size()) ? barText(m_bars[size_t(at)]) : QString();
}

} // namespace pushgate::gui
