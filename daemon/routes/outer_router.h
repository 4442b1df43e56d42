// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "daemon/http/request_handler.h"
#include "daemon/routes/router.h"

#include <QByteArray>

#include <optional>

namespace pushgate::daemon {

/// What every request meets first: cleans its path, tells the API from the rest, and refuses what
/// claims to be compressed and is not.
/// Threads  any.
/// Source   Push API, sections 4 and 7.
class OuterRouter final : public RequestHandler {
public:
    struct Routers {
        Router main; ///< with whole paths
        Router api; ///< with paths after `R/api/v1`
    };

    OuterRouter(QByteArray routePrefix, Routers routers);

    std::optional<Reply> handle(const Request& request, const ReplyTo& replyTo) override;

private:
    std::optional<Reply> dispatch(
        const Request& request, const ReplyTo& replyTo, const RequestTarget& target) const;

    QByteArray m_apiPrefix;
    Routers m_routers;
};

} // namespace pushgate::daemon
