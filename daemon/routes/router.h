// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "daemon/http/reply.h"
#include "daemon/http/reply_to.h"
#include "daemon/http/request.h"
#include "daemon/routes/path_pattern.h"
#include "daemon/routes/request_target.h"

#include <functional>
#include <optional>
#include <variant>
#include <vector>

namespace pushgate::daemon {

/// Where a handler sends a reply that it could not give at once.
/// Threads  any.
class LateReply {
public:
    LateReply(ReplyTo to, ReplyObserver* observer)
        : m_to(std::move(to))
        , m_observer(observer)
    {
    }

    void send(Reply reply) const
    {
        reply.observer = m_observer;
        m_to.send(std::move(reply));
    }

private:
    ReplyTo m_to;
    ReplyObserver* m_observer;
};

/// What a route's handler is given; valid during the call only, but for copies.
struct RouteCall {
    const Request& request;
    PathParts parts;
    QByteArrayView query; ///< of the target, as received
    const LateReply& later;
};

/// The reply, or nothing if it goes to `later` some time.
using RouteHandler = std::function<std::optional<Reply>(const RouteCall&)>;

struct Route {
    QByteArray method;
    PathPattern pattern;
    RouteHandler handler;
    ReplyObserver* observer = nullptr; ///< told of each reply; null: the route is not counted
};

/// Chooses the handler for a request by method and decoded path, and answers in its place where
/// there is none: redirects, 405, OPTIONS, 404.
/// Threads  `answer` and `find` from any thread once built; handlers are called on that thread.
/// Cost     linear in the number of routes of the method, which is about ten.
/// Source   Push API, section 4.
class Router {
public:
    explicit Router(std::vector<Route> routes);

    struct Found {
        const Route* route = nullptr;
        PathParts parts;
    };
    struct Moved {
        QByteArray path; ///< decoded
    };
    struct Forbidden { ///< other methods have this path
        QByteArray allow;
    };
    struct Missing { };
    using Finding = std::variant<Found, Moved, Forbidden, Missing>;

    Finding find(QByteArrayView method, QByteArrayView path) const;

    /// `path` is what to route on: that of `target`, or the part of it below a prefix.
    std::optional<Reply> answer(const Request& request, const ReplyTo& replyTo, QByteArrayView path,
        const RequestTarget& target) const;

private:
    /// The routes of one method.
    struct Table {
        QByteArray method;
        std::vector<Route> routes;

        std::optional<Found> match(QByteArrayView path) const;
        std::optional<QByteArray> elsewhere(QByteArrayView path) const;
        std::optional<QByteArray> toggled(QByteArrayView path) const;
        std::optional<QByteArray> corrected(QByteArrayView path) const;
    };

    const Table* tableOf(QByteArrayView method) const;
    QByteArray allowed(QByteArrayView path) const;

    std::vector<Table> m_tables; ///< sorted by method
};

} // namespace pushgate::daemon
