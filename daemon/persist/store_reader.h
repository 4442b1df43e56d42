// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "daemon/persist/sql_connection.h"

#include <QByteArray>

#include <memory>

namespace pushgate::daemon {

/// A persistence file opened only to read, also while a gateway is using it; nothing is migrated.
/// Threads  the one that opened it.
/// Errors   Unavailable, with the path and what to do: the file is not there, is no persistence
///          file, or is of another version.
core::Result<std::unique_ptr<SqlConnection>> openToRead(const QByteArray& path);

} // namespace pushgate::daemon
