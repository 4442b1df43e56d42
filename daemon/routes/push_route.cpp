// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/push_route.h"

#include "daemon/log/logger.h"
#include "daemon/routes/failure_reply.h"

#include <utility>

namespace pushgate::daemon {

namespace {

    const QByteArray kInconsistent
        = QByteArrayLiteral("pushed metrics are invalid or inconsistent with existing metrics");

} // namespace

core::PushBody pushBodyOf(const Request& request)
{
    return {request.field("Content-Type").value_or(QByteArrayView()),
        request.field("Content-Encoding").value_or(QByteArrayView()), request.body,
        request.bodyFailure};
}

Reply PushRoute::handle(const Request& request, const core::PushPath& path) const
{
    auto push = read(request, path);
    if (!push) {
        m_logger.debug("failed to read a push",
            {{"source", request.peerAddress}, {"err", push.error().message}});
        return failureReply(push.error());
    }
    const core::Status stored = m_store.push(*std::move(push), m_settings.check);
    if (m_settings.check == core::Consistency::Unchecked)
        return Reply::empty(202); // whatever the store says: the pusher did not wait for it
    if (stored)
        return Reply::empty(200);
    logInconsistent(request, stored.error());
    return failureReply(stored.error());
}

/// All that needs no lock.
core::Result<core::PreparedPush> PushRoute::read(
    const Request& request, const core::PushPath& path) const
{
    auto key = core::parsePushPath(path, m_settings.names);
    if (!key)
        return key.error();
    auto families
        = core::parseBody(pushBodyOf(request), {m_settings.names, m_settings.maxDecompressedBytes});
    if (!families)
        return families.error();
    const auto mode = request.method == "PUT" ? core::PushMode::Replace : core::PushMode::Merge;
    return core::prepare({*std::move(key), mode, *std::move(families)}, m_clock.now());
}

void PushRoute::logInconsistent(const Request& request, const core::Error& error) const
{
    const QByteArray frame = kInconsistent + ": ";
    QByteArray reason = error.message;
    if (reason.startsWith(frame))
        reason.remove(0, frame.size());
    m_logger.error(kInconsistent,
        {{"method", request.method}, {"source", request.peerAddress}, {"err", reason}});
}

} // namespace pushgate::daemon
