// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/api_reply.h"

#include "core/api/envelope.h"
#include "daemon/routes/failure_reply.h"

#include <utility>

namespace pushgate::daemon {

namespace {

    QByteArrayView errorType(core::Error::Kind kind)
    {
        using Kind = core::Error::Kind;
        switch (kind) {
        case Kind::BadRequest:
        case Kind::Inconsistent:
        case Kind::TooLarge: return "bad_data";
        case Kind::NotFound: return "not_found";
        case Kind::Unavailable: return "unavailable";
        case Kind::Internal: return "internal";
        }
        Q_UNREACHABLE();
    }

} // namespace

Reply apiSuccess(QList<QByteArray> data)
{
    Reply reply = Reply::json(200, {});
    reply.segments = core::successBody(std::move(data));
    return reply;
}

Reply apiFailure(const core::Error& error)
{
    return Reply::json(
        httpStatus(error.kind), core::errorBody(errorType(error.kind), error.message));
}

Reply apiForbidden(QByteArrayView why)
{
    return Reply::json(403, core::errorBody("forbidden", why));
}

Reply readableByAll(Reply reply, const char* methods)
{
    return std::move(reply)
        .with("Access-Control-Allow-Headers", "Accept, Authorization, Content-Type, Origin")
        .with("Access-Control-Allow-Methods", methods)
        .with("Access-Control-Allow-Origin", "*")
        .with("Access-Control-Expose-Headers", "Date")
        .with("Cache-Control", "no-cache, no-store, must-revalidate");
}

} // namespace pushgate::daemon
