// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChartView>

namespace pushgate::gui {

/// A chart that keeps the look of the program when its palette changes, without frame or
/// animation, and that answers with a tooltip wherever the pointer rests on its plot.
class ChartView : public QChartView {
    Q_OBJECT

public:
    explicit ChartView(QWidget* parent = nullptr);

protected:
    /// What is to be said at `position` in the chart, of the plot area; empty: nothing.
    virtual QString toolTipAt(const QPointF& position) const = 0;
    /// After `dressChart`: the colours of the series.
    virtual void paintSeries(const QColor& color) = 0;
    void dress();

    bool viewportEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;
};

} // namespace pushgate::gui
