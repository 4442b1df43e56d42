// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/browse/overview.h"
#include "gui/charts/choice_chart.h"

#include <array>

class QBarSet;
class QStackedBarSeries;
class QValueAxis;

namespace pushgate::gui {

/// How many groups are how old, in which states. Its choices are the positions of AgeBins.
class AgeChart final : public ChoiceChart {
    Q_OBJECT

public:
    explicit AgeChart(QWidget* parent = nullptr);

    void show(const std::vector<core::AgeBin>& bins);
    const core::AgeBin& bin(int id) const { return m_bins[size_t(id)]; }

protected:
    void paintSeries(const QColor& color) override;
    void layOut() override;
    std::vector<ChartChoice> findChoices() const override;
    void paintOver(QPainter& painter) const override;

private:
    int most() const;
    QRectF plot() const;
    static QString textOf(const core::AgeBin& bin);

    std::vector<core::AgeBin> m_bins;
    std::array<QBarSet*, core::kGroupStates.size()> m_sets{};
    QStackedBarSeries* m_series;
    QValueAxis* m_ages;
    QValueAxis* m_counts;
};

} // namespace pushgate::gui
