// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/state_chart.h"

#include "gui/look/state_look.h"
#include "gui/look/tinted_icon.h"
#include "gui/text/group_cells.h"

#include <QBarSet>
#include <QChart>
#include <QHorizontalStackedBarSeries>
#include <QLocale>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>

namespace pushgate::gui {

namespace {

    constexpr qreal kTop = 2;
    constexpr qreal kBarHeight = 36;
    constexpr qreal kGap = 8; // between bar and labels
    constexpr qreal kSign = 14;

} // namespace

StateChart::StateChart(QWidget* parent)
    : ChoiceChart(tr("Groups by state"), parent)
    , m_series(new QHorizontalStackedBarSeries(this))
    , m_axis(new QValueAxis(this))
{
    for (QBarSet*& set : m_sets) {
        set = new QBarSet({}, this);
        set->append(0);
        m_series->append(set);
    }
    m_series->setBarWidth(1);
    setFixedHeight(int(label(core::GroupState::Failed).bottom()) + 2);
    chart()->addSeries(m_series);
    chart()->addAxis(m_axis, Qt::AlignBottom);
    m_series->attachAxis(m_axis);
    m_axis->hide();
}

void StateChart::show(const core::StateCounts& counts)
{
    m_counts = counts;
    for (size_t at = 0; at < m_sets.size(); ++at)
        m_sets[at]->replace(0, counts.of(core::kGroupStates[at]));
    refresh();
}

void StateChart::paintSeries(const QColor&)
{
    const Shade shade = shadeOf(palette());
    for (size_t at = 0; at < m_sets.size(); ++at) {
        m_sets[at]->setBrush(stateColors(core::kGroupStates[at], shade).text);
        m_sets[at]->setPen(QPen(palette().color(QPalette::Base), 1));
    }
}

void StateChart::layOut()
{
    m_axis->setRange(0, std::max(1, m_counts.total()));
    chart()->setPlotArea(bar());
}

QRectF StateChart::bar() const
{
    return {0, kTop, size().width(), kBarHeight};
}

QRectF StateChart::label(core::GroupState state) const
{
    const qreal width = size().width() / qreal(core::kGroupStates.size());
    return {width * static_cast<int>(state), bar().bottom() + kGap, width,
        2.0 * fontMetrics().lineSpacing() + 14};
}

std::vector<ChartChoice> StateChart::findChoices() const
{
    std::vector<ChartChoice> choices;
    qreal left = 0;
    for (const core::GroupState state : core::kGroupStates) {
        const int count = m_counts.of(state);
        if (count == 0)
            continue;
        const qreal width = bar().width() * count / m_counts.total();
        choices.push_back(
            {static_cast<int>(state), tr("%1: %n group(s)", nullptr, count).arg(stateWord(state)),
                {{left, bar().top(), width, bar().height()}, label(state)}});
        left += width;
    }
    return choices;
}

void StateChart::paintOver(QPainter& painter) const
{
    const Shade shade = shadeOf(palette());
    for (const core::GroupState state : core::kGroupStates) {
        const QColor color = stateColors(state, shade).text;
        const QRectF cell = label(state).adjusted(4, 4, -4, -4);
        paintSign(painter, {cell.left(), cell.top() + 1, kSign, kSign}, stateSign(state), color);
        const QRectF text = cell.adjusted(kSign + 6, 0, 0, 0);
        painter.setFont(font());
        painter.setPen(color);
        painter.drawText(text, Qt::AlignLeft | Qt::AlignTop,
            fontMetrics().elidedText(stateWord(state), Qt::ElideRight, int(text.width())));
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(
            text, Qt::AlignLeft | Qt::AlignBottom, QLocale().toString(m_counts.of(state)));
    }
}

} // namespace pushgate::gui
