// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/outer_router.h"

#include "core/codec/gzip.h"
#include "daemon/routes/clean_path.h"
#include "daemon/routes/failure_reply.h"

#include <utility>

namespace pushgate::daemon {

namespace {

    Reply movedPermanently(QByteArray location, const Request& request, const RequestTarget& target)
    {
        location.replace('\\', "%5C"); // to browsers it is a slash, and two of them begin a host
        if (!target.query.isEmpty())
            location.append('?').append(target.query);
        return Reply::redirect(301, location, request.method);
    }

    /// The answer to a target that is no URL: only OPTIONS may ask about the server as a whole.
    Reply answerWithoutPath(const Request& request)
    {
        if (request.target != "*")
            return Reply::refusal(400);
        if (request.method == "OPTIONS")
            return Reply::empty(200);
        Reply reply = Reply::empty(400);
        reply.afterwards = Reply::Afterwards::Close;
        return reply;
    }

    bool claimsGzip(const Request& request)
    {
        const auto coding = request.field("Content-Encoding");
        return coding && coding->compare("gzip", Qt::CaseInsensitive) == 0;
    }

} // namespace

OuterRouter::OuterRouter(QByteArray routePrefix, Routers routers)
    : m_apiPrefix(std::move(routePrefix) + "/api/v1")
    , m_routers(std::move(routers))
{
}

std::optional<Reply> OuterRouter::handle(const Request& request, const ReplyTo& replyTo)
{
    const auto target = parseRequestTarget(request.method, request.target);
    if (!target)
        return answerWithoutPath(request);
    if (request.method != "CONNECT" && !isCleanPath(target->escapedPath))
        return movedPermanently(cleanPath(target->escapedPath), request, *target);
    return dispatch(request, replyTo, *target);
}

std::optional<Reply> OuterRouter::dispatch(
    const Request& request, const ReplyTo& replyTo, const RequestTarget& target) const
{
    if (target.path.startsWith(m_apiPrefix)) {
        const QByteArrayView below = QByteArrayView(target.path).sliced(m_apiPrefix.size());
        if (below.startsWith('/'))
            return m_routers.api.answer(request, replyTo, below, target);
        if (below.isEmpty() && request.method != "CONNECT")
            return movedPermanently(target.escapedPath + '/', request, target);
    }
    if (claimsGzip(request)) {
        // Even where nobody reads the body; what is in it is the parsers' business.
        const core::Status header = core::checkGzipHeader(request.body);
        if (!header)
            return failureReply(header.error());
    }
    return m_routers.main.answer(request, replyTo, target.path, target);
}

} // namespace pushgate::daemon
