// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/group_filter_model.h"

#include "core/browse/group_order.h"

#include <algorithm>
#include <utility>

namespace pushgate::core {

GroupFilterModel::GroupFilterModel(GroupModel& groups, QObject* parent)
    : QAbstractProxyModel(parent)
    , m_groups(groups)
{
    setSourceModel(&groups);
    m_shown = arranged();
    renumber();
    connect(&groups, &GroupModel::rowsInserted, this, &GroupFilterModel::takeInserted);
    connect(&groups, &GroupModel::rowsAboutToBeRemoved, this, &GroupFilterModel::dropDoomed);
    connect(&groups, &GroupModel::rowsRemoved, this, &GroupFilterModel::closeGap);
    connect(&groups, &GroupModel::dataChanged, this, &GroupFilterModel::passOn);
}

void GroupFilterModel::setFilter(GroupFilter filter)
{
    if (std::exchange(m_filter, std::move(filter)) != m_filter)
        arrange();
}

void GroupFilterModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= kGroupColumnCount)
        return;
    m_sortColumn = static_cast<GroupColumn>(column);
    m_sortOrder = order;
    arrange();
}

void GroupFilterModel::arrange()
{
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    const std::vector<int> shownBefore = std::exchange(m_shown, arranged());
    renumber();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex& index : before) {
        const int row = m_rowOf[size_t(shownBefore[size_t(index.row())])];
        after.push_back(row < 0 ? QModelIndex() : createIndex(row, index.column()));
    }
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
}

int GroupFilterModel::pendingChanges() const
{
    int count = 0;
    for (int row = 0; row < m_groups.rowCount(); ++row)
        count += accepts(row) != (m_rowOf[size_t(row)] >= 0) ? 1 : 0;
    for (size_t row = 1; row < m_shown.size(); ++row)
        count += isBefore(m_shown[row], m_shown[row - 1]) ? 1 : 0;
    return count;
}

bool GroupFilterModel::accepts(int sourceRow) const
{
    return m_filter.accepts(m_groups.moment(sourceRow));
}

bool GroupFilterModel::isBefore(int left, int right) const
{
    const GroupMoment one = m_groups.moment(left);
    const GroupMoment other = m_groups.moment(right);
    const bool ascending = m_sortOrder == Qt::AscendingOrder;
    if (comesBefore(ascending ? one : other, ascending ? other : one, m_sortColumn))
        return true;
    if (comesBefore(ascending ? other : one, ascending ? one : other, m_sortColumn))
        return false;
    // Among equals the urgent ones, then by key, which is the order of the source.
    return one.state != other.state ? one.state < other.state : left < right;
}

void GroupFilterModel::sortRows(std::vector<int>& sourceRows) const
{
    std::sort(sourceRows.begin(), sourceRows.end(),
        [this](int left, int right) { return isBefore(left, right); });
}

std::vector<int> GroupFilterModel::arranged() const
{
    std::vector<int> rows;
    rows.reserve(size_t(m_groups.rowCount()));
    for (int row = 0; row < m_groups.rowCount(); ++row) {
        if (accepts(row))
            rows.push_back(row);
    }
    sortRows(rows);
    return rows;
}

void GroupFilterModel::renumber()
{
    m_rowOf.assign(size_t(m_groups.rowCount()), -1);
    for (size_t row = 0; row < m_shown.size(); ++row)
        m_rowOf[size_t(m_shown[row])] = static_cast<int>(row);
}

void GroupFilterModel::takeInserted(const QModelIndex&, int first, int last)
{
    const int count = last - first + 1;
    for (int& row : m_shown)
        row += row >= first ? count : 0;
    renumber();

    std::vector<int> wanted;
    for (int row = first; row <= last; ++row) {
        if (accepts(row))
            wanted.push_back(row);
    }
    if (wanted.empty())
        return;
    sortRows(wanted);
    const int end = rowCount();
    beginInsertRows({}, end, end + static_cast<int>(wanted.size()) - 1);
    m_shown.insert(m_shown.end(), wanted.begin(), wanted.end());
    renumber();
    endInsertRows();
}

void GroupFilterModel::dropDoomed(const QModelIndex&, int first, int last)
{
    const auto isDoomed = [&](int sourceRow) { return sourceRow >= first && sourceRow <= last; };
    // From the end, so that the runs found later keep their places.
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (!isDoomed(m_shown[size_t(row)]))
            continue;
        const int end = row;
        while (row > 0 && isDoomed(m_shown[size_t(row) - 1]))
            --row;
        beginRemoveRows({}, row, end);
        m_shown.erase(m_shown.begin() + row, m_shown.begin() + end + 1);
        renumber();
        endRemoveRows();
    }
}

void GroupFilterModel::closeGap(const QModelIndex&, int first, int last)
{
    for (int& row : m_shown)
        row -= row > last ? last - first + 1 : 0;
    renumber();
}

void GroupFilterModel::passOn(const QModelIndex& topLeft, const QModelIndex& bottomRight)
{
    int low = rowCount();
    int high = -1;
    for (int row = topLeft.row(); row <= bottomRight.row(); ++row) {
        const int shown = m_rowOf[size_t(row)];
        if (shown >= 0) {
            low = std::min(low, shown);
            high = std::max(high, shown);
        }
    }
    if (high >= 0)
        emit dataChanged(index(low, topLeft.column()), index(high, bottomRight.column()));
}

QModelIndex GroupFilterModel::mapToSource(const QModelIndex& index) const
{
    return index.isValid() ? m_groups.index(sourceRow(index), index.column()) : QModelIndex();
}

QModelIndex GroupFilterModel::mapFromSource(const QModelIndex& index) const
{
    if (!index.isValid() || m_rowOf[size_t(index.row())] < 0)
        return {};
    return createIndex(m_rowOf[size_t(index.row())], index.column());
}

QModelIndex GroupFilterModel::index(int row, int column, const QModelIndex& parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

QModelIndex GroupFilterModel::parent(const QModelIndex&) const
{
    return {};
}

int GroupFilterModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int GroupFilterModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kGroupColumnCount;
}

} // namespace pushgate::core
