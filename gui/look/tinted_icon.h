// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QRectF>
#include <QString>

class QPainter;

namespace pushgate::gui {

/// An icon of one colour that follows the palette: our signs are drawn in black and painted in the
/// colour of the text around them, light or dark.
QIcon tintedIcon(const QString& svgFile);

/// Paints the sign in `color`, as large as `rect`. Cost  the rendering is cached by size and
/// colour.
void paintSign(QPainter& painter, const QRectF& rect, const QString& svgFile, const QColor& color);

} // namespace pushgate::gui
