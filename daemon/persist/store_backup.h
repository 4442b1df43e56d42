// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace pushgate::daemon {

/// Copies the persistence file `store` to the new file `path`: its state at one moment, in one
/// file that a gateway can be started on. A gateway may be using the store and goes on writing.
/// By VACUUM INTO, in one transaction that reads: SQLite's other interface for copies begins anew
/// whenever another process writes, and so never ends under steady pushes.
/// Errors  Unavailable: `path` is there already, the store cannot be read or is damaged, the copy
///         cannot be written or does not pass a check. No file is left behind then.
/// Cost    O(file).
core::Status backUpStore(const QByteArray& store, const QByteArray& path);

} // namespace pushgate::daemon
