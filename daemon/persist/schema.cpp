// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/persist/schema.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace pushgate::daemon {

namespace {

    constexpr std::array kTables{
        "CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID",
        "CREATE TABLE groups (id INTEGER PRIMARY KEY, labels TEXT NOT NULL, "
        "key BLOB NOT NULL UNIQUE, pushed_at_ns INTEGER, failed_at_ns INTEGER, cadence BLOB)",
        "CREATE TABLE families (id INTEGER PRIMARY KEY, group_id INTEGER NOT NULL, "
        "name TEXT NOT NULL, metrics INTEGER NOT NULL, pushed_at_ns INTEGER NOT NULL, "
        "family BLOB NOT NULL)",
        "CREATE VIEW contents AS SELECT g.labels AS labels, f.name AS family, "
        "f.metrics AS metrics, length(f.family) AS bytes, "
        "strftime('%Y-%m-%dT%H:%M:%SZ', f.pushed_at_ns / 1000000000, 'unixepoch') AS pushed_at "
        "FROM groups g JOIN families f ON f.group_id = g.id ORDER BY g.labels, f.name",
    };

    core::Status setMeta(SqlConnection& connection, const char* key, const QVariant& value)
    {
        auto insert = connection.prepare("INSERT OR REPLACE INTO meta VALUES (?, ?)");
        if (!insert)
            return insert.error();
        insert->bindValue(0, QString::fromLatin1(key));
        insert->bindValue(1, value);
        return execute(*insert);
    }

    core::Status runAll(SqlConnection& connection, std::span<const char* const> statements)
    {
        for (const char* const statement : statements) {
            core::Status run = connection.run(statement);
            if (!run)
                return run;
        }
        return core::ok();
    }

    core::Status fill(SqlConnection& connection, const QByteArray& epoch)
    {
        core::Status status = runAll(connection, kTables);
        if (status)
            status = setMeta(connection, "format_version", kFormatVersion);
        if (status)
            status = setMeta(connection, "epoch", QString::fromLatin1(epoch));
        if (status)
            status = setMeta(connection, "revision", 0);
        return status;
    }

    core::Status apply(SqlConnection& connection, const Migration& step)
    {
        const core::Status changed = runAll(connection, step.statements);
        return changed ? setMeta(connection, "format_version", step.from + 1) : changed;
    }

    core::Status applyAll(SqlConnection& connection, int version, std::span<const Migration> steps)
    {
        for (const Migration& step : steps) {
            if (step.from < version)
                continue;
            core::Status applied = apply(connection, step);
            if (!applied)
                return applied;
        }
        return core::ok();
    }

    /// Ends the transaction: for good if `status` says so.
    core::Status finish(SqlConnection& connection, const core::Status& status)
    {
        if (status)
            return connection.run("COMMIT");
        (void)connection.run("ROLLBACK"); // what went wrong first is what counts
        return status;
    }

} // namespace

core::Status createSchema(SqlConnection& connection, const QByteArray& epoch)
{
    core::Status status
        = connection.run("PRAGMA application_id = " + QByteArray::number(kApplicationId));
    if (status)
        status = connection.run("BEGIN IMMEDIATE");
    return status ? finish(connection, fill(connection, epoch)) : status;
}

std::span<const Migration> migrations()
{
    return {}; // version 1 is the first
}

core::Status migrate(SqlConnection& connection, std::span<const Migration> steps)
{
    const int newest = steps.empty() ? 1 : steps.back().from + 1;
    const auto stored = connection.value("SELECT value FROM meta WHERE key = 'format_version'");
    if (!stored)
        return stored.error();
    bool isNumber = false;
    const int version = stored->toInt(&isNumber);
    if (!isNumber || version < 1)
        return core::badRequest("it has no format version");
    if (version > newest) {
        return core::badRequest("it has the format version "_ba + QByteArray::number(version)
            + ", and this program knows those up to "_ba + QByteArray::number(newest)
            + ": use the newer program that wrote it"_ba);
    }
    if (version == newest)
        return core::ok();
    if (const core::Status begun = connection.run("BEGIN IMMEDIATE"); !begun)
        return begun;
    return finish(connection, applyAll(connection, version, steps));
}

} // namespace pushgate::daemon
