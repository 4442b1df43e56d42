// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/browse/group_details.h"
#include "core/browse/value_history.h"
#include "gui/delegates/row_delegate.h"

#include <functional>
#include <span>

namespace pushgate::gui {

/// Families and series: values monospaced, with the buckets of a histogram or the history of a
/// number as a small picture before them; types and help muted.
class ValueDelegate final : public RowDelegate {
    Q_OBJECT

public:
    using HistoryOf = std::function<std::span<const core::ValueHistory::Point>(
        const core::FamilyRow& family, const core::SeriesRow& series)>;

    explicit ValueDelegate(HistoryOf historyOf, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    void paintPicture(
        QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;

    HistoryOf m_historyOf;
};

} // namespace pushgate::gui
