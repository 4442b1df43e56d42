// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/persist/store_import.h"

#include "daemon/persist/file_lock.h"
#include "daemon/persist/file_probe.h"
#include "daemon/persist/gob_takeover.h"
#include "daemon/persist/store_file.h"

#include <QFile>

#include <optional>

namespace pushgate::daemon {

namespace {

    class StoreImport {
    public:
        StoreImport(const ImportTask& task, QIODevice& source, const TellRefusal& tellRefusal)
            : m_source(source)
            , m_tellRefusal(tellRefusal)
        {
            if (task.check == core::Consistency::Checked)
                m_index.emplace(task.own);
        }

        core::Status intoNew(const QByteArray& path)
        {
            const auto all = [this](SqlConnection& connection, GroupRows& rows) {
                return fill(connection, rows, 0);
            };
            return StoreFile::create(path, all, StoreFile::IfThere::Refuse);
        }

        core::Status intoOld(const QByteArray& path)
        {
            const auto file = StoreFile::open(path);
            if (!file)
                return file.error();
            if (const core::Status counted = countStored(**file); !counted)
                return counted;
            SqlConnection& connection = (*file)->connection();
            auto rows = GroupRows::prepare(connection);
            if (!rows)
                return rows.error();
            if (core::Status begun = connection.run("BEGIN IMMEDIATE"); !begun)
                return begun;
            core::Status filled = fill(connection, *rows, (*file)->revision());
            if (filled)
                return connection.run("COMMIT");
            (void)connection.run("ROLLBACK"); // what went wrong first is what counts
            return filled;
        }

        const ImportTotals& totals() const { return m_totals; }

    private:
        core::Status countStored(StoreFile& file)
        {
            if (!m_index)
                return core::ok();
            const auto groups = file.groups();
            if (!groups)
                return groups.error();
            for (const core::GroupPtr& group : *groups) {
                for (const core::StoredFamily& family : group->families)
                    m_index->add(*family.checked);
            }
            return core::ok();
        }

        core::Status fill(SqlConnection& connection, GroupRows& rows, quint64 revision)
        {
            auto import
                = GobImport::into(connection, rows, m_tellRefusal, m_index ? &*m_index : nullptr);
            if (!import)
                return import.error();
            if (core::Status read = import->readFrom(m_source); !read)
                return read;
            m_totals = import->totals();
            return rows.setRevision(revision + static_cast<quint64>(m_totals.groups));
        }

        QIODevice& m_source;
        const TellRefusal& m_tellRefusal;
        std::optional<core::ConsistencyIndex> m_index;
        ImportTotals m_totals;
    };

    core::Error cannotImport(const QByteArray& source, const QByteArray& why)
    {
        return {core::Error::Kind::Unavailable, "cannot import " + source + ": " + why};
    }

    core::Status importOpened(StoreImport& import, const QByteArray& path)
    {
        const auto lock = FileLock::acquire(path);
        if (!lock)
            return lock.error();
        const auto kind = probeFile(path);
        if (!kind)
            return kind.error();
        const auto isGob = isGobFile(path);
        if (!isGob)
            return isGob.error();
        if (*isGob) {
            return core::badRequest(
                path + " is a Go Pushgateway's file itself: start the gateway on it once");
        }
        return *kind == FileKind::Absent ? import.intoNew(path) : import.intoOld(path);
    }

} // namespace

core::Result<ImportTotals> importIntoStore(const ImportTask& task, const TellRefusal& tellRefusal)
{
    const auto isGob = isGobFile(task.source);
    if (!isGob)
        return cannotImport(task.source, isGob.error().message);
    if (!*isGob)
        return cannotImport(task.source, "it is no Go Pushgateway's persistence file");
    QFile source(QFile::decodeName(task.source));
    if (!source.open(QIODevice::ReadOnly))
        return cannotImport(task.source, source.errorString().toUtf8());
    const auto path = resolvedPath(task.store);
    if (!path)
        return path.error();
    StoreImport import(task, source, tellRefusal);
    if (const core::Status done = importOpened(import, *path); !done)
        return cannotImport(task.source, done.error().message);
    return import.totals();
}

} // namespace pushgate::daemon
