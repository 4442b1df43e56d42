// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <sys/types.h>

namespace pushgate::daemon {

/// What stands under the name of a persistence file, as far as its first bytes tell.
enum class FileKind {
    Absent,
    Empty,
    Sqlite, ///< a SQLite database, of whatever program
    Other ///< a Go Pushgateway's, perhaps
};

/// To be called only while this process has no connection to the file: closing it would take
/// SQLite's locks away.
/// Errors  Unavailable, naming `path`: it cannot be read, or is no regular file.
core::Result<FileKind> probeFile(const QByteArray& path);

/// `path` with links resolved, so that one file has one name; one that is not there yet, in its
/// resolved directory.
/// Errors  Unavailable: there is no such directory.
core::Result<QByteArray> resolvedPath(const QByteArray& path);

/// Which file a name means at the moment.
struct FileIdentity {
    dev_t device = 0;
    ino_t inode = 0;

    /// Errors  Unavailable: there is none.
    static core::Result<FileIdentity> of(const QByteArray& path);
    friend bool operator==(const FileIdentity&, const FileIdentity&) = default;
};

/// Makes what happened to names in the directory of `path` outlive a crash of the system.
core::Status syncDirectoryOf(const QByteArray& path);

} // namespace pushgate::daemon
