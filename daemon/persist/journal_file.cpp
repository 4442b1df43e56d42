// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/persist/journal_file.h"

#include "daemon/persist/file_probe.h"

#include <utility>

namespace pushgate::daemon {

namespace {

    core::Error unavailable(const QByteArray& message)
    {
        return {core::Error::Kind::Unavailable, message};
    }

    std::vector<core::GroupPtr> groupsOf(const core::Snapshot& snapshot)
    {
        std::vector<core::GroupPtr> groups;
        groups.reserve(snapshot.groups.size());
        snapshot.groups.forEach(
            [&groups](const QByteArray&, const core::GroupPtr& group) { groups.push_back(group); });
        return groups;
    }

    /// Sees to it that there is a file, and that it is not a Go Pushgateway's.
    core::Result<std::optional<Takeover>> makeReady(
        const QByteArray& path, const TellRefusal& tellRefusal)
    {
        const auto kind = probeFile(path);
        if (!kind)
            return kind.error();
        if (*kind == FileKind::Absent) {
            const core::Status made = StoreFile::create(path, {}, 0, StoreFile::IfThere::Refuse);
            if (!made)
                return made.error();
            return std::optional<Takeover>();
        }
        const auto isGob = isGobFile(path);
        if (!isGob)
            return isGob.error();
        if (!*isGob)
            return std::optional<Takeover>();
        auto takeover = takeOverGobFile(path, tellRefusal);
        if (!takeover)
            return takeover.error();
        return std::optional(*std::move(takeover));
    }

} // namespace

core::Result<JournalFile::Opened> JournalFile::open(
    const QByteArray& path, const TellRefusal& tellRefusal)
{
    const auto resolved = resolvedPath(path);
    if (!resolved)
        return resolved.error();
    auto lock = FileLock::acquire(*resolved);
    if (!lock)
        return lock.error();
    auto takeover = makeReady(*resolved, tellRefusal);
    if (!takeover)
        return takeover.error();
    const auto file = StoreFile::open(*resolved);
    if (!file)
        return file.error();
    auto groups = (*file)->groups();
    if (!groups)
        return groups.error();
    std::unique_ptr<JournalFile> journal(new JournalFile(*resolved, *std::move(lock), **file));
    return Opened{std::move(journal), *std::move(groups), *std::move(takeover)};
}

core::Status JournalFile::write(const ChangeBatch& batch, const Everything& everything)
{
    core::Status status = ready(everything);
    if (status && m_revision < batch.revision()) // else the file was made with it
        status = commit(batch);
    if (status) {
        m_base = batch.revision();
    } else {
        close();
        m_isDoubtful = true;
    }
    return status;
}

void JournalFile::close()
{
    m_rows.reset();
    m_file.reset();
}

core::Status JournalFile::ready(const Everything& everything)
{
    if (m_rows) {
        if (m_file->checkPlace())
            return core::ok();
        close();
        m_isDoubtful = true;
    }
    const auto kind = probeFile(m_path);
    if (!kind)
        return kind.error();
    if (*kind == FileKind::Absent) {
        core::Status made = makeAgain(everything);
        if (!made)
            return made;
    }
    return reopen();
}

core::Status JournalFile::makeAgain(const Everything& everything)
{
    if (!m_lock.isInPlace()) { // it went with the file
        auto lock = FileLock::acquire(m_path);
        if (!lock)
            return lock.error();
        m_lock = *std::move(lock);
    }
    const core::SnapshotPtr snapshot = everything();
    core::Status made = StoreFile::create(
        m_path, groupsOf(*snapshot), snapshot->revision, StoreFile::IfThere::Refuse);
    if (made) {
        m_epoch.clear();
        m_revision = snapshot->revision;
        m_tried = std::max(m_tried, m_revision);
    }
    return made;
}

core::Status JournalFile::reopen()
{
    auto file = StoreFile::open(m_path);
    if (!file)
        return file.error();
    if (core::Status same = checkIdentity(**file); !same)
        return same;
    if (m_isDoubtful) {
        // What a failed sync left in the log may be readable without being on disk, and what
        // follows it there would be lost with it. So the log is written out and begun anew.
        const auto busy = (*file)->connection().value("PRAGMA wal_checkpoint(TRUNCATE)");
        if (!busy)
            return busy.error();
        if (busy->toInt() != 0)
            return unavailable("the persistence file " + m_path + " is in use by another program");
    }
    auto rows = GroupRows::prepare((*file)->connection());
    if (!rows)
        return rows.error();
    m_epoch = (*file)->epoch();
    m_readable = (*file)->revision();
    m_isDoubtful = false;
    m_file = *std::move(file);
    m_rows.emplace(*std::move(rows));
    return core::ok();
}

core::Status JournalFile::checkIdentity(const StoreFile& file) const
{
    const bool isOurs = m_epoch.isEmpty() || file.epoch() == m_epoch;
    if (isOurs && file.revision() >= m_revision && file.revision() <= m_tried)
        return core::ok();
    return unavailable("the persistence file " + m_path
        + " was replaced by another: put the first one back, or restart the gateway to work with "
          "this one");
}

core::Status JournalFile::commit(const ChangeBatch& batch)
{
    m_tried = std::max(m_tried, batch.revision());
    SqlConnection& connection = m_file->connection();
    core::Status status = connection.run("BEGIN IMMEDIATE");
    if (!status)
        return status;
    status = m_readable > m_base ? rewriteRows(batch) : writeRows(batch);
    if (status)
        status = connection.run("COMMIT");
    if (status)
        m_revision = m_readable = batch.revision();
    else
        (void)connection.run("ROLLBACK"); // fails if SQLite has done so itself
    return status;
}

core::Status JournalFile::writeRows(const ChangeBatch& batch)
{
    core::Status status = batch.isWiped() ? m_rows->clear() : core::ok();
    for (auto group = batch.groups().begin(); status && group != batch.groups().end(); ++group)
        status = m_rows->write(group->second.before.get(), group->second.after.get());
    return status ? m_rows->setRevision(batch.revision()) : status;
}

/// For a file in which the groups of the batch are not as they were where it begins.
core::Status JournalFile::rewriteRows(const ChangeBatch& batch)
{
    std::vector<QByteArray> keys;
    for (const auto& [key, change] : batch.groups())
        keys.push_back(key);
    core::Status status = batch.isWiped() ? m_rows->clear() : m_rows->drop(keys);
    for (auto group = batch.groups().begin(); status && group != batch.groups().end(); ++group)
        status = m_rows->write(nullptr, group->second.after.get());
    return status ? m_rows->setRevision(batch.revision()) : status;
}

} // namespace pushgate::daemon
