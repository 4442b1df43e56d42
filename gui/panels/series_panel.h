// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/browse/bucket_bars.h"
#include "core/browse/group_details.h"
#include "core/browse/value_history.h"

#include <QWidget>

#include <optional>
#include <span>
#include <vector>

class QLabel;
class QTableWidget;

namespace pushgate::gui {

class ElidedLabel;
class HistogramChart;
class HistoryChart;

/// One family or series beside the tree: what it is, when it was pushed, its distribution as a
/// chart or a table, and its values as they were seen.
class SeriesPanel final : public QWidget {
    Q_OBJECT

public:
    explicit SeriesPanel(QWidget* parent = nullptr);

    /// `series` may be null: the family with all of its series.
    void showSeries(const core::FamilyRow& family, const core::SeriesRow* series,
        std::span<const core::ValueHistory::Point> history);
    /// Ages move on.
    void setNow(core::TimePoint now);

protected:
    void changeEvent(QEvent* event) override;

private:
    void setUpTable();
    void showBars(std::vector<core::BucketBar> bars);
    void showQuantiles(const core::SummaryValue* summary);
    void showHistory(std::span<const core::ValueHistory::Point> history);
    void showPushed();
    void colorTexts();

    ElidedLabel* m_name;
    ElidedLabel* m_labels;
    QLabel* m_about;
    QLabel* m_pushed;
    QLabel* m_value;
    HistogramChart* m_histogram;
    QTableWidget* m_quantiles;
    QLabel* m_historyTitle;
    HistoryChart* m_history;
    std::optional<core::TimePoint> m_pushedAt;
    core::TimePoint m_now;
};

} // namespace pushgate::gui
