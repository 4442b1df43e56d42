// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "daemon/options/options.h"

#include <QByteArray>

namespace pushgate::daemon {

/// Where the routes are, worked out from the command line. Prefixes are empty, or begin with a
/// slash and end without one; all paths are decoded.
struct Prefixes {
    QByteArray route; ///< in front of every path served
    QByteArray external; ///< in front of the links of the page
    QByteArray telemetryPath; ///< whole, with the route prefix

    friend bool operator==(const Prefixes&, const Prefixes&) = default;
};

/// Errors  BadRequest: no metrics can be exposed under that telemetry path.
/// Source  Push API, section 2.
core::Result<Prefixes> prefixesOf(const Options& options);

} // namespace pushgate::daemon
