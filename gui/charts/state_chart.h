// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/browse/group_row.h"
#include "gui/charts/choice_chart.h"

#include <array>

class QBarSet;
class QHorizontalStackedBarSeries;
class QValueAxis;

namespace pushgate::gui {

/// How many groups are in each state, as one bar. Its choices are GroupStates.
class StateChart final : public ChoiceChart {
    Q_OBJECT

public:
    explicit StateChart(QWidget* parent = nullptr);

    void show(const core::StateCounts& counts);

protected:
    void paintSeries(const QColor& color) override;
    void layOut() override;
    std::vector<ChartChoice> findChoices() const override;
    void paintOver(QPainter& painter) const override;

private:
    QRectF bar() const;
    QRectF label(core::GroupState state) const;

    core::StateCounts m_counts;
    std::array<QBarSet*, core::kGroupStates.size()> m_sets{};
    QHorizontalStackedBarSeries* m_series;
    QValueAxis* m_axis;
};

} // namespace pushgate::gui
