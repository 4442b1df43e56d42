// SPDX-License-Identifier: GPL-3.0-or-later
// Where groups and branches are in the model, and what they show.
#include "core/browse/group_filter_model.h"

#include <numeric>

namespace pushgate::core {

namespace {

    int toInt(size_t number)
    {
        return static_cast<int>(number);
    }

} // namespace

// ---------------------------------------------------------------------------------------- places

bool GroupFilterModel::isBranch(const QModelIndex& index)
{
    // Indexes of groups know what they are in.
    return index.isValid() && index.internalPointer() == nullptr;
}

int GroupFilterModel::sourceRow(const QModelIndex& index)
{
    if (!index.isValid() || isBranch(index))
        return -1;
    return static_cast<const Branch*>(index.internalPointer())->rows[size_t(index.row())];
}

std::vector<int> GroupFilterModel::sourceRows(const QModelIndex& index) const
{
    if (isBranch(index))
        return m_branches[size_t(index.row())]->rows;
    return index.isValid() ? std::vector<int>{sourceRow(index)} : std::vector<int>();
}

QModelIndex GroupFilterModel::indexOf(int sourceRow, int column) const
{
    const Place& place = m_places[size_t(sourceRow)];
    return place.branch == nullptr ? QModelIndex() : createIndex(place.row, column, place.branch);
}

QByteArray GroupFilterModel::branchValue(const QModelIndex& branch) const
{
    return isBranch(branch) ? m_branches[size_t(branch.row())]->value : QByteArray();
}

QModelIndex GroupFilterModel::indexOfBranch(const QByteArray& value) const
{
    const Branch* const branch = m_branchOf.value(value);
    return branch == nullptr ? QModelIndex() : branchIndex(*branch);
}

int GroupFilterModel::shownGroups() const
{
    return std::accumulate(m_branches.begin(), m_branches.end(), 0,
        [](int sum, const auto& branch) { return sum + toInt(branch->rows.size()); });
}

const GroupFilterModel::Branch* GroupFilterModel::branchBelow(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return isFlat() ? m_branches.front().get() : nullptr;
    return isBranch(parent) && parent.column() == 0 ? m_branches[size_t(parent.row())].get()
                                                    : nullptr;
}

QModelIndex GroupFilterModel::branchIndex(const Branch& branch, int column) const
{
    return isFlat() ? QModelIndex() : createIndex(branch.place, column);
}

QModelIndex GroupFilterModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const Branch* const branch = branchBelow(parent);
    return branch == nullptr ? createIndex(row, column) : createIndex(row, column, branch);
}

QModelIndex GroupFilterModel::parent(const QModelIndex& index) const
{
    const auto* const branch = static_cast<const Branch*>(index.internalPointer());
    return branch == nullptr ? QModelIndex() : branchIndex(*branch);
}

int GroupFilterModel::rowCount(const QModelIndex& parent) const
{
    if (const Branch* const branch = branchBelow(parent))
        return toInt(branch->rows.size());
    return parent.isValid() ? 0 : toInt(m_branches.size());
}

int GroupFilterModel::columnCount(const QModelIndex&) const
{
    return m_groups.columnCount();
}

// ------------------------------------------------------------------------------ what they show

QVariant GroupFilterModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (isBranch(index))
        return branchData(*m_branches[size_t(index.row())], index.column(), role);
    return m_groups.data(m_groups.index(sourceRow(index), index.column()), role);
}

QVariant GroupFilterModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_groups.headerData(section, orientation, role);
}

const GroupBranch& GroupFilterModel::figures(const Branch& branch) const
{
    if (!branch.figures) {
        branch.figures = GroupBranch{m_label, branch.value, {}, {}, {}, {}, 0, 0, {}};
        for (const int row : branch.rows)
            branch.figures->add(m_groups.moment(row));
    }
    return *branch.figures;
}

int GroupFilterModel::titleColumn() const
{
    const int own = m_groups.sectionOf(m_label);
    return own < 0 ? static_cast<int>(GroupColumn::Labels) : own;
}

QVariant GroupFilterModel::branchData(const Branch& branch, int column, int role) const
{
    const GroupWords& words = m_groups.words();
    const auto kind = static_cast<GroupColumn>(column);
    switch (role) {
    case Qt::DisplayRole:
        return column == titleColumn() ? words.branchTitle(figures(branch))
                                       : words.branchCell(figures(branch), kind, m_groups.now());
    case Qt::ToolTipRole: return words.branchToolTip(figures(branch), kind, m_groups.now());
    case Qt::TextAlignmentRole: return m_groups.headerData(column, Qt::Horizontal, role);
    case GroupModel::StateRole: return static_cast<int>(figures(branch).worst());
    default: return {};
    }
}

} // namespace pushgate::core
