// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/group_csv.h"

#include <QByteArrayList>
#include <QDateTime>

#include <algorithm>
#include <set>

namespace pushgate::core {

namespace {

    /// What spreadsheets begin formulas with, or skip before one.
    bool looksLikeFormula(const QByteArray& value)
    {
        return !value.isEmpty() && QByteArrayView("=+-@\t\r\n").contains(value.front());
    }

    /// Quoted where RFC 4180 wants it.
    QByteArray field(QByteArray value)
    {
        const bool needsQuotes = std::any_of(value.begin(), value.end(),
            [](char c) { return c == ',' || c == '"' || c == '\r' || c == '\n'; });
        return needsQuotes ? '"' + value.replace('"', "\"\"") + '"' : value;
    }

    /// Of clients, whom nobody has to trust.
    QByteArray foreignField(const QByteArray& value)
    {
        return field(looksLikeFormula(value) ? '\'' + value : value);
    }

    QByteArray timeField(const std::optional<TimePoint>& time)
    {
        if (!time)
            return {};
        const auto since = std::chrono::floor<std::chrono::milliseconds>(time->time_since_epoch());
        return QDateTime::fromMSecsSinceEpoch(since.count(), Qt::UTC)
            .toString(Qt::ISODateWithMs)
            .toLatin1();
    }

    QByteArray secondsField(const std::optional<std::chrono::nanoseconds>& duration)
    {
        if (!duration)
            return {};
        const auto whole = std::chrono::round<std::chrono::milliseconds>(*duration);
        return QByteArray::number(double(whole.count()) / 1000, 'f', 3);
    }

    using Names = std::set<QByteArray>;

    Names labelNames(const std::vector<GroupRowPtr>& groups)
    {
        Names names;
        for (const GroupRowPtr& group : groups) {
            for (const Label& label : group->key.labels())
                names.insert(label.name);
        }
        return names;
    }

    QByteArray heading(const Names& names)
    {
        QByteArrayList fields;
        for (const QByteArray& name : names)
            fields.push_back(field("label_" + name));
        fields += {"state", "last_push", "last_failure", "age_seconds", "rhythm_seconds", "due",
            "families", "series", "bytes"};
        return fields.join(',') + "\r\n";
    }

    QByteArray line(const GroupRow& row, const Names& names, TimePoint now)
    {
        QByteArrayList fields;
        for (const QByteArray& name : names) {
            const auto value = row.key.labels().value(name);
            fields.push_back(value ? foreignField(value->toByteArray()) : QByteArray());
        }
        fields += {stateName(stateAt(row, now)).toByteArray(), timeField(row.pushTime),
            timeField(row.failureTime), secondsField(ageOf(row, now)), secondsField(row.rhythm),
            timeField(dueTime(row)), QByteArray::number(row.families),
            QByteArray::number(row.series),
            row.bytes ? QByteArray::number(*row.bytes) : QByteArray()};
        return fields.join(',') + "\r\n";
    }

} // namespace

QByteArray groupsCsv(const std::vector<GroupRowPtr>& groups, TimePoint now)
{
    const Names names = labelNames(groups);
    QByteArray csv = heading(names);
    for (const GroupRowPtr& group : groups)
        csv += line(*group, names, now);
    return csv;
}

} // namespace pushgate::core
