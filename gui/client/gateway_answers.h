// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/browse/activity.h"
#include "core/browse/group_details.h"
#include "core/browse/group_model.h"
#include "gui/client/gateway_identity.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <optional>
#include <vector>

namespace pushgate::gui {

/// What `GET /api/v1/groups` tells.
/// Source  spec/groups-api.md.
struct GroupsAnswer {
    qint64 revision = 0;
    QString epoch; ///< another one: another life of the gateway
    core::TimePoint now;
    core::GroupChanges changes; ///< Everything where the gateway says `reset`
    QString cursor; ///< empty on the last page
};

/// A group as `GET /api/v1/metrics` tells it.
struct MetricsGroup {
    core::GroupRow row;
    core::GroupDetails details;
};

struct StatusAnswer {
    QString version;
    GatewayIdentity::Admin admin = GatewayIdentity::Admin::Off;
};

// Every reader takes a whole body. BadRequest: it is not what such a gateway would answer.
// Cost  O(bytes); a group whose labels make no grouping key is left out.

core::Result<GroupsAnswer> readGroupsAnswer(const QByteArray& body);
core::Result<std::vector<MetricsGroup>> readMetricsAnswer(const QByteArray& body);
/// The groups that `DELETE /api/v1/groups` deleted.
core::Result<std::vector<core::GroupingKey>> readDeletedAnswer(const QByteArray& body);
/// `GET /api/v1/groups/job/...`
core::Result<core::GroupDetails> readGroupAnswer(const QByteArray& body);
core::Result<StatusAnswer> readStatusAnswer(const QByteArray& body);
/// `GET /api/v1/activity`; at most a day of minutes.
core::Result<core::Activity> readActivityAnswer(const QByteArray& body);

} // namespace pushgate::gui
