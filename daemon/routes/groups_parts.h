// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/group_catalog.h"
#include "core/api/group_json.h"
#include "core/base/clock.h"
#include "core/model/name_rules.h"
#include "core/store/change_history.h"
#include "core/store/metric_store.h"
#include "daemon/persist/durability.h"
#include "daemon/routes/long_polls.h"
#include "daemon/routes/render_pool.h"
#include "daemon/stale/rules_in_force.h"

#include <QByteArray>

namespace pushgate::daemon {

/// What the groups API works on; all references must outlive the routes and the pool's work.
struct GroupsParts {
    core::MetricStore& store;
    Durability& durability;
    const core::ChangeHistory& history;
    core::GroupCatalog& catalog;
    const RulesInForce& rules;
    const core::Clock& clock;
    RenderPool& pool;
    LongPolls& polls;
    const QByteArray& epoch; ///< of this life of the store; constant while requests come
    core::NameScheme names = core::NameScheme::Legacy; ///< of labels in paths

    core::ListedGroupsPtr list(const core::SnapshotPtr& snapshot) const
    {
        return catalog.of(snapshot, rules.current());
    }

    core::AnswerTime timeOf(const core::Snapshot& snapshot, core::TimePoint now) const
    {
        return {snapshot.revision, epoch, now};
    }
};

} // namespace pushgate::daemon
