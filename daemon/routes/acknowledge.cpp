// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/acknowledge.h"

#include <utility>

namespace pushgate::daemon {

namespace {

    Reply replyAfter(const core::Status& status, Reply reply, Reply (*failure)(const core::Error&))
    {
        const bool isSuccess = reply.status < 300;
        return status || !isSuccess ? reply : failure(status.error());
    }

} // namespace

std::optional<Reply> acknowledge(Durability& durability, quint64 revision, Reply reply,
    const LateReply& later, Reply (*failure)(const core::Error&))
{
    if (const auto status = durability.settled(revision))
        return replyAfter(*status, std::move(reply), failure);
    durability.await(
        revision, [later, failure, reply = std::move(reply)](const core::Status& status) {
            later.send(replyAfter(status, reply, failure));
        });
    return std::nullopt;
}

} // namespace pushgate::daemon
