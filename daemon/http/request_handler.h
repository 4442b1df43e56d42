// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "daemon/http/reply.h"
#include "daemon/http/reply_to.h"
#include "daemon/http/request.h"

#include <optional>

namespace pushgate::daemon {

/// Answers requests; the router is one.
/// Threads  called on every worker, so from several threads at once.
class RequestHandler {
public:
    virtual ~RequestHandler() = default;

    /// The reply, or nothing if it is sent to `replyTo` later; until then no further request of
    /// that connection is read. What outlives the call must be copied (cheap: buffers are shared).
    /// Every request gets exactly one reply: a connection whose request is forgotten stays open.
    virtual std::optional<Reply> handle(const Request& request, const ReplyTo& replyTo) = 0;
};

} // namespace pushgate::daemon
