// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/group_model.h"

#include "core/browse/row_diff.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace pushgate::core {

namespace {

    std::strong_ordering orderOf(const GroupRowPtr& left, const GroupRowPtr& right)
    {
        // Most rows of two successive lists are the same object.
        return left == right ? std::strong_ordering::equal : left->key <=> right->key;
    }

    bool isBefore(const GroupRowPtr& left, const GroupRowPtr& right)
    {
        return orderOf(left, right) < 0;
    }

    std::vector<GroupRowPtr> sorted(std::vector<GroupRowPtr> rows)
    {
        std::sort(rows.begin(), rows.end(), isBefore);
        return rows;
    }

    std::vector<GroupRowPtr> without(
        const std::vector<GroupRowPtr>& rows, std::vector<GroupingKey> keys)
    {
        std::sort(keys.begin(), keys.end());
        std::vector<GroupRowPtr> kept;
        kept.reserve(rows.size());
        std::copy_if(
            rows.begin(), rows.end(), std::back_inserter(kept), [&](const GroupRowPtr& row) {
                return !std::binary_search(keys.begin(), keys.end(), row->key);
            });
        return kept;
    }

    /// Where both have a key, `changed` wins. Both ascending.
    std::vector<GroupRowPtr> merged(
        const std::vector<GroupRowPtr>& rows, const std::vector<GroupRowPtr>& changed)
    {
        std::vector<GroupRowPtr> all;
        all.reserve(rows.size() + changed.size());
        // The union takes equal rows from the first range.
        std::set_union(changed.begin(), changed.end(), rows.begin(), rows.end(),
            std::back_inserter(all), isBefore);
        return all;
    }

    int toInt(size_t number)
    {
        return static_cast<int>(number);
    }

} // namespace

GroupModel::GroupModel(const GroupWords& words, QObject* parent)
    : QAbstractTableModel(parent)
    , m_words(words)
{
}

void GroupModel::apply(const GroupChanges& changes)
{
    auto changed = sorted(changes.changed);
    if (changes.scope == GroupChanges::Scope::Everything)
        turnInto(std::move(changed));
    else if (changes.deleted.empty())
        turnInto(merged(m_rows, changed));
    else
        turnInto(merged(without(m_rows, changes.deleted), changed));
    recount();
}

void GroupModel::turnInto(std::vector<GroupRowPtr> rows)
{
    const auto same = [](const GroupRowPtr& left, const GroupRowPtr& right) {
        return left == right || *left == *right;
    };
    const auto stateNow = [this](const GroupRowPtr& row) { return stateAt(*row, m_now); };
    const auto steps = rowDiff<GroupRowPtr>(m_rows, rows, orderOf, same);
    for (const RowStep& step : steps) {
        const auto from = rows.begin() + step.first;
        const auto at = m_rows.begin() + step.first;
        const auto stateAtRow = m_states.begin() + step.first;
        const int last = step.first + step.count - 1;
        switch (step.kind) {
        case RowStep::Kind::Remove:
            beginRemoveRows({}, step.first, last);
            m_rows.erase(at, at + step.count);
            m_states.erase(stateAtRow, stateAtRow + step.count);
            endRemoveRows();
            break;
        case RowStep::Kind::Insert:
            beginInsertRows({}, step.first, last);
            m_rows.insert(at, from, from + step.count);
            std::transform(from, from + step.count,
                m_states.insert(stateAtRow, size_t(step.count), GroupState::Fresh), stateNow);
            endInsertRows();
            break;
        case RowStep::Kind::Update:
            std::copy(from, from + step.count, at);
            std::transform(from, from + step.count, stateAtRow, stateNow);
            emit dataChanged(index(step.first, 0), index(last, kGroupColumnCount - 1));
            break;
        }
    }
}

void GroupModel::setNow(TimePoint now)
{
    m_now = now;
    if (m_rows.empty())
        return;
    std::transform(m_rows.begin(), m_rows.end(), m_states.begin(),
        [&](const GroupRowPtr& row) { return stateAt(*row, now); });
    emit dataChanged(index(0, 0), index(rowCount() - 1, kGroupColumnCount - 1));
    recount();
}

void GroupModel::recount()
{
    StateCounts counts;
    for (const GroupState state : m_states)
        counts.add(state);
    if (std::exchange(m_counts, counts) != counts)
        emit countsChanged();
}

int GroupModel::find(const GroupingKey& key) const
{
    const auto at = std::lower_bound(m_rows.begin(), m_rows.end(), key,
        [](const GroupRowPtr& row, const GroupingKey& wanted) { return row->key < wanted; });
    return at != m_rows.end() && (*at)->key == key ? toInt(size_t(at - m_rows.begin())) : -1;
}

qint64 GroupModel::seriesTotal() const
{
    return std::accumulate(m_rows.begin(), m_rows.end(), qint64(0),
        [](qint64 sum, const GroupRowPtr& row) { return sum + row->series; });
}

int GroupModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : toInt(m_rows.size());
}

int GroupModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kGroupColumnCount;
}

QVariant GroupModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const GroupMoment moment = this->moment(index.row());
    const auto column = static_cast<GroupColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole: return m_words.cell(moment, column);
    case Qt::ToolTipRole: return m_words.toolTip(moment, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::AlignVCenter | (column >= GroupColumn::Series ? Qt::AlignRight : Qt::AlignLeft));
    case StateRole: return static_cast<int>(moment.state);
    case DueShareRole: return dueShare(moment.row);
    default: return {};
    }
}

QVariant GroupModel::dueShare(const GroupRow& row) const
{
    const auto age = ageOf(row, m_now);
    const auto due = dueTime(row);
    if (!age || !due || *due <= *row.pushTime)
        return {};
    const std::chrono::duration<double> passed = *age;
    const std::chrono::duration<double> allowed = *due - *row.pushTime;
    return passed / allowed;
}

QVariant GroupModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kGroupColumnCount)
        return {};
    const auto column = static_cast<GroupColumn>(section);
    if (role == Qt::DisplayRole)
        return m_words.header(column);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::AlignVCenter | (column >= GroupColumn::Series ? Qt::AlignRight : Qt::AlignLeft));
    return {};
}

} // namespace pushgate::core
