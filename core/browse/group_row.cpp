// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/group_row.h"

#include <utility>

namespace pushgate::core {

namespace {

    QString foldedValues(const Labels& labels)
    {
        QByteArray text;
        for (const Label& label : labels)
            text += label.value + '\n';
        return QString::fromUtf8(text).toCaseFolded();
    }

} // namespace

GroupRow::GroupRow(GroupingKey groupingKey)
    : key(std::move(groupingKey))
    , searchText(foldedValues(key.labels()))
{
}

std::optional<std::chrono::nanoseconds> ageOf(const GroupRow& row, TimePoint now)
{
    if (!row.pushTime)
        return std::nullopt;
    return now - *row.pushTime;
}

std::optional<TimePoint> ageBegins(const GroupRow& row)
{
    return row.pushTime ? row.pushTime : row.failureTime;
}

std::optional<TimePoint> dueTime(const GroupRow& row)
{
    if (!row.staleAfter)
        return row.expectedBy;
    const auto since = ageBegins(row);
    if (!since)
        return std::nullopt;
    return *since + *row.staleAfter;
}

GroupState stateAt(const GroupRow& row, TimePoint now)
{
    if (!row.lastPushSuccessful)
        return GroupState::Failed;
    const auto due = dueTime(row);
    if (!due || now <= *due)
        return GroupState::Fresh;
    return row.staleAfter ? GroupState::Stale : GroupState::Overdue;
}

} // namespace pushgate::core
