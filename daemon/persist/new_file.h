// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <functional>

namespace pushgate::daemon {

/// Makes a file that appears under its name only once it is whole and synced, with mode 0600, and
/// never in the place of another.
/// `write` fills the file whose path it is given, which is not there yet.
/// Errors  Unavailable: `path` is there already, or the file system fails; what `write` returns.
///         Nothing is left behind then.
core::Status makeNewFile(
    const QByteArray& path, const std::function<core::Status(const QByteArray& unfinished)>& write);

} // namespace pushgate::daemon
