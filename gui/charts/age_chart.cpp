// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/age_chart.h"

#include "gui/charts/count_axis.h"
#include "gui/look/appearance.h"
#include "gui/look/state_look.h"
#include "gui/text/ages.h"

#include <QBarSet>
#include <QChart>
#include <QPainter>
#include <QStackedBarSeries>
#include <QValueAxis>

#include <algorithm>

namespace pushgate::gui {

AgeChart::AgeChart(QWidget* parent)
    : ChoiceChart(tr("Groups by age of the last push"), parent)
    , m_series(new QStackedBarSeries(this))
    , m_ages(new QValueAxis(this))
    , m_counts(new QValueAxis(this))
{
    for (QBarSet*& set : m_sets)
        set = new QBarSet({}, this);
    for (size_t at = m_sets.size(); at > 0; --at)
        m_series->append(m_sets[at - 1]); // the urgent ones on top
    m_series->setBarWidth(0.9);
    chart()->addSeries(m_series);
    chart()->addAxis(m_ages, Qt::AlignBottom);
    chart()->addAxis(m_counts, Qt::AlignLeft);
    m_series->attachAxis(m_ages);
    m_series->attachAxis(m_counts);
    m_ages->setLabelsVisible(false);
}

void AgeChart::show(const std::vector<core::AgeBin>& bins)
{
    m_bins = bins;
    for (size_t at = 0; at < m_sets.size(); ++at) {
        QBarSet& set = *m_sets[at];
        if (set.count() != int(bins.size())) {
            set.remove(0, set.count());
            for (size_t bin = 0; bin < bins.size(); ++bin)
                set.append(0);
        }
        for (size_t bin = 0; bin < bins.size(); ++bin)
            set.replace(int(bin), bins[bin].states.of(core::kGroupStates[at]));
    }
    refresh();
}

int AgeChart::most() const
{
    int most = 0;
    for (const core::AgeBin& bin : m_bins)
        most = std::max(most, bin.states.total());
    return most;
}

QRectF AgeChart::plot() const
{
    return countPlot(size(), fontMetrics(), most());
}

void AgeChart::paintSeries(const QColor&)
{
    const Shade shade = shadeOf(palette());
    for (size_t at = 0; at < m_sets.size(); ++at) {
        m_sets[at]->setBrush(stateColors(core::kGroupStates[at], shade).text);
        m_sets[at]->setPen(Qt::NoPen);
    }
}

void AgeChart::layOut()
{
    m_ages->setRange(-0.5, double(m_bins.size()) - 0.5);
    m_ages->setTickCount(int(m_bins.size()) + 1);
    fitCounts(*m_counts, most());
    chart()->setPlotArea(plot());
}

QString AgeChart::textOf(const core::AgeBin& bin)
{
    const int count = bin.states.total();
    return bin.to ? tr("%n group(s), %1 to %2 old", nullptr, count)
                        .arg(durationText(bin.from), durationText(*bin.to))
                  : tr("%n group(s), older than %1", nullptr, count).arg(durationText(bin.from));
}

std::vector<ChartChoice> AgeChart::findChoices() const
{
    std::vector<ChartChoice> choices;
    const QRectF area = plot();
    const qreal step = area.width() / qreal(std::max(size_t(1), m_bins.size()));
    for (size_t at = 0; at < m_bins.size(); ++at) {
        if (m_bins[at].states.total() > 0)
            choices.push_back({int(at), textOf(m_bins[at]),
                {{area.left() + step * qreal(at), area.top(), step, area.height()}}});
    }
    return choices;
}

void AgeChart::paintOver(QPainter& painter) const
{
    const QRectF area = plot();
    const qreal step = area.width() / qreal(std::max(size_t(1), m_bins.size()));
    painter.setPen(mutedText(palette()));
    // An edge belongs between two bars; as many as there is room for.
    qreal free = 0;
    for (size_t at = 0; at < m_bins.size(); ++at) {
        const QString text = durationText(m_bins[at].from);
        const qreal width = fontMetrics().horizontalAdvance(text);
        const qreal left = area.left() + step * qreal(at) - (at == 0 ? 0 : width / 2);
        if (left < free)
            continue;
        painter.drawText(QPointF(left, size().height() - fontMetrics().descent()), text);
        free = left + width + 8;
    }
}

} // namespace pushgate::gui
