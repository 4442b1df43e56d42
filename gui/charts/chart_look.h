// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

class QChart;
class QFont;
class QPalette;

namespace pushgate::gui {

/// Gives a chart the colours of `palette` and texts in `font`: no legend, no background of its own,
/// hairlines for the grid, numbers in the muted colour. Of axes, those that it has by now; colours
/// of series are left alone. To be called again when the palette changes.
void dressChart(QChart& chart, const QPalette& palette, const QFont& font);

/// For what is no state, which have colours of their own: at least 3 to 1 on the base colour.
QColor chartColor(const QPalette& palette);

} // namespace pushgate::gui
