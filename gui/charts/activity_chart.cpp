// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/activity_chart.h"

#include "gui/charts/chart_look.h"
#include "gui/charts/count_axis.h"
#include "gui/look/appearance.h"
#include "gui/look/state_look.h"
#include "gui/text/ages.h"

#include <QChart>
#include <QLineSeries>
#include <QLocale>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace pushgate::gui {

namespace {

    constexpr qreal kSample = 20; // of a line, beside its name

    void fill(QLineSeries& series, const std::vector<qint64>& counts)
    {
        QList<QPointF> points;
        for (size_t at = 0; at < counts.size(); ++at)
            points.push_back({double(at), double(counts[at])});
        series.replace(points);
    }

} // namespace

ActivityChart::ActivityChart(QWidget* parent)
    : ChoiceChart(tr("Pushes and failures a minute"), parent)
    , m_pushes(new QLineSeries(this))
    , m_failures(new QLineSeries(this))
    , m_times(new QValueAxis(this))
    , m_counts(new QValueAxis(this))
{
    chart()->addAxis(m_times, Qt::AlignBottom);
    chart()->addAxis(m_counts, Qt::AlignLeft);
    for (QLineSeries* const series : {m_pushes, m_failures}) {
        chart()->addSeries(series);
        series->attachAxis(m_times);
        series->attachAxis(m_counts);
    }
    m_times->setLabelsVisible(false);
    m_times->setTickCount(3);
}

void ActivityChart::show(const core::Activity& activity)
{
    m_activity = activity;
    fill(*m_pushes, activity.pushes);
    fill(*m_failures, activity.failures);
    refresh();
}

std::chrono::seconds ActivityChart::span() const
{
    return m_activity.step * qint64(m_activity.pushes.size());
}

QString ActivityChart::word(Kind kind)
{
    return kind == Pushes ? tr("pushes") : tr("failures");
}

QPen ActivityChart::pen(Kind kind) const
{
    if (kind == Pushes)
        return {chartColor(palette()), 1.5};
    QPen dashes(stateColors(core::GroupState::Failed, shadeOf(palette())).text, 1.5);
    dashes.setDashPattern({4, 2}); // not by colour alone
    return dashes;
}

qint64 ActivityChart::total(Kind kind) const
{
    const auto& counts = kind == Pushes ? m_activity.pushes : m_activity.failures;
    return std::accumulate(counts.begin(), counts.end(), qint64(0));
}

qint64 ActivityChart::most() const
{
    qint64 most = 1;
    for (const auto* const counts : {&m_activity.pushes, &m_activity.failures}) {
        if (!counts->empty())
            most = std::max(most, *std::max_element(counts->begin(), counts->end()));
    }
    return most;
}

QRectF ActivityChart::plot() const
{
    // Below the names of the lines.
    return countPlot(size(), fontMetrics(), most()).adjusted(0, legend(Pushes).height() + 4, 0, 0);
}

QRectF ActivityChart::legend(Kind kind) const
{
    const auto width = [this](Kind of) {
        const QString text = word(of) + u' ' + QLocale().toString(total(of));
        return kSample + 14 + fontMetrics().horizontalAdvance(text);
    };
    const qreal left = countPlot(size(), fontMetrics(), most()).left();
    return {kind == Pushes ? left : left + width(Pushes) + 12, 0, width(kind),
        fontMetrics().height() + 6.0};
}

void ActivityChart::paintSeries(const QColor&)
{
    m_pushes->setPen(pen(Pushes));
    m_failures->setPen(pen(Failures));
}

void ActivityChart::layOut()
{
    m_times->setRange(0, double(std::max(size_t(2), m_activity.pushes.size()) - 1));
    fitCounts(*m_counts, most());
    chart()->setPlotArea(plot());
}

std::vector<ChartChoice> ActivityChart::findChoices() const
{
    return {{Pushes,
                tr("%1 pushes in %2: show the groups")
                    .arg(QLocale().toString(total(Pushes)), durationText(span())),
                {legend(Pushes)}},
        {Failures,
            tr("%1 failures in %2: show the groups that failed")
                .arg(QLocale().toString(total(Failures)), durationText(span())),
            {legend(Failures)}}};
}

void ActivityChart::paintOver(QPainter& painter) const
{
    for (const Kind kind : {Pushes, Failures}) {
        const QRectF place = legend(kind).adjusted(4, 0, -4, 0);
        painter.setPen(pen(kind));
        painter.drawLine(QPointF(place.left(), place.center().y()),
            QPointF(place.left() + kSample, place.center().y()));
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(place.adjusted(kSample + 6, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
            word(kind) + u' ' + QLocale().toString(total(kind)));
    }
    painter.setPen(mutedText(palette()));
    const QRectF area = plot();
    const QRectF below(area.left(), area.bottom(), area.width(), size().height() - area.bottom());
    painter.drawText(below, Qt::AlignLeft | Qt::AlignBottom, ageText(span()));
    painter.drawText(below, Qt::AlignHCenter | Qt::AlignBottom, ageText(span() / 2));
    painter.drawText(below, Qt::AlignRight | Qt::AlignBottom, tr("now"));
}

} // namespace pushgate::gui
