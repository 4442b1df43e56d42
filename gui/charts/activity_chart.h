// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/browse/activity.h"
#include "gui/charts/choice_chart.h"

class QLineSeries;
class QValueAxis;

namespace pushgate::gui {

/// Pushes and failures over the last hour. Its choices are Kinds.
class ActivityChart final : public ChoiceChart {
    Q_OBJECT

public:
    enum Kind { Pushes, Failures };

    explicit ActivityChart(QWidget* parent = nullptr);

    void show(const core::Activity& activity);
    std::chrono::seconds span() const; ///< how far back it goes

protected:
    void paintSeries(const QColor& color) override;
    void layOut() override;
    std::vector<ChartChoice> findChoices() const override;
    void paintOver(QPainter& painter) const override;

private:
    static QString word(Kind kind);
    QPen pen(Kind kind) const;
    qint64 total(Kind kind) const;
    qint64 most() const;
    QRectF plot() const;
    QRectF legend(Kind kind) const;

    core::Activity m_activity;
    QLineSeries* m_pushes;
    QLineSeries* m_failures;
    QValueAxis* m_times;
    QValueAxis* m_counts;
};

} // namespace pushgate::gui
