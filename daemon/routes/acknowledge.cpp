// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/acknowledge.h"

#include "daemon/routes/failure_reply.h"

#include <utility>

namespace pushgate::daemon {

namespace {

    Reply replyAfter(const core::Status& status, Reply reply)
    {
        const bool isSuccess = reply.status < 300;
        return status || !isSuccess ? reply : failureReply(status.error());
    }

} // namespace

std::optional<Reply> acknowledge(
    Durability& durability, quint64 revision, Reply reply, const LateReply& later)
{
    if (const auto status = durability.settled(revision))
        return replyAfter(*status, std::move(reply));
    durability.await(revision, [later, reply = std::move(reply)](const core::Status& status) {
        later.send(replyAfter(status, reply));
    });
    return std::nullopt;
}

} // namespace pushgate::daemon
