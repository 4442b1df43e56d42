// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QByteArray>

#include <map>

namespace pushgate::core {

struct BuildInformation {
    QByteArray branch;
    QByteArray buildDate;
    QByteArray buildUser;
    QByteArray goVersion; ///< the key is the reference's; the toolchain is ours
    QByteArray revision;
    QByteArray version;
};

/// What the gateway says of itself.
struct GatewayStatus {
    BuildInformation build;
    std::map<QByteArray, QByteArray> flags; ///< name without dashes -> value as the flag prints it
    TimePoint startTime;
};

/// What `GET /api/v1/status` has under `data`.
/// Source  spec/query-api.md 3.
QByteArray renderStatusJson(const GatewayStatus& status);

} // namespace pushgate::core
