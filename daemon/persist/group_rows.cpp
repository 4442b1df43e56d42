// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/persist/group_rows.h"

#include "core/expose/family_message.h"
#include "daemon/persist/key_text.h"

#include <utility>

namespace pushgate::daemon {

namespace {

    QVariant nanoseconds(core::TimePoint time)
    {
        return QVariant::fromValue<qlonglong>(time.time_since_epoch().count());
    }

    QVariant nanoseconds(const std::optional<core::TimePoint>& time)
    {
        return time ? nanoseconds(*time) : QVariant(QMetaType::fromType<qlonglong>());
    }

    QVariant integer(quint64 number)
    {
        return QVariant::fromValue<qlonglong>(static_cast<qlonglong>(number));
    }

    /// Whether `group` has this very row.
    bool holds(const core::Group* group, const core::StoredFamily& family)
    {
        const core::StoredFamily* const other
            = group ? group->find(family.family().name()) : nullptr;
        return other && other->order == family.order;
    }

    bool holdsUnchanged(const core::Group* group, const core::StoredFamily& family)
    {
        const core::StoredFamily* const other
            = group ? group->find(family.family().name()) : nullptr;
        return other && other->order == family.order && other->checked == family.checked
            && other->pushedAt == family.pushedAt;
    }

} // namespace

core::Result<GroupRows> GroupRows::prepare(SqlConnection& connection)
{
    auto putGroup = connection.prepare(
        "INSERT INTO groups (labels, key, pushed_at_ns, failed_at_ns, cadence) "
        "VALUES (?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET "
        "pushed_at_ns = excluded.pushed_at_ns, failed_at_ns = excluded.failed_at_ns, "
        "cadence = excluded.cadence RETURNING id");
    auto dropGroup = connection.prepare("DELETE FROM groups WHERE key = ?");
    auto putFamily = connection.prepare(
        "INSERT OR REPLACE INTO families (id, group_id, name, metrics, pushed_at_ns, family) "
        "VALUES (?, ?, ?, ?, ?, ?)");
    auto dropFamily = connection.prepare("DELETE FROM families WHERE id = ?");
    auto setRevision = connection.prepare("UPDATE meta SET value = ? WHERE key = 'revision'");
    for (const auto* const query : {&putGroup, &dropGroup, &putFamily, &dropFamily, &setRevision}) {
        if (!*query)
            return query->error();
    }
    return GroupRows(connection,
        {*std::move(putGroup), *std::move(dropGroup), *std::move(putFamily), *std::move(dropFamily),
            *std::move(setRevision)});
}

core::Status GroupRows::write(const core::Group* before, const core::Group* after)
{
    if (before) {
        core::Status dropped = dropFamilies(*before, after);
        if (!dropped)
            return dropped;
    }
    if (after)
        return writeFamilies(before, *after);
    if (!before)
        return core::ok();
    m_do.dropGroup.bindValue(0, before->key.encoded());
    return execute(m_do.dropGroup);
}

core::Status GroupRows::dropFamilies(const core::Group& before, const core::Group* after)
{
    for (const core::StoredFamily& family : before.families) {
        if (holds(after, family))
            continue;
        m_do.dropFamily.bindValue(0, integer(family.order));
        core::Status dropped = execute(m_do.dropFamily);
        if (!dropped)
            return dropped;
    }
    return core::ok();
}

core::Status GroupRows::writeFamilies(const core::Group* before, const core::Group& after)
{
    const auto group = putGroup(after);
    if (!group)
        return group.error();
    for (const core::StoredFamily& family : after.families) {
        if (holdsUnchanged(before, family))
            continue;
        core::Status put = putFamily(*group, family);
        if (!put)
            return put;
    }
    return core::ok();
}

core::Result<qint64> GroupRows::putGroup(const core::Group& group)
{
    QSqlQuery& put = m_do.putGroup;
    put.bindValue(0, QString::fromUtf8(keyText(group.key)));
    put.bindValue(1, group.key.encoded());
    put.bindValue(2, nanoseconds(group.pushTime));
    put.bindValue(3, nanoseconds(group.failureTime));
    put.bindValue(4, group.cadence.toBytes());
    if (const core::Status done = execute(put); !done)
        return done.error();
    if (!put.next())
        return core::Error{core::Error::Kind::Internal, "SQLite gave no number to a group"};
    const qint64 id = put.value(0).toLongLong();
    put.finish();
    return id;
}

core::Status GroupRows::putFamily(qint64 group, const core::StoredFamily& family)
{
    QSqlQuery& put = m_do.putFamily;
    put.bindValue(0, integer(family.order));
    put.bindValue(1, qlonglong{group});
    put.bindValue(2, QString::fromUtf8(family.family().name()));
    put.bindValue(3, integer(family.family().metricCount()));
    put.bindValue(4, nanoseconds(family.pushedAt));
    put.bindValue(5, core::familyMessage(family.family()));
    return execute(put);
}

core::Status GroupRows::drop(const std::vector<QByteArray>& keys)
{
    for (const char* const sql :
        {"CREATE TEMP TABLE IF NOT EXISTS dropped (key BLOB PRIMARY KEY) WITHOUT ROWID",
            "DELETE FROM dropped"}) {
        if (core::Status run = m_connection.run(sql); !run)
            return run;
    }
    auto insert = m_connection.prepare("INSERT OR IGNORE INTO dropped VALUES (?)");
    if (!insert)
        return insert.error();
    for (const QByteArray& key : keys) {
        insert->bindValue(0, key);
        if (core::Status inserted = execute(*insert); !inserted)
            return inserted;
    }
    const core::Status dropped
        = m_connection.run("DELETE FROM families WHERE group_id IN "
                           "(SELECT id FROM groups WHERE key IN (SELECT key FROM dropped))");
    return dropped ? m_connection.run("DELETE FROM groups WHERE key IN (SELECT key FROM dropped)")
                   : dropped;
}

core::Status GroupRows::clear()
{
    const core::Status cleared = m_connection.run("DELETE FROM families");
    return cleared ? m_connection.run("DELETE FROM groups") : cleared;
}

core::Status GroupRows::setRevision(quint64 revision)
{
    m_do.setRevision.bindValue(0, integer(revision));
    return execute(m_do.setRevision);
}

} // namespace pushgate::daemon
