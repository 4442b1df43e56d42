// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/browse/group_filter_model.h"

#include <QTreeView>

#include <vector>

namespace pushgate::gui {

/// The table of groups. Columns are shown, hidden, moved and sorted at its header.
class GroupView final : public QTreeView {
    Q_OBJECT

public:
    /// `groups` must outlive the view.
    explicit GroupView(core::GroupFilterModel& groups, QWidget* parent = nullptr);

    std::vector<core::GroupingKey> selectedKeys() const;
    int selectedCount() const; ///< O(runs of rows)
    /// The group with the focus, if it is selected; null: none.
    core::GroupRowPtr currentGroup() const;
    void select(const core::GroupingKey& key); ///< alone, and scrolls to it; no error if absent

signals:
    void selectedCountChanged();
    void currentGroupChanged();

protected:
    void selectionChanged(
        const QItemSelection& selected, const QItemSelection& deselected) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void setUpHeader();
    int widthOf(core::GroupColumn column, int atLeast) const;
    void showHeaderMenu(const QPoint& position);

    core::GroupFilterModel& m_groups;
};

} // namespace pushgate::gui
