// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/browse/group_filter.h"
#include "core/browse/group_model.h"

#include <QAbstractProxyModel>

#include <vector>

namespace pushgate::core {

/// The groups of a GroupModel that pass a filter, in the order somebody asked for.
/// Live changes move nothing: values change in place, new groups come at the end, and what then
/// stands in the wrong place, or should not stand there at all, waits for `arrange`.
/// Cost    `setFilter`, `sort` and `arrange` O(n log n) for n groups and one layout change.
class GroupFilterModel final : public QAbstractProxyModel {
    Q_OBJECT

public:
    /// `groups` must outlive the model. Sorted by state at first.
    explicit GroupFilterModel(GroupModel& groups, QObject* parent = nullptr);

    void setFilter(GroupFilter filter);
    const GroupFilter& filter() const { return m_filter; }
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    /// Filters and sorts anew.
    void arrange();
    /// How many groups `arrange` would show, hide or move, about. O(groups).
    int pendingChanges() const;

    const GroupModel& groups() const { return m_groups; }
    int sourceRow(const QModelIndex& index) const { return m_shown[size_t(index.row())]; }

    QModelIndex mapToSource(const QModelIndex& index) const override;
    QModelIndex mapFromSource(const QModelIndex& index) const override;
    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;

private:
    bool accepts(int sourceRow) const;
    bool isBefore(int left, int right) const; ///< source rows, in the order asked for
    void sortRows(std::vector<int>& sourceRows) const;
    void renumber();
    std::vector<int> arranged() const;

    void takeInserted(const QModelIndex& parent, int first, int last);
    void dropDoomed(const QModelIndex& parent, int first, int last);
    void closeGap(const QModelIndex& parent, int first, int last);
    void passOn(const QModelIndex& topLeft, const QModelIndex& bottomRight);

    GroupModel& m_groups;
    GroupFilter m_filter;
    GroupColumn m_sortColumn = GroupColumn::State;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    std::vector<int> m_shown; // row -> source row
    std::vector<int> m_rowOf; // source row -> row, -1: not shown
};

} // namespace pushgate::core
