// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/chart_view.h"

#include "gui/charts/chart_look.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QHelpEvent>
#include <QToolTip>

namespace pushgate::gui {

ChartView::ChartView(QWidget* parent)
    : QChartView(parent)
{
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    setFocusPolicy(Qt::NoFocus); // all it says stands in the tree beside it, too
}

void ChartView::dress()
{
    dressChart(*chart(), palette(), font());
    paintSeries(chartColor(palette()));
}

bool ChartView::viewportEvent(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QChartView::viewportEvent(event);
    const auto* const help = static_cast<QHelpEvent*>(event);
    const QPointF position = chart()->mapFromScene(mapToScene(help->pos()));
    const QString text = chart()->plotArea().contains(position) ? toolTipAt(position) : QString();
    QToolTip::showText(help->globalPos(), text, this); // an empty one goes away
    return true;
}

void ChartView::changeEvent(QEvent* event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        dress();
}

} // namespace pushgate::gui
