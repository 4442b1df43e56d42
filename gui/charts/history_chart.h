// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/browse/value_history.h"
#include "gui/charts/chart_view.h"

#include <span>
#include <vector>

class QDateTimeAxis;
class QLineSeries;
class QValueAxis;

namespace pushgate::gui {

/// The values of a series over time, one point for each push that was seen.
class HistoryChart final : public ChartView {
    Q_OBJECT

public:
    explicit HistoryChart(QWidget* parent = nullptr);

    /// Draws anew only if they differ from those shown; what is not finite is left out.
    void setPoints(std::span<const core::ValueHistory::Point> points);
    const std::vector<core::ValueHistory::Point>& points() const { return m_points; }

protected:
    QString toolTipAt(const QPointF& position) const override;
    void paintSeries(const QColor& color) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fill();
    void fitTicks();

    std::vector<core::ValueHistory::Point> m_points; // finite ones
    QLineSeries* m_line;
    QDateTimeAxis* m_times;
    QValueAxis* m_scale;
};

} // namespace pushgate::gui
