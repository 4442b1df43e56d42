// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/failure_reply.h"

namespace pushgate::daemon {

int httpStatus(core::Error::Kind kind)
{
    using Kind = core::Error::Kind;
    switch (kind) {
    case Kind::BadRequest:
    case Kind::Inconsistent: return 400;
    case Kind::TooLarge: return 413;
    case Kind::NotFound: return 404;
    case Kind::Unavailable: return 503;
    case Kind::Internal: return 500;
    }
    Q_UNREACHABLE();
}

Reply failureReply(const core::Error& error)
{
    return Reply::error(httpStatus(error.kind), error.message);
}

} // namespace pushgate::daemon
