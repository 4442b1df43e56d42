// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/snapshot.h"
#include "daemon/persist/change_batch.h"
#include "daemon/persist/file_lock.h"
#include "daemon/persist/gob_takeover.h"
#include "daemon/persist/group_rows.h"
#include "daemon/persist/store_file.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace pushgate::daemon {

/// The persistence file of a running gateway: batches of changes go in, each whole or not at all.
/// After a failure it is opened anew with the next batch. What the file holds then must be what
/// was left there; a file that is gone is made again from all that is stored, and one that another
/// took the place of is left alone.
/// Threads  `write` and `close` on one thread, whichever opened it.
class JournalFile {
public:
    /// All that is stored; called in `write`.
    using Everything = std::function<core::SnapshotPtr()>;

    struct Opened;
    /// Takes the lock, makes the file if there is none or out of a Go Pushgateway's, and reads it.
    /// Errors  Unavailable, one sentence: see FileLock, StoreFile, takeOverGobFile.
    static core::Result<Opened> open(const QByteArray& path, const TellRefusal& tellRefusal);

    /// Adds the changes and syncs them. After an error they are owed still: give them again, with
    /// those that came since.
    /// Errors  Unavailable.
    core::Status write(const ChangeBatch& batch, const Everything& everything);

    /// Closes the file; before the thread ends on which it was written.
    void close();

    const QByteArray& path() const { return m_path; }
    const QByteArray& epoch() const { return m_epoch; }
    quint64 revision() const { return m_revision; } ///< what is on disk for certain

private:
    JournalFile(QByteArray path, FileLock lock, const StoreFile& file)
        : m_path(std::move(path))
        , m_lock(std::move(lock))
        , m_epoch(file.epoch())
        , m_revision(file.revision())
        , m_tried(file.revision())
        , m_base(file.revision())
        , m_readable(file.revision())
    {
    }

    core::Status ready(const Everything& everything);
    core::Status makeAgain(const Everything& everything);
    core::Status reopen();
    core::Status checkIdentity(const StoreFile& file) const;
    core::Status commit(const ChangeBatch& batch);
    core::Status writeRows(const ChangeBatch& batch);
    core::Status rewriteRows(const ChangeBatch& batch);

    QByteArray m_path;
    FileLock m_lock;
    QByteArray m_epoch; ///< empty: that of the file made last, not known yet
    quint64 m_revision;
    quint64 m_tried; ///< the last one that may be on disk, if not for certain
    quint64 m_base; ///< where the next batch begins
    quint64 m_readable; ///< the revision that the file shows; more if a batch failed but got there
    bool m_isDoubtful = false; ///< something failed: what was written may never have been synced
    std::unique_ptr<StoreFile> m_file; ///< null: closed
    std::optional<GroupRows> m_rows; ///< after the file: goes first
};

struct JournalFile::Opened {
    std::unique_ptr<JournalFile> file;
    std::vector<core::GroupPtr> groups; ///< what was in it
    std::optional<Takeover> takeover; ///< if it was a Go Pushgateway's
};

} // namespace pushgate::daemon
