// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/store/snapshot.h"
#include "daemon/build_info.h"
#include "daemon/options/options.h"

#include <QByteArray>

#include <vector>

namespace pushgate::daemon {

/// What of the page does not change while the gateway runs.
struct PageFacts {
    BuildInfo build;
    std::vector<FlagValue> flags;
    core::TimePoint startedAt;
    QByteArray externalPrefix; ///< in front of links; empty: links are relative to the page
    QByteArray telemetryPath; ///< after the prefix
};

/// More groups than these are counted, not shown.
inline constexpr size_t kMostGroupsOnPage = 1'000;

/// The status page: groups, build and flags. Everything that clients chose is escaped.
/// Cost     O(families of the groups shown).
/// Source   Query API, section 7.
QByteArray pageHtml(const PageFacts& facts, const core::Snapshot& snapshot);

/// The Content-Security-Policy that allows the page's own style, script and icon, nothing else.
QByteArray pageSecurityPolicy();

} // namespace pushgate::daemon
