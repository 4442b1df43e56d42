// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/group_filter_model.h"

#include "core/browse/group_order.h"

#include <algorithm>
#include <utility>

namespace pushgate::core {

namespace {

    int toInt(size_t number)
    {
        return static_cast<int>(number);
    }

    /// By which a branch stands where such a column is sorted; nothing: by the first of its groups.
    std::optional<qint64> sumIn(const GroupBranch& branch, int column)
    {
        switch (static_cast<GroupColumn>(column)) {
        case GroupColumn::Series: return branch.series;
        case GroupColumn::Families: return branch.families;
        case GroupColumn::Bytes: return branch.bytes.value_or(0);
        default: return std::nullopt;
        }
    }

} // namespace

GroupFilterModel::GroupFilterModel(GroupModel& groups, QObject* parent)
    : QAbstractItemModel(parent)
    , m_groups(groups)
{
    m_branches = arranged();
    renumber();
    connect(&groups, &GroupModel::rowsInserted, this, &GroupFilterModel::takeInserted);
    connect(&groups, &GroupModel::rowsAboutToBeRemoved, this, &GroupFilterModel::dropDoomed);
    connect(&groups, &GroupModel::rowsRemoved, this, &GroupFilterModel::closeGap);
    connect(&groups, &GroupModel::dataChanged, this, &GroupFilterModel::passOn);
    connect(&groups, &GroupModel::headerDataChanged, this, &GroupFilterModel::headerDataChanged);
}

// -------------------------------------------------------------------------------- what is wanted

void GroupFilterModel::setFilter(GroupFilter filter)
{
    if (std::exchange(m_filter, std::move(filter)) != m_filter)
        arrange();
}

void GroupFilterModel::setGroupedBy(const QByteArray& label)
{
    if (label != m_label)
        arrangeBy(label);
}

void GroupFilterModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columnCount())
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    arrange();
}

void GroupFilterModel::arrange()
{
    arrangeBy(m_label);
}

void GroupFilterModel::arrangeBy(QByteArray label)
{
    emit layoutAboutToBeChanged();
    struct Held {
        int sourceRow = -1;
        std::optional<QByteArray> branch;
    };
    const QModelIndexList before = persistentIndexList();
    std::vector<Held> held;
    held.reserve(size_t(before.size()));
    for (const QModelIndex& index : before)
        held.push_back(isBranch(index) ? Held{-1, branchValue(index)} : Held{sourceRow(index), {}});

    // An equal value of another label is another branch.
    const bool isSameLabel = m_label == label;
    m_label = std::move(label);
    m_branches = arranged();
    renumber();
    QModelIndexList after;
    after.reserve(before.size());
    for (size_t at = 0; at < held.size(); ++at) {
        const int column = before[qsizetype(at)].column();
        if (!held[at].branch)
            after.push_back(indexOf(held[at].sourceRow, column));
        else if (isSameLabel)
            after.push_back(indexOfBranch(*held[at].branch).siblingAtColumn(column));
        else
            after.push_back({});
    }
    changePersistentIndexList(before, after);
    emit layoutChanged();
}

GroupFilterModel::Branches GroupFilterModel::arranged() const
{
    std::vector<int> rows;
    rows.reserve(size_t(m_groups.rowCount()));
    for (int row = 0; row < m_groups.rowCount(); ++row) {
        if (m_filter.accepts(m_groups.moment(row)))
            rows.push_back(row);
    }
    sortRows(rows);
    Branches branches;
    if (isFlat()) {
        branches.push_back(std::make_unique<Branch>());
        branches.front()->rows = std::move(rows);
        return branches;
    }
    branches = branchesOf(rows);
    sortBranches(branches);
    return branches;
}

/// `rows` in order, which then is that of the groups in each branch.
GroupFilterModel::Branches GroupFilterModel::branchesOf(const std::vector<int>& rows) const
{
    Branches branches;
    QHash<QByteArray, Branch*> found;
    for (const int row : rows) {
        const QByteArray value = valueOf(row);
        Branch*& branch = found[value];
        if (branch == nullptr) {
            branches.push_back(std::make_unique<Branch>());
            branch = branches.back().get();
            branch->value = value;
        }
        branch->rows.push_back(row);
    }
    return branches;
}

