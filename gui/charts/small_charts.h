// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/browse/bucket_bars.h"
#include "core/browse/value_history.h"

#include <QColor>
#include <QRectF>

#include <span>
#include <vector>

class QPainter;

namespace pushgate::gui {

// Pictures as large as a word, for cells of a tree, without axes.

/// One bar for each bucket that there is room for; neighbours are added up where there is not.
void paintSmallBars(QPainter& painter, const QRectF& rect, const std::vector<core::BucketBar>& bars,
    const QColor& color);

/// The values over time from the left edge to the right; what is not finite leaves a gap.
void paintSparkline(QPainter& painter, const QRectF& rect,
    std::span<const core::ValueHistory::Point> points, const QColor& color);

} // namespace pushgate::gui
