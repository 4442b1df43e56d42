// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/browse/bucket_bars.h"
#include "gui/charts/chart_view.h"

#include <vector>

class QBarSeries;
class QBarSet;
class QCategoryAxis;
class QValueAxis;

namespace pushgate::gui {

/// What a histogram observed: one bar for each bucket, as many bounds below as there is room for.
class HistogramChart final : public ChartView {
    Q_OBJECT

public:
    explicit HistogramChart(QWidget* parent = nullptr);

    /// Draws anew only if they differ from those shown.
    void setBars(std::vector<core::BucketBar> bars);
    const std::vector<core::BucketBar>& bars() const { return m_bars; }
    /// `(0.5,1]: 8`
    static QString barText(const core::BucketBar& bar);

protected:
    QString toolTipAt(const QPointF& position) const override;
    void paintSeries(const QColor& color) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fill();
    void labelBounds();
    int boundsApart() const; ///< 1: each bucket is labelled

    std::vector<core::BucketBar> m_bars;
    QBarSet* m_counts;
    QBarSeries* m_series;
    QCategoryAxis* m_bounds;
    QValueAxis* m_scale;
    int m_apart = 0; // of the labels that are there
};

} // namespace pushgate::gui
