// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/group_model.h"

#include "core/browse/row_diff.h"

#include <QSet>

#include <algorithm>
#include <iterator>
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

    bool isNumber(int section)
    {
        return section >= static_cast<int>(GroupColumn::Series) && section < kGroupColumnCount;
    }

    QVariant alignment(int section)
    {
        return QVariant::fromValue(
            Qt::AlignVCenter | (isNumber(section) ? Qt::AlignRight : Qt::AlignLeft));
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
            for (int row = 0; row < step.count; ++row)
                emit groupTaken(nullptr, *from[row]);
            beginInsertRows({}, step.first, last);
            m_rows.insert(at, from, from + step.count);
            std::transform(from, from + step.count,
                m_states.insert(stateAtRow, size_t(step.count), GroupState::Fresh), stateNow);
            endInsertRows();
            break;
        case RowStep::Kind::Update:
            for (int row = 0; row < step.count; ++row)
                emit groupTaken(at[row].get(), *from[row]);
            std::copy(from, from + step.count, at);
            std::transform(from, from + step.count, stateAtRow, stateNow);
            emit dataChanged(index(step.first, 0), index(last, columnCount() - 1));
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
    emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
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
    return parent.isValid() ? 0 : kGroupColumnCount + kMostLabelColumns;
}

QVariant GroupModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const GroupMoment moment = this->moment(index.row());
    const auto column = static_cast<GroupColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole: return text(moment, index.column());
    case Qt::ToolTipRole:
        return m_words.toolTip(
            moment, index.column() < kGroupColumnCount ? column : GroupColumn::Labels);
    case Qt::TextAlignmentRole: return alignment(index.column());
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
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::DisplayRole) {
        return section < kGroupColumnCount ? m_words.header(static_cast<GroupColumn>(section))
                                           : QString::fromUtf8(labelIn(section));
    }
    return role == Qt::TextAlignmentRole ? alignment(section) : QVariant();
}

// ---------------------------------------------------------------------------------------- labels

void GroupModel::setInstanceColumn(InstanceColumn column)
{
    if (std::exchange(m_instanceColumn, column) != column)
        separateLabels();
}

void GroupModel::setLabelColumns(LabelColumns names)
{
    if (m_labelColumns == names)
        return;
    m_labelColumns = std::move(names);
    emit headerDataChanged(Qt::Horizontal, kGroupColumnCount, columnCount() - 1);
    separateLabels();
}

void GroupModel::separateLabels()
{
    m_apart = {"job"};
    if (m_instanceColumn == InstanceColumn::Shown)
        m_apart.push_back("instance");
    std::copy_if(m_labelColumns.begin(), m_labelColumns.end(), std::back_inserter(m_apart),
        [](const QByteArray& name) { return !name.isEmpty(); });
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

QByteArrayView GroupModel::labelIn(int section) const
{
    if (section >= kGroupColumnCount && section < columnCount())
        return m_labelColumns[size_t(section - kGroupColumnCount)];
    switch (static_cast<GroupColumn>(section)) {
    case GroupColumn::Job: return "job";
    case GroupColumn::Instance: return "instance";
    default: return {};
    }
}

int GroupModel::sectionOf(QByteArrayView label) const
{
    for (int section = 0; !label.isEmpty() && section < columnCount(); ++section) {
        if (labelIn(section) == label)
            return section;
    }
    return -1;
}

std::vector<QByteArray> GroupModel::labelNames() const
{
    QSet<QByteArrayView> found;
    for (const GroupRowPtr& row : m_rows) {
        for (const Label& label : row->key.labels())
            found.insert(label.name);
    }
    std::vector<QByteArray> names;
    for (const QByteArrayView name : found)
        names.push_back(name.toByteArray());
    std::sort(names.begin(), names.end());
    return names;
}

QString GroupModel::text(const GroupMoment& moment, int section) const
{
    const auto column = static_cast<GroupColumn>(section);
    if (column == GroupColumn::Labels)
        return m_words.labels(moment.row, m_apart);
    if (section < kGroupColumnCount)
        return m_words.cell(moment, column);
    const auto value = moment.row.key.labels().value(labelIn(section));
    return value ? QString::fromUtf8(*value) : QString();
}

} // namespace pushgate::core
