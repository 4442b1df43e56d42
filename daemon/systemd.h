// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace pushgate::daemon {

/// What the service manager wrote into LISTEN_PID and LISTEN_FDS; empty where it wrote nothing.
struct PassedSockets {
    QByteArray pid;
    QByteArray count;

    /// Reads the environment, and clears it so that no child takes them for its own.
    static PassedSockets takeFromEnvironment();
};

/// The descriptors that `passed` means if it is meant for the process `ownPid`.
/// Errors  BadRequest: there are none.
/// Source  Command line, section 4.
core::Result<std::vector<int>> passedDescriptors(const PassedSockets& passed, qint64 ownPid);

/// Tells the service manager, if there is one that listens under `address` (NOTIFY_SOCKET): `state`
/// is `READY=1` and the like. An address that begins with `@` is an abstract one.
/// Errors  Unavailable: it could not be told.
core::Status notifyServiceManager(const QByteArray& address, QByteArrayView state);

} // namespace pushgate::daemon
