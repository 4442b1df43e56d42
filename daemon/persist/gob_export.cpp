// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/persist/gob_export.h"

#include "daemon/persist/gob_store_writer.h"
#include "daemon/persist/key_text.h"
#include "daemon/persist/new_file.h"
#include "daemon/persist/store_reader.h"

#include <QFile>
#include <QSqlError>

#include <utility>

namespace pushgate::daemon {

namespace {

    core::Status readError(const QSqlQuery& query)
    {
        if (!query.lastError().isValid())
            return core::ok();
        return core::Error{
            core::Error::Kind::Unavailable, query.lastError().databaseText().toUtf8()};
    }

    class GobExport {
    public:
        GobExport(SqlConnection& connection, QIODevice& file)
            : m_connection(connection)
            , m_writer(file)
        {
        }

        core::Status run()
        {
            // What else is committed meanwhile is of no concern to a transaction that reads.
            if (core::Status begun = m_connection.run("BEGIN"); !begun)
                return begun;
            if (core::Status begun = m_writer.begin(); !begun)
                return begun;
            core::Status written = writeGroups();
            return written ? m_writer.finish() : written;
        }

        const ExportTotals& totals() const { return m_totals; }

    private:
        core::Status writeGroups()
        {
            auto groups = m_connection.prepare(
                "SELECT g.key, f.count, f.ids FROM groups g JOIN (SELECT group_id, "
                "count(*) AS count, group_concat(id) AS ids FROM families GROUP BY group_id) f "
                "ON f.group_id = g.id");
            if (!groups)
                return groups.error();
            auto families = m_connection.prepare(
                "SELECT name, pushed_at_ns, family FROM families WHERE id = ?");
            if (!families)
                return families.error();
            core::Status status = execute(*groups);
            while (status && groups->next())
                status = writeGroup(*groups, *families);
            return status ? readError(*groups) : status;
        }

        core::Status writeGroup(const QSqlQuery& group, QSqlQuery& families)
        {
            const auto key = keyFromEncoded(group.value(0).toByteArray());
            if (!key)
                return key.error();
            core::Status status = m_writer.addGroup(*key, group.value(1).toLongLong());
            for (const QByteArray& id : group.value(2).toByteArray().split(',')) {
                if (!status)
                    return status;
                status = writeFamily(id.toLongLong(), families);
            }
            ++m_totals.groups;
            return status;
        }

        core::Status writeFamily(qint64 id, QSqlQuery& families)
        {
            families.bindValue(0, qlonglong{id});
            if (core::Status done = execute(families); !done)
                return done;
            if (!families.next())
                return core::badRequest("it is damaged: a metric family is missing");
            const core::TimePoint pushedAt(
                std::chrono::nanoseconds(families.value(1).toLongLong()));
            core::Status added = m_writer.addFamily(
                families.value(0).toString().toUtf8(), pushedAt, families.value(2).toByteArray());
            families.finish();
            ++m_totals.families;
            return added;
        }

        SqlConnection& m_connection;
        GobStoreWriter m_writer;
        ExportTotals m_totals;
    };

    core::Error cannotExport(const QByteArray& path, const core::Error& error)
    {
        return {error.kind, "cannot export to " + path + ": " + error.message};
    }

} // namespace

core::Result<ExportTotals> exportGob(const QByteArray& store, const QByteArray& path)
{
    const auto connection = openToRead(store);
    if (!connection)
        return connection.error();
    ExportTotals totals;
    const core::Status made = makeNewFile(path, [&](const QByteArray& unfinished) -> core::Status {
        QFile file(QFile::decodeName(unfinished));
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
            return core::badRequest(file.errorString().toUtf8());
        GobExport exported(**connection, file);
        if (core::Status written = exported.run(); !written)
            return written;
        totals = exported.totals();
        return file.flush() ? core::ok() : core::badRequest(file.errorString().toUtf8());
    });
    if (!made)
        return cannotExport(path, made.error());
    return totals;
}

} // namespace pushgate::daemon
