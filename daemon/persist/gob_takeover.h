// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "daemon/persist/gob_import.h"

#include <QByteArray>

namespace pushgate::daemon {

/// Whether `path` is a Go Pushgateway's persistence file, as far as its first bytes tell. To be
/// called only while this process has no connection to the file.
/// Errors  those of `probeFile`.
core::Result<bool> isGobFile(const QByteArray& path);

/// A Go Pushgateway's file that became one of ours.
struct Takeover {
    ImportTotals totals;
    QByteArray kept; ///< where the original is: `PATH.gob`
};

/// Makes a persistence file out of a Go Pushgateway's under the same name, with all that can be
/// taken, consistent or not. The caller holds its FileLock.
/// The original gets the second name PATH.gob before the new file, whole and synced, takes its
/// place in one step: a crash at any moment leaves one or the other.
/// Errors  Unavailable, with the path and what to do: the file is damaged, PATH.gob is there
///         already, or the new file cannot be written. Nothing is changed then.
/// Memory  one group. Source  Persistence, section 2.
core::Result<Takeover> takeOverGobFile(const QByteArray& path, const TellRefusal& tellRefusal);

} // namespace pushgate::daemon
