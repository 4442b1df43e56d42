// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/change_fan_out.h"
#include "daemon/routes/groups_parts.h"
#include "tests/support/collecting_sink.h"
#include "tests/support/fixed_clock.h"
#include "tests/support/push_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

namespace pushgate::tests {

inline constexpr qint64 kNow = 1'700'000'000;

/// All that the routes of the groups API work on, at one fixed time.
struct GroupsFixture {
    core::ChangeHistory history;
    core::GroupCatalog catalog;
    daemon::RulesInForce rules;
    FixedClock clock{kNow};
    daemon::NoDurability durability;
    daemon::RenderPool pool{2};
    daemon::LongPolls polls{pool};
    core::ChangeFanOut sinks{{&history, &polls}};
    core::MetricStore store{{}, sinks};
    QByteArray epoch = "life";
    daemon::GroupsParts parts{
        store, durability, history, catalog, rules, clock, pool, polls, epoch};

    /// A push of `secondsAgo`.
    bool push(const QByteArray& path, qint64 secondsAgo = 0)
    {
        return static_cast<bool>(pushText(store, path, "m 1\n", kNow - secondsAgo));
    }
    void fail(const QByteArray& path, qint64 secondsAgo = 0)
    {
        (void)pushText(store, path, "m 1\nm 1\n", kNow - secondsAgo);
    }
};

inline QJsonObject jsonOf(const daemon::Reply& reply)
{
    return QJsonDocument::fromJson(reply.segments.join()).object();
}

inline QJsonObject dataOf(const daemon::Reply& reply)
{
    return jsonOf(reply).value(QLatin1String("data")).toObject();
}

/// The jobs in a list of groups or of label sets.
inline QStringList jobsIn(const QJsonObject& data, const char* list)
{
    QStringList jobs;
    for (const QJsonValue& value : data.value(QLatin1String(list)).toArray()) {
        const QJsonObject group = value.toObject();
        const QLatin1String labels("labels");
        const QJsonObject set = group.contains(labels) ? group.value(labels).toObject() : group;
        jobs.append(set.value(QLatin1String("job")).toString());
    }
    return jobs;
}

inline QByteArray field(const daemon::Reply& reply, const char* name)
{
    for (const daemon::Reply::Field& one : reply.fields) {
        if (one.name == name)
            return one.value;
    }
    return {};
}

} // namespace pushgate::tests
