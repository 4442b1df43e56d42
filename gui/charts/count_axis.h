// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QSizeF>

class QFontMetrics;
class QValueAxis;

namespace pushgate::gui {

// An axis of whole numbers at the left of a picture, words of our own below it.

/// A round number at or above a third of `most`, at least 1: 1, 2 or 5 times a power of ten.
qint64 countStep(qint64 most);
/// From 0 to the first step that holds `most`.
void fitCounts(QValueAxis& axis, qint64 most);
/// What is left of a picture for bars or lines.
QRectF countPlot(QSizeF picture, const QFontMetrics& metrics, qint64 most);

} // namespace pushgate::gui