QByteArray GroupFilterModel::valueOf(int sourceRow) const
{
    const auto value = m_groups.group(sourceRow)->key.labels().value(m_label);
    return value ? value->toByteArray() : QByteArray();
}

void GroupFilterModel::renumber()
{
    m_places.assign(size_t(m_groups.rowCount()), {});
    m_branchOf.clear();
    for (size_t at = 0; at < m_branches.size(); ++at) {
        Branch& branch = *m_branches[at];
        branch.place = toInt(at);
        if (!isFlat())
            m_branchOf.insert(branch.value, &branch);
        renumber(branch, 0);
    }
}

void GroupFilterModel::renumber(Branch& branch, size_t from)
{
    for (size_t row = from; row < branch.rows.size(); ++row)
        m_places[size_t(branch.rows[row])] = {&branch, toInt(row)};
}

// ------------------------------------------------------------------------------------- the order

bool GroupFilterModel::isBefore(int left, int right) const
{
    const GroupMoment one = m_groups.moment(left);
    const GroupMoment other = m_groups.moment(right);
    const bool ascending = m_sortOrder == Qt::AscendingOrder;
    const auto comes = [&](const GroupMoment& first, const GroupMoment& second) {
        return m_sortColumn < kGroupColumnCount
            ? comesBefore(first, second, static_cast<GroupColumn>(m_sortColumn))
            : comesBefore(first, second, m_groups.labelIn(m_sortColumn));
    };
    if (comes(ascending ? one : other, ascending ? other : one))
        return true;
    if (comes(ascending ? other : one, ascending ? one : other))
        return false;
    // Among equals the urgent ones, then by key, which is the order of the source.
    return one.state != other.state ? one.state < other.state : left < right;
}

void GroupFilterModel::sortRows(std::vector<int>& sourceRows) const
{
    std::sort(sourceRows.begin(), sourceRows.end(),
        [this](int left, int right) { return isBefore(left, right); });
}

int GroupFilterModel::leader(const Branch& branch) const
{
    return *std::min_element(branch.rows.begin(), branch.rows.end(),
        [this](int left, int right) { return isBefore(left, right); });
}

bool GroupFilterModel::isBefore(const Branch& one, int left, const Branch& other, int right) const
{
    const auto sum = sumIn(figures(one), m_sortColumn);
    const auto otherSum = sumIn(figures(other), m_sortColumn);
    if (sum == otherSum)
        return sum ? one.value < other.value : isBefore(left, right);
    return m_sortOrder == Qt::AscendingOrder ? *sum < *otherSum : *sum > *otherSum;
}

/// Of groups that are in order already.
void GroupFilterModel::sortBranches(Branches& branches) const
{
    std::sort(branches.begin(), branches.end(), [this](const auto& one, const auto& other) {
        return isBefore(*one, one->rows.front(), *other, other->rows.front());
    });
}

int GroupFilterModel::pendingChanges() const
{
    int count = misplacedBranches();
    for (int row = 0; row < m_groups.rowCount(); ++row) {
        const bool isShown = m_places[size_t(row)].branch != nullptr;
        count += m_filter.accepts(m_groups.moment(row)) != isShown ? 1 : 0;
    }
    for (const auto& branch : m_branches) {
        for (size_t row = 1; row < branch->rows.size(); ++row)
            count += isBefore(branch->rows[row], branch->rows[row - 1]) ? 1 : 0;
    }
    return count;
}

int GroupFilterModel::misplacedBranches() const
{
    if (isFlat())
        return 0;
    int count = 0;
    int before = -1;
    for (size_t at = 0; at < m_branches.size(); ++at) {
        const int first = leader(*m_branches[at]);
        if (at > 0 && isBefore(*m_branches[at], first, *m_branches[at - 1], before))
            ++count;
        before = first;
    }
    return count;
}

} // namespace pushgate::core
