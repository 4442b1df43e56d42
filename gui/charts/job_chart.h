// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/browse/overview.h"
#include "gui/charts/choice_chart.h"

class QBarSet;
class QHorizontalBarSeries;
class QValueAxis;

namespace pushgate::gui {

/// The jobs with the most series. Its choices are the positions of JobSizes.
class JobChart final : public ChoiceChart {
    Q_OBJECT

public:
    explicit JobChart(QWidget* parent = nullptr);

    void show(const std::vector<core::JobSize>& jobs);
    const core::JobSize& job(int id) const { return m_jobs[size_t(id)]; }

protected:
    void paintSeries(const QColor& color) override;
    void layOut() override;
    std::vector<ChartChoice> findChoices() const override;
    void paintOver(QPainter& painter) const override;

private:
    qint64 most() const;
    QRectF plot() const;
    QRectF line(size_t at) const;

    std::vector<core::JobSize> m_jobs;
    QBarSet* m_set;
    QHorizontalBarSeries* m_series;
    QValueAxis* m_rows;
    QValueAxis* m_sizes;
};

} // namespace pushgate::gui
