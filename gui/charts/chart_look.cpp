// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/chart_look.h"

#include "gui/look/appearance.h"
#include "gui/look/state_look.h"

#include <QAbstractAxis>
#include <QChart>
#include <QFont>
#include <QLegend>
#include <QPalette>
#include <QPen>

namespace pushgate::gui {

namespace {

    /// 12 of 13: what is said beside.
    QFont secondary(QFont font)
    {
        font.setPointSizeF(font.pointSizeF() * 12 / 13);
        return font;
    }

} // namespace

void dressChart(QChart& chart, const QPalette& palette, const QFont& font)
{
    chart.setBackgroundVisible(false);
    chart.setPlotAreaBackgroundVisible(false);
    chart.setMargins({});
    chart.legend()->hide();
    chart.setTitleFont(font);
    chart.setTitleBrush(palette.color(QPalette::Text));
    const QPen line(hairline(palette), 1);
    const QList<QAbstractAxis*> axes = chart.axes();
    for (QAbstractAxis* const axis : axes) {
        axis->setLabelsFont(secondary(font));
        axis->setTitleFont(secondary(font));
        axis->setLabelsColor(mutedText(palette));
        axis->setTitleBrush(mutedText(palette));
        axis->setLinePen(line);
        axis->setGridLinePen(line);
        // Along a row of bars or of times the grid says nothing.
        axis->setGridLineVisible(axis->orientation() == Qt::Vertical);
    }
}

QColor chartColor(const QPalette& palette)
{
    return shadeOf(palette) == Shade::Dark ? QColor(0x6F9BE0) : QColor(0x2F5DA8);
}

} // namespace pushgate::gui
