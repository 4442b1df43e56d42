// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/router.h"

#include "core/codec/percent.h"
#include "daemon/routes/clean_path.h"

#include <algorithm>

namespace pushgate::daemon {

namespace {

    QByteArray withSlashToggled(QByteArrayView path)
    {
        QByteArray other = path.toByteArray();
        if (other.endsWith('/'))
            other.chop(1);
        else
            other.append('/');
        return other;
    }

    Reply redirect(const Router::Moved& moved, const Request& request, const RequestTarget& target)
    {
        QByteArray location = core::percentEncodePath(moved.path);
        if (!target.query.isEmpty())
            location.append('?').append(target.query);
        return Reply::redirect(request.method == "GET" ? 301 : 307, location, request.method);
    }

    Reply methodNotAllowed(QByteArrayView method, const QByteArray& allow)
    {
        Reply reply
            = method == "OPTIONS" ? Reply::empty(200) : Reply::error(405, "Method Not Allowed");
        return std::move(reply).with(QByteArrayLiteral("Allow"), allow);
    }

} // namespace

Router::Router(std::vector<Route> routes)
{
    for (Route& route : routes) {
        auto table = std::lower_bound(m_tables.begin(), m_tables.end(), route.method,
            [](const Table& left, const QByteArray& method) { return left.method < method; });
        if (table == m_tables.end() || table->method != route.method)
            table = m_tables.insert(table, Table{route.method, {}});
        table->routes.push_back(std::move(route));
    }
}

std::optional<Router::Found> Router::Table::match(QByteArrayView path) const
{
    for (const Route& route : routes) {
        if (const auto parts = route.pattern.match(path))
            return Found{&route, *parts};
    }
    return std::nullopt;
}

/// Where the reference would send a client instead of to `path`.
std::optional<QByteArray> Router::Table::elsewhere(QByteArrayView path) const
{
    if (path == "/")
        return std::nullopt;
    if (auto other = toggled(path))
        return other;
    return corrected(cleanPath(path));
}

/// The path with its trailing slash taken off or put on, if there is something.
std::optional<QByteArray> Router::Table::toggled(QByteArrayView path) const
{
    QByteArray other = withSlashToggled(path);
    if (match(other))
        return other;
    // The reference also redirects from where a job is missing, though there is nothing either.
    const auto isBareGroup = [&](const Route& route) {
        return path == route.pattern.prefix() && path.endsWith("/job/");
    };
    if (std::any_of(routes.begin(), routes.end(), isBareGroup))
        return other;
    return std::nullopt;
}

std::optional<QByteArray> Router::Table::corrected(QByteArrayView path) const
{
    for (const QByteArray& candidate : {path.toByteArray(), withSlashToggled(path)}) {
        for (const Route& route : routes) {
            if (auto right = route.pattern.corrected(candidate))
                return right;
        }
    }
    return std::nullopt;
}

const Router::Table* Router::tableOf(QByteArrayView method) const
{
    for (const Table& table : m_tables) {
        if (table.method == method)
            return &table;
    }
    return nullptr;
}

/// The methods that have `path`, joined; empty if there are none.
QByteArray Router::allowed(QByteArrayView path) const
{
    QList<QByteArray> methods;
    for (const Table& table : m_tables) {
        if (table.method != "OPTIONS" && table.match(path))
            methods.append(table.method);
    }
    if (methods.isEmpty())
        return {};
    methods.append(QByteArrayLiteral("OPTIONS"));
    std::sort(methods.begin(), methods.end());
    return methods.join(", ");
}

Router::Finding Router::find(QByteArrayView method, QByteArrayView path) const
{
    if (const Table* const table = tableOf(method)) {
        if (const auto found = table->match(path))
            return *found;
        if (auto other = table->elsewhere(path); other && method != "CONNECT")
            return Moved{*std::move(other)};
    }
    if (const QByteArray allow = allowed(path); !allow.isEmpty())
        return Forbidden{allow};
    return Missing{};
}

std::optional<Reply> Router::answer(const Request& request, const ReplyTo& replyTo,
    QByteArrayView path, const RequestTarget& target) const
{
    const Finding finding = find(request.method, path);
    if (const auto* const found = std::get_if<Found>(&finding)) {
        const LateReply later(replyTo, found->route->observer);
        auto reply = found->route->handler({request, found->parts, target.query, later});
        if (reply)
            reply->observer = found->route->observer;
        return reply;
    }
    if (const auto* const moved = std::get_if<Moved>(&finding))
        return redirect(*moved, request, target);
    if (const auto* const forbidden = std::get_if<Forbidden>(&finding))
        return methodNotAllowed(request.method, forbidden->allow);
    return Reply::error(404, "404 page not found");
}

} // namespace pushgate::daemon
