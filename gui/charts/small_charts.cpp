// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/small_charts.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <limits>

namespace pushgate::gui {

namespace {

    constexpr double kNarrowestBar = 2; // pixels
    constexpr double kWidestBar = 8;
    constexpr double kGap = 1;
    constexpr double kLowestBar = 1; // so that something shows where something was observed

    /// As many heights as fit.
    std::vector<double> heights(const std::vector<core::BucketBar>& bars, double width)
    {
        const auto room = std::max(size_t(1), size_t(width / (kNarrowestBar + kGap)));
        const size_t each = (bars.size() + room - 1) / room;
        std::vector<double> sums((bars.size() + each - 1) / each, 0.0);
        for (size_t at = 0; at < bars.size(); ++at)
            sums[at / each] += bars[at].count;
        return sums;
    }

} // namespace

void paintSmallBars(QPainter& painter, const QRectF& rect, const std::vector<core::BucketBar>& bars,
    const QColor& color)
{
    if (bars.empty())
        return;
    const std::vector<double> counts = heights(bars, rect.width());
    const double most = *std::max_element(counts.begin(), counts.end());
    const double step = std::min(rect.width() / double(counts.size()), kWidestBar + kGap);
    QColor ground = color;
    ground.setAlphaF(0.25F);
    for (size_t at = 0; at < counts.size(); ++at) {
        const double left = rect.right() - step * double(counts.size() - at);
        painter.fillRect(QRectF(left, rect.bottom() - 1, step - kGap, 1), ground);
        if (counts[at] <= 0)
            continue;
        const double height = std::max(kLowestBar, rect.height() * counts[at] / most);
        painter.fillRect(QRectF(left, rect.bottom() - height, step - kGap, height), color);
    }
}

void paintSparkline(QPainter& painter, const QRectF& rect,
    std::span<const core::ValueHistory::Point> points, const QColor& color)
{
    const auto isFinite = [](const auto& point) { return std::isfinite(point.value); };
    if (std::count_if(points.begin(), points.end(), isFinite) < 2)
        return;
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const auto& point : points) {
        if (isFinite(point)) {
            low = std::min(low, point.value);
            high = std::max(high, point.value);
        }
    }
    const double span = double((points.back().time - points.front().time).count());
    QPainterPath path;
    bool isDown = false;
    for (const auto& point : points) {
        if (!isFinite(point)) {
            isDown = false;
            continue;
        }
        const double x = rect.left()
            + rect.width() * double((point.time - points.front().time).count()) / span;
        const double share = high > low ? (point.value - low) / (high - low) : 0.5;
        const QPointF place(x, rect.bottom() - rect.height() * share);
        isDown ? path.lineTo(place) : path.moveTo(place);
        isDown = true;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.strokePath(path, QPen(color, 1.25));
    painter.restore();
}

} // namespace pushgate::gui
