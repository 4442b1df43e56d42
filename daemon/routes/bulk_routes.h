// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/name_rules.h"
#include "core/store/metric_store.h"
#include "daemon/http/reply.h"
#include "daemon/http/request.h"
#include "daemon/routes/groups_parts.h"
#include "daemon/routes/push_route.h"

#include <QByteArray>

#include <optional>

namespace pushgate::daemon {

/// DELETE R/api/v1/groups: removes all groups that meet conditions, as one change.
/// Threads  any.
/// Source   Groups API.
class BulkDeleteRoute {
public:
    BulkDeleteRoute(const GroupsParts& parts, QByteArray externalHost)
        : m_parts(parts)
        , m_externalHost(std::move(externalHost))
    {
    }

    std::optional<Reply> handle(
        const Request& request, QByteArrayView query, const LateReply& later) const;

private:
    GroupsParts m_parts;
    QByteArray m_externalHost;
};

/// PUT and POST R/api/v1/push?group_by=...: pushes into many groups, all or nothing.
/// Threads  any.
/// Source   Groups API.
class BulkPushRoute {
public:
    BulkPushRoute(const GroupsParts& parts, PushRoute::Settings settings, QByteArray externalHost)
        : m_parts(parts)
        , m_settings(settings)
        , m_externalHost(std::move(externalHost))
    {
    }

    std::optional<Reply> handle(
        const Request& request, QByteArrayView query, const LateReply& later) const;

private:
    core::Result<std::vector<core::PreparedPush>> read(
        const Request& request, QByteArrayView query) const;

    GroupsParts m_parts;
    PushRoute::Settings m_settings;
    QByteArray m_externalHost;
};

} // namespace pushgate::daemon
