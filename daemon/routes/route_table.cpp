// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/route_table.h"

#include "daemon/routes/acknowledge.h"
#include "daemon/routes/api_routes.h"
#include "daemon/routes/bulk_routes.h"
#include "daemon/routes/delete_route.h"
#include "daemon/routes/failure_reply.h"
#include "daemon/routes/groups_route.h"
#include "daemon/routes/page_route.h"
#include "daemon/routes/push_route.h"
#include "daemon/routes/scrape_route.h"
#include "daemon/routes/static_route.h"
#include "daemon/routes/watch_routes.h"
#include "daemon/routes/wipe_route.h"

#include <array>
#include <utility>

namespace pushgate::daemon {

namespace {

    using Routes = std::vector<Route>;
    using GroupHandler = std::function<Reply(const Request&, const core::PushPath&)>;

    PushRoute::Settings pushSettings(const Options& options)
    {
        return {namesOf(options),
            options.checks == Options::Checks::On ? core::Consistency::Checked
                                                  : core::Consistency::Unchecked,
            options.maxDecompressedBytes};
    }

    PageFacts pageFacts(const RouteParts& parts)
    {
        const Prefixes& prefixes = parts.prefixes;
        QByteArray telemetryPath = prefixes.telemetryPath;
        if (telemetryPath.startsWith(prefixes.route))
            telemetryPath.remove(0, prefixes.route.size());
        return {parts.build, flagValues(parts.options, prefixes.route), parts.startedAt,
            prefixes.external, telemetryPath, parts.options.admin, parts.options.persistenceFile};
    }

    /// A path below the route prefix.
    PathPattern at(const RouteParts& parts, const char* path)
    {
        return PathPattern::exactly(parts.prefixes.route + path);
    }

    /// The reply to what a handler has just done to the store.
    std::optional<Reply> changed(const RouteParts& parts, Reply reply, const RouteCall& call)
    {
        return acknowledge(parts.durability, parts.store.revision(), std::move(reply), call.later);
    }

    /// A group's path, in both spellings of its job.
    void addGroupRoute(Routes& routes, const RouteParts& parts, const char* method,
        ReplyObserver* observer, const GroupHandler& handler)
    {
        using core::JobEncoding;
        static constexpr std::array kSpellings{std::pair("/metrics/job/", JobEncoding::Plain),
            std::pair("/metrics/job@base64/", JobEncoding::Base64)};
        for (const auto& [path, encoding] : kSpellings) {
            routes.push_back({method, PathPattern::group(parts.prefixes.route + path),
                [handler, parts, encoding = encoding](const RouteCall& call) {
                    return changed(parts,
                        handler(call.request, {call.parts.job, encoding, call.parts.labels}), call);
                },
                observer});
        }
    }

    void addGroups(Routes& routes, const RouteParts& parts)
    {
        const PushRoute push(parts.store, parts.clock, parts.logger, pushSettings(parts.options));
        const GroupHandler handlePush
            = [push](const auto& request, const auto& path) { return push.handle(request, path); };
        addGroupRoute(routes, parts, "PUT", &parts.requests.push("put"), handlePush);
        addGroupRoute(routes, parts, "POST", &parts.requests.push("post"), handlePush);

        const DeleteRoute remove(parts.store, namesOf(parts.options));
        addGroupRoute(routes, parts, "DELETE", &parts.requests.route("delete", "delete"),
            [remove](const Request&, const core::PushPath& path) { return remove.handle(path); });
    }

    void addAssets(Routes& routes, const RouteParts& parts)
    {
        const StaticRoute assets;
        routes.push_back({"GET", PathPattern::below(parts.prefixes.route + "/static/"),
            [assets](
                const RouteCall& call) { return assets.handle(call.request, call.parts.rest); },
            &parts.requests.route("static", "get")});
    }

    void addReading(Routes& routes, const RouteParts& parts)
    {
        const ScrapeRoute scrape(
            parts.store, parts.expositions, parts.self, parts.pool, parts.logger);
        routes.push_back({"GET", PathPattern::exactly(parts.prefixes.telemetryPath),
            [scrape](const RouteCall& call) { return scrape.handle(call.request, call.later); },
            nullptr}); // scrapes are not counted

        const PageRoute page(pageFacts(parts), parts.groups);
        RouteCounter& status = parts.requests.route("status", "get");
        for (const auto& [path, view] :
            {std::pair("/", PageView::Groups), std::pair("/status", PageView::Status)}) {
            routes.push_back({"GET", at(parts, path),
                [page, view = view](
                    const RouteCall& call) { return page.handle(call.request, call.later, view); },
                &status});
        }
        addAssets(routes, parts);
    }

    void addLifecycle(Routes& routes, const RouteParts& parts)
    {
        routes.push_back(
            {"GET", at(parts, "/-/healthy"), [](const RouteCall&) { return healthyReply(); },
                &parts.requests.route("healthy", "get")});
        routes.push_back({"GET", at(parts, "/-/ready"),
            [parts](const RouteCall&) {
                const auto obstacle = parts.durability.obstacle();
                return obstacle ? failureReply(*obstacle) : readyReply(parts.readiness);
            },
            &parts.requests.route("ready", "get")});
        routes.push_back({"GET", PathPattern::exactly("/-/quit"), // whatever the prefix
            [](const RouteCall&) { return quitByGetReply(); }, nullptr});
        const QuitRoute quit(parts.quit, parts.options.externalUrl.host);
        const ReloadRoute reload(parts.reload, parts.options.externalUrl.host);
        for (const char* method : {"PUT", "POST"}) {
            routes.push_back({method, at(parts, "/-/quit"),
                [quit](const RouteCall& call) { return quit.handle(call.request); }, nullptr});
            routes.push_back({method, at(parts, "/-/reload"),
                [reload](const RouteCall& call) { return reload.handle(call.request); }, nullptr});
        }
    }

