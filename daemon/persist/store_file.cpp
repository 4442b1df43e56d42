// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/persist/store_file.h"

#include "daemon/http/descriptor.h"
#include "daemon/http/system_error.h"
#include "daemon/persist/group_rows.h"
#include "daemon/persist/recovery.h"
#include "daemon/persist/schema.h"

#include <QRandomGenerator>

#include <array>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace pushgate::daemon {

namespace {

    core::Error unavailable(const QByteArray& message)
    {
        return {core::Error::Kind::Unavailable, message};
    }

    core::Error inFile(const QByteArray& path, const core::Error& error)
    {
        return unavailable("cannot use the persistence file " + path + ": " + error.message
            + "; nothing was changed, restore it from a backup or move it away to start afresh");
    }

    QByteArray drawEpoch()
    {
        std::array<quint32, 4> numbers{};
        QRandomGenerator::system()->fillRange(numbers.data(), numbers.size());
        return QByteArray(reinterpret_cast<const char*>(numbers.data()), sizeof numbers).toHex();
    }

    /// Why there is nothing to open; nothing if there is.
    core::Status checkKind(const QByteArray& path)
    {
        const auto kind = probeFile(path);
        if (!kind)
            return kind.error();
        switch (*kind) {
        case FileKind::Sqlite: return core::ok();
        case FileKind::Absent: return unavailable("there is no persistence file " + path);
        case FileKind::Empty: return inFile(path, unavailable("it is empty"));
        case FileKind::Other:
            return inFile(path, unavailable("it is neither a Pushgate's nor a Go Pushgateway's"));
        }
        Q_UNREACHABLE();
    }

    core::Status configure(SqlConnection& connection)
    {
        // FULL: a commit is on disk when it returns. The log is copied into the file every 16 MiB.
        // MEMORY: what a disk for temporary files lacks is not to stop a commit.
        for (const char* const pragma : {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL",
                 "PRAGMA wal_autocheckpoint = 4096", "PRAGMA journal_size_limit = 67108864",
                 "PRAGMA temp_store = MEMORY"}) {
            core::Status set = connection.run(pragma);
            if (!set)
                return set;
        }
        return core::ok();
    }

    core::Status fillOnce(SqlConnection& connection, const StoreFile::Fill& fill)
    {
        auto rows = GroupRows::prepare(connection);
        if (!rows)
            return rows.error();
        core::Status status = connection.run("BEGIN IMMEDIATE");
        if (status)
            status = fill(connection, *rows);
        return status ? connection.run("COMMIT") : status;
    }

    core::Status makeFile(const QByteArray& path, const StoreFile::Fill& fill)
    {
        // SQLite gives its other files the mode of this one.
        if (!Descriptor(::open(path.constData(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600)))
            return systemError("cannot make " + path, errno);
        auto connection = SqlConnection::open(path, SqlConnection::Mode::ReadWrite);
        if (!connection)
            return connection.error();
        core::Status status = (*connection)->run("PRAGMA synchronous = FULL");
        if (status)
            status = createSchema(**connection, drawEpoch());
        if (status)
            status = fillOnce(**connection, fill);
        return status;
    }

    core::Status giveName(
        const QByteArray& made, const QByteArray& path, StoreFile::IfThere ifThere)
    {
        const unsigned flags = ifThere == StoreFile::IfThere::Refuse ? RENAME_NOREPLACE : 0;
        int renamed = ::renameat2(AT_FDCWD, made.constData(), AT_FDCWD, path.constData(), flags);
        if (renamed != 0 && (errno == EINVAL || errno == ENOSYS)) // not every file system has it
            renamed = ::rename(made.constData(), path.constData());
        if (renamed != 0)
            return systemError("cannot rename " + made + " to " + path, errno);
        return syncDirectoryOf(path);
    }

} // namespace

core::Status StoreFile::create(const QByteArray& path, const std::vector<core::GroupPtr>& groups,
    quint64 revision, IfThere ifThere)
{
    const auto writeAll = [&](SqlConnection&, GroupRows& rows) {
        core::Status status = core::ok();
        for (auto group = groups.begin(); status && group != groups.end(); ++group)
            status = rows.write(nullptr, group->get());
        return status ? rows.setRevision(revision) : status;
    };
    return create(path, writeAll, ifThere);
}

core::Status StoreFile::create(const QByteArray& path, const Fill& fill, IfThere ifThere)
{
    const QByteArray unfinished = path + ".new";
    // Left over by an attempt that was cut short, and by a file that was removed without them:
    // SQLite would take them for part of the new file.
    for (const QByteArray& leftOver : {unfinished + "-journal", path + "-wal", path + "-shm"})
        (void)::unlink(leftOver.constData());
    core::Status status = makeFile(unfinished, fill);
    if (status)
        status = giveName(unfinished, path, ifThere);
    if (status)
        return status;
    (void)::unlink(unfinished.constData());
    return unavailable("cannot make the persistence file " + path + ": " + status.error().message);
}

core::Result<std::unique_ptr<StoreFile>> StoreFile::open(const QByteArray& path)
{
    if (const core::Status kind = checkKind(path); !kind)
        return kind.error();
    const auto identity = FileIdentity::of(path);
    if (!identity)
        return inFile(path, identity.error());
    auto connection = SqlConnection::open(path, SqlConnection::Mode::ReadWrite);
    if (!connection)
        return inFile(path, connection.error());
    std::unique_ptr<StoreFile> file(new StoreFile(path, *identity, *std::move(connection)));
    if (const core::Status ready = file->prepare(); !ready)
        return inFile(path, ready.error());
    return file;
}

core::Status StoreFile::prepare()
{
    const auto application = m_connection->value("PRAGMA application_id");
    if (!application)
        return application.error();
    if (application->toInt() != kApplicationId)
        return core::badRequest("it is another program's SQLite database");
    core::Status status = configure(*m_connection);
    if (status)
        status = migrate(*m_connection, migrations());
    return status ? readMeta() : status;
}

core::Status StoreFile::readMeta()
{
    const auto epoch = m_connection->value("SELECT value FROM meta WHERE key = 'epoch'");
    if (!epoch)
        return epoch.error();
    const auto revision = m_connection->value("SELECT value FROM meta WHERE key = 'revision'");
    if (!revision)
        return revision.error();
    m_epoch = epoch->toByteArray();
    m_revision = static_cast<quint64>(revision->toLongLong());
    return core::ok();
}

core::Status StoreFile::checkPlace() const
{
    const auto identity = FileIdentity::of(m_path);
    if (!identity)
        return unavailable("the persistence file is gone: " + identity.error().message);
    if (*identity != m_identity)
        return unavailable("the persistence file " + m_path + " was replaced by another");
    return core::ok();
}

core::Result<std::vector<core::GroupPtr>> StoreFile::groups()
{
    auto groups = readGroups(*m_connection);
    if (!groups)
        return inFile(m_path, groups.error());
    return groups;
}

} // namespace pushgate::daemon
