// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/history_chart.h"

#include "core/base/number_text.h"
#include "gui/text/ages.h"

#include <QChart>
#include <QDateTime>
#include <QDateTimeAxis>
#include <QLineSeries>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace pushgate::gui {

namespace {

    constexpr size_t kPointsWithDots = 60; // more would run into each other
    constexpr double kDot = 2.5; // its radius
    constexpr int kTickWidth = 90; // pixels, of a time below
    constexpr int kTicks = 3;
    constexpr auto kShortest = 10s; // of the axis of times

    qint64 milliseconds(core::TimePoint time)
    {
        return std::chrono::floor<std::chrono::milliseconds>(time.time_since_epoch()).count();
    }

    QString timeFormat(std::chrono::nanoseconds span)
    {
        if (span < 1h)
            return u"HH:mm:ss"_s;
        return span < 24h ? u"HH:mm"_s : u"d MMM HH:mm"_s;
    }

    struct Range {
        double low;
        double high;
    };

    /// Some room around what would be a line on the edge.
    Range rangeOf(const std::vector<core::ValueHistory::Point>& points)
    {
        const auto [low, high] = std::minmax_element(points.begin(), points.end(),
            [](const auto& left, const auto& right) { return left.value < right.value; });
        if (low->value < high->value)
            return {low->value, high->value};
        const double around = low->value == 0 ? 1 : std::abs(low->value) / 10;
        return {low->value - around, low->value + around};
    }

} // namespace

HistoryChart::HistoryChart(QWidget* parent)
    : ChartView(parent)
    , m_line(new QLineSeries(this))
    , m_times(new QDateTimeAxis(this))
    , m_scale(new QValueAxis(this))
{
    chart()->addSeries(m_line);
    chart()->addAxis(m_times, Qt::AlignBottom);
    chart()->addAxis(m_scale, Qt::AlignLeft);
    m_line->attachAxis(m_times);
    m_line->attachAxis(m_scale);
    dress();
}

void HistoryChart::paintSeries(const QColor& color)
{
    m_line->setPen(QPen(color, 1.5));
    m_line->setMarkerSize(kDot);
    chart()->setMargins({0, 4, 16, 0});
}

void HistoryChart::setPoints(std::span<const core::ValueHistory::Point> points)
{
    std::vector<core::ValueHistory::Point> finite;
    std::copy_if(points.begin(), points.end(), std::back_inserter(finite),
        [](const auto& point) { return std::isfinite(point.value); });
    if (finite == m_points)
        return;
    m_points = std::move(finite);
    fill();
}

void HistoryChart::fill()
{
    QList<QPointF> places;
    for (const auto& point : m_points)
        places.push_back({double(milliseconds(point.time)), point.value});
    m_line->replace(places);
    if (m_points.empty())
        return;
    m_line->setPointsVisible(m_points.size() <= kPointsWithDots);
    const core::TimePoint first = m_points.front().time;
    const core::TimePoint last = std::max(m_points.back().time, first + kShortest);
    m_times->setFormat(timeFormat(last - first));
    m_times->setRange(QDateTime::fromMSecsSinceEpoch(milliseconds(first)),
        QDateTime::fromMSecsSinceEpoch(milliseconds(last)));
    const auto [low, high] = rangeOf(m_points);
    m_scale->setRange(low, high);
    m_scale->setTickCount(kTicks);
    m_scale->applyNiceNumbers();
    m_scale->setLabelFormat(u"%g"_s);
    fitTicks();
}

void HistoryChart::fitTicks()
{
    m_times->setTickCount(std::clamp(width() / kTickWidth, 2, 6));
}

void HistoryChart::resizeEvent(QResizeEvent* event)
{
    ChartView::resizeEvent(event);
    fitTicks();
}

QString HistoryChart::toolTipAt(const QPointF& position) const
{
    if (m_points.empty())
        return {};
    const double at = chart()->mapToValue(position, m_line).x();
    const auto nearest = std::min_element(
        m_points.begin(), m_points.end(), [&](const auto& left, const auto& right) {
            return std::abs(double(milliseconds(left.time)) - at)
                < std::abs(double(milliseconds(right.time)) - at);
        });
    QByteArray number;
    core::appendGoNumber(number, nearest->value);
    return QString::fromLatin1(number) + u'\n' + exactTimeText(nearest->time);
}

} // namespace pushgate::gui
