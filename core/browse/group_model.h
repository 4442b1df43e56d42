// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/browse/group_words.h"

#include <QAbstractTableModel>

#include <array>
#include <vector>

namespace pushgate::core {

/// What a gateway told: all its groups, or those that changed and those that went.
struct GroupChanges {
    enum class Scope { Everything, Some };

    Scope scope = Scope::Everything;
    std::vector<GroupRowPtr> changed; ///< in any order, no key twice; with Everything: all
    std::vector<GroupingKey> deleted;
};

/// Names of labels with columns of their own behind those of GroupColumn; empty: not in use. Their
/// number is fixed, so that views keep widths and order while one of them is chosen.
inline constexpr int kMostLabelColumns = 8;
using LabelColumns = std::array<QByteArray, kMostLabelColumns>;

/// One row per group, ascending by grouping key, so that rows only move where groups come and go.
/// Takes whole lists or changes and tells the views only what differs. Columns are GroupColumn,
/// then labels.
class GroupModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        StateRole = Qt::UserRole, ///< GroupState as int
        DueShareRole ///< share of the time allowed that has passed, double; invalid if none is
    };

    /// `words` must outlive the model.
    explicit GroupModel(const GroupWords& words, QObject* parent = nullptr);

    /// Cost    O(rows), and one signal for each run of rows.
    void apply(const GroupChanges& changes);
    /// Ages and states move on. Cost  O(rows).
    void setNow(TimePoint now);
    TimePoint now() const { return m_now; }
    void clear() { apply({}); }
    enum class InstanceColumn { Shown, Hidden };
    /// What has a column of its own that is shown is left out of GroupColumn::Labels.
    void setInstanceColumn(InstanceColumn column);
    void setLabelColumns(LabelColumns names);
    const LabelColumns& labelColumns() const { return m_labelColumns; }
    /// The one label whose values are in a section; empty: there is none.
    QByteArrayView labelIn(int section) const;
    int sectionOf(QByteArrayView label) const; ///< -1: it has none of its own
    std::vector<QByteArray> labelNames() const; ///< that occur, ascending; O(labels)

    const GroupRowPtr& group(int row) const { return m_rows[static_cast<size_t>(row)]; }
    GroupState state(int row) const { return m_states[static_cast<size_t>(row)]; }
    GroupMoment moment(int row) const { return {*group(row), state(row), m_now}; }
    int find(const GroupingKey& key) const; ///< -1: none; O(log rows)
    const GroupWords& words() const { return m_words; }
    const StateCounts& counts() const { return m_counts; }
    qint64 seriesTotal() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

signals:
    void countsChanged();
    /// A group changes or, where `before` is null, comes. For direct connections only.
    void groupTaken(const pushgate::core::GroupRow* before, const pushgate::core::GroupRow& after);

private:
    void turnInto(std::vector<GroupRowPtr> rows);
    void recount();
    void separateLabels();
    QString text(const GroupMoment& moment, int section) const;
    QVariant dueShare(const GroupRow& row) const;

    const GroupWords& m_words;
    std::vector<GroupRowPtr> m_rows;
    InstanceColumn m_instanceColumn = InstanceColumn::Shown;
    LabelColumns m_labelColumns;
    std::vector<QByteArray> m_apart{"job", "instance"}; // labels with shown columns of their own
    std::vector<GroupState> m_states; // of m_rows, at m_now
    StateCounts m_counts;
    TimePoint m_now;
};

} // namespace pushgate::core
