// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parse/push_path.h"
#include "daemon/http/reply.h"
#include "daemon/routes/group_parameters.h"
#include "daemon/routes/groups_parts.h"

#include <optional>

namespace pushgate::daemon {

/// OPTIONS of the paths of the groups API: pages of other sites may read there, no more.
Reply groupsOptionsReply();

/// GET R/api/v1/groups: the groups with their states, in pages, or what changed of them.
/// Threads  any.
/// Source   Groups API.
class GroupsRoute {
public:
    explicit GroupsRoute(const GroupsParts& parts)
        : m_parts(parts)
    {
    }

    std::optional<Reply> handle(QByteArrayView query, const LateReply& later) const;

private:
    static Reply answer(const GroupsParts& parts, const ListParameters& asked);

    GroupsParts m_parts;
};

/// GET R/api/v1/groups/job/...: one group with its metrics; with `format=text` or
/// `format=protobuf` only these, as a body that makes the group again when it is pushed.
class GroupRoute {
public:
    explicit GroupRoute(const GroupsParts& parts)
        : m_parts(parts)
    {
    }

    std::optional<Reply> handle(
        const core::PushPath& path, QByteArrayView query, const LateReply& later) const;

private:
    GroupsParts m_parts;
};

} // namespace pushgate::daemon
