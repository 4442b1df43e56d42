// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/browse/group_filter.h"
#include "core/browse/group_model.h"

#include <QAbstractItemModel>
#include <QHash>

#include <memory>
#include <optional>
#include <vector>

namespace pushgate::core {

/// The groups of a GroupModel that pass a filter, in the order somebody asked for: one below the
/// other, or in branches by the value of a label. Columns are those of the GroupModel.
/// Live changes move nothing: values change in place, new groups and branches come at the end, and
/// what then stands in the wrong place, or should not stand there at all, waits for `arrange`.
/// A branch that would be empty is not there.
/// Cost    `setFilter`, `sort`, `setGroupedBy` and `arrange` O(n log n) for n groups and one layout
///         change, which keeps persistent indexes on their groups and branches.
class GroupFilterModel final : public QAbstractItemModel {
    Q_OBJECT

public:
    /// `groups` must outlive the model. Flat, sorted by state at first.
    explicit GroupFilterModel(GroupModel& groups, QObject* parent = nullptr);

    void setFilter(GroupFilter filter);
    const GroupFilter& filter() const { return m_filter; }
    /// The label whose values make the branches; empty: no branches.
    void setGroupedBy(const QByteArray& label);
    const QByteArray& groupedBy() const { return m_label; }
    /// Ascending, branches stand by the first of their groups in that order, or by their sum.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    /// Filters and sorts anew.
    void arrange();
    /// How many groups `arrange` would show, hide or move, about. O(groups).
    int pendingChanges() const;

    const GroupModel& groups() const { return m_groups; }
    GroupModel& groups() { return m_groups; }
    int shownGroups() const;
    static bool isBranch(const QModelIndex& index);
    /// In the GroupModel, of a group; -1: it is a branch.
    static int sourceRow(const QModelIndex& index);
    /// Of the group, or of all groups of the branch.
    std::vector<int> sourceRows(const QModelIndex& index) const;
    /// Of a group in the GroupModel; invalid: it is not shown.
    QModelIndex indexOf(int sourceRow, int column = 0) const;
    QByteArray branchValue(const QModelIndex& branch) const;
    QModelIndex indexOfBranch(const QByteArray& value) const; ///< invalid: there is none

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    /// Groups below each other; the only one of a flat list has no row itself.
    struct Branch {
        QByteArray value;
        std::vector<int> rows; ///< source rows as they are shown
        int place = 0; ///< among the branches
        mutable std::optional<GroupBranch> figures; ///< while nothing changes
    };
    using Branches = std::vector<std::unique_ptr<Branch>>;
    /// Where a source row is shown; without a branch: nowhere.
    struct Place {
        Branch* branch = nullptr;
        int row = 0;
    };

    bool isFlat() const { return m_label.isEmpty(); }
    bool isBefore(int left, int right) const; ///< source rows, in the order asked for
    /// Whether a branch comes before another; `left` and `right` lead them: come first in them.
    bool isBefore(const Branch& one, int left, const Branch& other, int right) const;
    int leader(const Branch& branch) const;
    void sortRows(std::vector<int>& sourceRows) const;
    void sortBranches(Branches& branches) const;
    QByteArray valueOf(int sourceRow) const;
    const GroupBranch& figures(const Branch& branch) const;
    int titleColumn() const;
    QVariant branchData(const Branch& branch, int column, int role) const;
    /// That which the groups below `parent` are in; null: there are none.
    const Branch* branchBelow(const QModelIndex& parent) const;
    QModelIndex branchIndex(const Branch& branch, int column = 0) const;
    void arrangeBy(QByteArray label);
    Branches arranged() const;
    Branches branchesOf(const std::vector<int>& rows) const;
    int misplacedBranches() const;
    void renumber();
    void renumber(Branch& branch, size_t from);

    void takeInserted(const QModelIndex& parent, int first, int last);
    void append(Branch& branch, const std::vector<int>& sourceRows);
    void append(Branches branches);
    void dropDoomed(const QModelIndex& parent, int first, int last);
    void drop(Branch& branch);
    void drop(Branch& branch, int first, int last);
    void closeGap(const QModelIndex& parent, int first, int last);
    void passOn(const QModelIndex& topLeft, const QModelIndex& bottomRight);
    void tellFigures(Branch& branch);

    GroupModel& m_groups;
    GroupFilter m_filter;
    QByteArray m_label;
    int m_sortColumn = 0;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    Branches m_branches;
    QHash<QByteArray, Branch*> m_branchOf; // by value; none in a flat list
    std::vector<Place> m_places; // by source row
};

} // namespace pushgate::core