    void addGroupsReading(Routes& routes, const RouteParts& parts)
    {
        using core::JobEncoding;
        RouteCounter& options = parts.requests.route("api/v1/options", "options");
        for (const auto& pattern : {PathPattern::exactly("/groups"), PathPattern::below("/groups/"),
                 PathPattern::exactly("/push")}) {
            routes.push_back({"OPTIONS", pattern,
                [](const RouteCall&) { return groupsOptionsReply(); }, &options});
        }
        const GroupsRoute list(parts.groups);
        routes.push_back({"GET", PathPattern::exactly("/groups"),
            [list](const RouteCall& call) { return list.handle(call.query, call.later); },
            &parts.requests.route("api/v1/groups", "get")});
        const GroupRoute one(parts.groups);
        RouteCounter& counter = parts.requests.route("api/v1/group", "get");
        for (const auto& [path, encoding] : {std::pair("/groups/job/", JobEncoding::Plain),
                 std::pair("/groups/job@base64/", JobEncoding::Base64)}) {
            routes.push_back({"GET", PathPattern::group(path),
                [one, encoding = encoding](const RouteCall& call) {
                    return one.handle(
                        {call.parts.job, encoding, call.parts.labels}, call.query, call.later);
                },
                &counter});
        }
    }

    void addBulkChanges(Routes& routes, const RouteParts& parts)
    {
        const QByteArray& externalHost = parts.options.externalUrl.host;
        const BulkDeleteRoute remove(parts.groups, externalHost);
        routes.push_back({"DELETE", PathPattern::exactly("/groups"),
            [remove](const RouteCall& call) {
                return remove.handle(call.request, call.query, call.later);
            },
            &parts.requests.route("api/v1/groups", "delete")});
        const BulkPushRoute push(parts.groups, pushSettings(parts.options), externalHost);
        for (const char* method : {"PUT", "POST"}) {
            routes.push_back({method, PathPattern::exactly("/push"),
                [push](const RouteCall& call) {
                    return push.handle(call.request, call.query, call.later);
                },
                &parts.requests.bulkPush("api/v1/push", QByteArray(method).toLower())});
        }
    }

    void addWatching(Routes& routes, const RouteParts& parts)
    {
        const ActivityRoute activity(parts.requests.activity(), parts.clock);
        routes.push_back({"GET", PathPattern::exactly("/activity"),
            [activity](const RouteCall&) { return activity.handle(); },
            &parts.requests.route("api/v1/activity", "get")});
        const RuntimeRoute runtime(parts.clock);
        routes.push_back({"GET", PathPattern::exactly("/runtime"),
            [runtime](const RouteCall&) { return runtime.handle(); },
            &parts.requests.route("api/v1/runtime", "get")});
        const RulesRoute rules(parts.groups.rules, parts.clock);
        routes.push_back({"GET", PathPattern::exactly("/staleness"),
            [rules](const RouteCall&) { return rules.handle(); },
            &parts.requests.route("api/v1/staleness", "get")});
    }

    void addApi(Routes& routes, const RouteParts& parts)
    {
        addGroupsReading(routes, parts); // before the wider pattern of OPTIONS
        addBulkChanges(routes, parts);
        addWatching(routes, parts);
        routes.push_back(
            {"OPTIONS", PathPattern::below("/"), [](const RouteCall&) { return apiOptionsReply(); },
                &parts.requests.route("api/v1/options", "options")});
        const ApiStatusRoute status(
            parts.build, flagValues(parts.options, parts.prefixes.route), parts.startedAt);
        routes.push_back({"GET", PathPattern::exactly("/status"),
            [status](const RouteCall&) { return status.handle(); },
            &parts.requests.route("api/v1/status", "get")});
        const ApiMetricsRoute metrics(parts.store, parts.pool);
        routes.push_back({"GET", PathPattern::exactly("/metrics"),
            [metrics](const RouteCall& call) { return metrics.handle(call.later); },
            &parts.requests.route("api/v1/metrics", "get")});
        if (parts.options.admin == Options::Api::On) {
            const WipeRoute wipe(parts.store, parts.pool, parts.options.externalUrl.host);
            routes.push_back({"PUT", PathPattern::exactly("/admin/wipe"),
                [wipe, parts](const RouteCall& call) {
                    return changed(parts, wipe.handle(call.request), call);
                },
                &parts.requests.route("wipe", "put")});
        }
    }

} // namespace

OuterRouter::Routers routeTables(const RouteParts& parts)
{
    Routes main;
    addGroups(main, parts);
    addReading(main, parts);
    addLifecycle(main, parts);
    Routes api;
    addApi(api, parts);
    return {Router(std::move(main)), Router(std::move(api))};
}

} // namespace pushgate::daemon
