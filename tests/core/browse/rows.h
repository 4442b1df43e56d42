// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/browse/group_model.h"

#include <QStringList>

#include <algorithm>
#include <map>
#include <random>

namespace pushgate::tests {

inline core::GroupingKey browseKey(const QByteArray& job, const QByteArray& instance = {})
{
    std::vector<core::Label> labels{{"job", job}};
    if (!instance.isEmpty())
        labels.push_back({"instance", instance});
    return *core::GroupingKey::from(*core::Labels::from(labels));
}

inline core::TimePoint atSecond(qint64 second)
{
    return core::TimePoint(std::chrono::seconds(second));
}

/// Says everything in the plainest way.
class PlainWords final : public core::GroupWords {
public:
    QString header(core::GroupColumn column) const override
    {
        return QString::number(static_cast<int>(column));
    }
    QString cell(const core::GroupMoment& moment, core::GroupColumn) const override
    {
        return moment.row.searchText;
    }
    QString toolTip(const core::GroupMoment& moment, core::GroupColumn) const override
    {
        return QString::number(static_cast<int>(moment.state));
    }
    QString labels(const core::GroupRow& row, std::span<const QByteArray> apart) const override
    {
        QStringList names;
        for (const core::Label& label : row.key.labels()) {
            if (std::find(apart.begin(), apart.end(), label.name) == apart.end())
                names.push_back(QString::fromUtf8(label.name));
        }
        return names.join(u',');
    }
    QString branchTitle(const core::GroupBranch& branch) const override
    {
        return QString::fromUtf8(branch.value) + u':' + QString::number(branch.groups());
    }
    QString branchCell(
        const core::GroupBranch& branch, core::GroupColumn, core::TimePoint) const override
    {
        return QString::number(branch.series);
    }
    QString branchToolTip(
        const core::GroupBranch& branch, core::GroupColumn, core::TimePoint) const override
    {
        return QString::fromUtf8(branch.label);
    }
};

/// A gateway's groups, changed at random; the same history for the same seed.
class RandomGroups {
public:
    explicit RandomGroups(quint32 seed)
        : m_random(seed)
    {
    }

    /// Changes some groups and deletes others; says so as a gateway would.
    core::GroupChanges step()
    {
        core::GroupChanges changes;
        for (int left = below(12); left > 0; --left)
            change(changes);
        for (int left = below(4); left > 0; --left)
            remove(changes);
        if (below(6) == 0)
            return everything();
        changes.scope = core::GroupChanges::Scope::Some;
        return changes;
    }
    core::GroupChanges everything() const
    {
        core::GroupChanges changes;
        for (const auto& [key, row] : m_rows)
            changes.changed.push_back(row);
        return changes;
    }
    const std::map<core::GroupingKey, core::GroupRowPtr>& rows() const { return m_rows; }

private:
    int below(int limit) { return int(m_random() % quint32(limit)); }
    void change(core::GroupChanges& changes)
    {
        const int number = below(40);
        core::GroupRow row(browseKey("job" + QByteArray::number(number),
            number % 5 == 0 ? QByteArray() : "host" + QByteArray::number(number % 5)));
        row.pushTime = atSecond(1000 + below(100));
        row.series = below(10);
        row.lastPushSuccessful = below(3) != 0;
        if (below(2) == 0)
            row.staleAfter = std::chrono::seconds(below(100));
        const auto shared = std::make_shared<const core::GroupRow>(row);
        std::erase_if(changes.changed, [&](const auto& old) { return old->key == row.key; });
        std::erase(changes.deleted, row.key);
        changes.changed.push_back(shared);
        m_rows.insert_or_assign(row.key, shared);
    }
    void remove(core::GroupChanges& changes)
    {
        if (m_rows.empty())
            return;
        const auto at = std::next(m_rows.begin(), below(int(m_rows.size())));
        const core::GroupingKey key = at->first;
        std::erase_if(changes.changed, [&](const auto& row) { return row->key == key; });
        changes.deleted.push_back(key);
        m_rows.erase(at);
    }

    std::mt19937 m_random;
    std::map<core::GroupingKey, core::GroupRowPtr> m_rows;
};

} // namespace pushgate::tests
