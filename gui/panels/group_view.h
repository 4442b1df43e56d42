// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/browse/group_filter_model.h"

#include <QSet>
#include <QTreeView>

#include <vector>

class QMenu;
class QSettings;

namespace pushgate::gui {

class GroupHeader;

/// The table of groups, or a tree of them by the value of a label. Columns are shown, hidden, moved
/// and sorted at its header. Branches that were opened stay open through whatever happens to them,
/// also while a filter hides them.
class GroupView final : public QTreeView {
    Q_OBJECT

public:
    /// `groups` must outlive the view.
    explicit GroupView(core::GroupFilterModel& groups, QWidget* parent = nullptr);

    /// Of groups and of all groups in the branches that are selected; each once.
    std::vector<core::GroupingKey> selectedKeys() const;
    int selectedCount() const; ///< groups; O(runs of rows), with branches O(their square)
    /// The group with the focus, if it is selected; null: none, or a branch.
    core::GroupRowPtr currentGroup() const;
    void select(const core::GroupingKey& key); ///< alone, and scrolls to it; no error if absent

    void setGroupedBy(const QByteArray& label); ///< empty: flat
    const QByteArray& groupedBy() const { return m_groups.groupedBy(); }
    void fillGroupingMenu(QMenu& menu);
    void openAll();
    void closeAll();

    void saveLayout(QSettings& settings) const;
    void restoreLayout(const QSettings& settings);

signals:
    void selectedCountChanged();
    void currentGroupChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void selectionChanged(
        const QItemSelection& selected, const QItemSelection& deselected) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void showHeaderMenu(const QPoint& position);
    void addGroupingAction(QMenu& menu, const QString& text, const QByteArray& label);
    void openBranches();

    core::GroupFilterModel& m_groups;
    GroupHeader* m_header;
    QSet<QByteArray> m_open; // values of branches
};

} // namespace pushgate::gui
