// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/group.h"
#include "daemon/persist/file_probe.h"
#include "daemon/persist/sql_connection.h"

#include <QByteArray>
#include <QtGlobal>

#include <functional>
#include <memory>
#include <vector>

namespace pushgate::daemon {

class GroupRows;

/// A persistence file that is open: a SQLite database with the tables of schema.h, in WAL mode,
/// each commit of which is synced.
/// Whoever writes holds a FileLock on the file besides; several of these may be open at once, one
/// a thread.
/// Threads  the one that opened it.
class StoreFile {
public:
    /// Opens a file that is there, and takes it to the current format.
    /// Errors  Unavailable, one sentence with the path and what to do: the file is not there,
    ///         cannot be read or written, is empty, is damaged, is another program's, or is of a
    ///         newer version. Nothing is changed then.
    static core::Result<std::unique_ptr<StoreFile>> open(const QByteArray& path);

    enum class IfThere { Refuse, Overwrite };
    /// Makes the file, with these groups in it; its name appears once it is whole and synced.
    /// Errors  Unavailable: it cannot be written, or there is one of that name. `Overwrite` puts it
    ///         in that one's place.
    static core::Status create(const QByteArray& path, const std::vector<core::GroupPtr>& groups,
        quint64 revision, IfThere ifThere);

    /// Writes groups, in a transaction that is begun and ended for it.
    using Fill = std::function<core::Status(SqlConnection& connection, GroupRows& rows)>;
    /// The same with whatever `fill` writes; also an error of its ends the making.
    static core::Status create(const QByteArray& path, const Fill& fill, IfThere ifThere);

    SqlConnection& connection() { return *m_connection; }
    const QByteArray& path() const { return m_path; }
    const QByteArray& epoch() const { return m_epoch; } ///< drawn when the file was made
    quint64 revision() const { return m_revision; } ///< of the store, as of opening

    /// Whether the name still means the file that was opened.
    /// Errors  Unavailable: the file was removed or replaced.
    core::Status checkPlace() const;

    /// Every group in it; see recovery.h. Errors name the path.
    core::Result<std::vector<core::GroupPtr>> groups();

private:
    StoreFile(QByteArray path, FileIdentity identity, std::unique_ptr<SqlConnection> connection)
        : m_path(std::move(path))
        , m_identity(identity)
        , m_connection(std::move(connection))
    {
    }

    core::Status prepare();
    core::Status readMeta();

    QByteArray m_path;
    FileIdentity m_identity;
    std::unique_ptr<SqlConnection> m_connection;
    QByteArray m_epoch;
    quint64 m_revision = 0;
};

} // namespace pushgate::daemon
