// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/stale/staleness_rules.h"
#include "core/store/snapshot.h"
#include "daemon/build_info.h"
#include "daemon/options/options.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace pushgate::daemon {

/// What of the page does not change while the gateway runs.
struct PageFacts {
    BuildInfo build;
    std::vector<FlagValue> flags;
    core::TimePoint startedAt;
    QByteArray externalPrefix; ///< in front of links; empty: links are relative to the page
    QByteArray telemetryPath; ///< after the prefix
    Options::Api admin = Options::Api::Off; ///< whether the page may offer to wipe
    QByteArray persistenceFile; ///< empty: nothing is kept
};

enum class PageView { Groups, Status };

/// What the page shows, and when.
struct PageMoment {
    const core::Snapshot& snapshot;
    const core::StalenessRules& rules;
    std::optional<core::Error> obstacle; ///< why nothing can be kept at present
    core::TimePoint now;
    PageView view = PageView::Groups;
};

/// The page as it can be read without script: the first groups, and the gateway's status. Both are
/// in it; `view` says which is in sight. Everything that clients chose is escaped.
/// Cost     O(groups), and O(families) of those that are shown.
/// Source   Query API, section 7.
QByteArray pageHtml(const PageFacts& facts, const PageMoment& moment);

/// The Content-Security-Policy that allows the page's own style, scripts, pictures and calls,
/// nothing else.
QByteArray pageSecurityPolicy();

} // namespace pushgate::daemon
