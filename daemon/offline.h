// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "daemon/options/options.h"

#include <QByteArray>

#include <functional>

namespace pushgate::daemon {

/// Whether the command line asks for work on the persistence file instead of a gateway:
/// an import, an export or a backup.
bool isOffline(const Options& options);

/// Where an offline command says what it does, line by line without their ends.
struct OfflineOutput {
    std::function<void(const QByteArray& line)> done; ///< for standard output
    std::function<void(const QByteArray& line)> trouble; ///< for standard error
};

OfflineOutput standardOutput();

inline constexpr int kDone = 0;
inline constexpr int kFailed = 1; ///< nothing was changed
inline constexpr int kPartlyRefused = 2; ///< imported, but for what the lines of trouble name

/// Does that work and returns the exit status. Needs a QCoreApplication.
int runOffline(const Options& options, const OfflineOutput& output);

} // namespace pushgate::daemon
