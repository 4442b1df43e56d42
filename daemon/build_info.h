// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace pushgate::daemon {

/// What this program was built from and with; `unknown` where the build could not tell.
struct BuildInfo {
    QByteArray version; ///< `0.1.0`
    QByteArray branch;
    QByteArray revision;
    QByteArray compiler; ///< `GCC 12.2.0`
    QByteArray qtVersion; ///< the one built against
    QByteArray platform; ///< `linux/x86_64`

    static BuildInfo ofThisProgram();
};

/// What `--version` prints.
QByteArray versionText(const BuildInfo& build);

} // namespace pushgate::daemon
