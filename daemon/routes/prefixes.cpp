// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/prefixes.h"

#include "core/base/go_quote.h"
#include "daemon/routes/clean_path.h"

#include <algorithm>
#include <array>

namespace pushgate::daemon {

namespace {

    QByteArray normalised(QByteArray prefix)
    {
        if (prefix == "/" || prefix.isEmpty())
            return {};
        if (!prefix.startsWith('/'))
            prefix.prepend('/');
        if (prefix.endsWith('/'))
            prefix.chop(1);
        return prefix;
    }

    /// Both joined by one slash and cleaned; what is relative stays so.
    QByteArray joined(const QByteArray& prefix, const QByteArray& path)
    {
        if (prefix.isEmpty() && !path.startsWith('/'))
            return path;
        QByteArray clean = cleanPath(prefix + '/' + path);
        if (clean.size() > 1 && clean.endsWith('/'))
            clean.chop(1);
        return clean;
    }

    /// What is served to GET at or below these, after the route prefix.
    bool isTaken(QByteArrayView path)
    {
        static constexpr std::array<QByteArrayView, 5> kPaths{
            "/", "/status", "/-/healthy", "/-/ready", "/-/quit"};
        static constexpr std::array<QByteArrayView, 2> kFolders{"/static/", "/api/v1/"};
        return std::find(kPaths.begin(), kPaths.end(), path) != kPaths.end() || path == "/api/v1"
            || std::any_of(kFolders.begin(), kFolders.end(),
                [&](QByteArrayView folder) { return path.startsWith(folder); });
    }

} // namespace

core::Result<Prefixes> prefixesOf(const Options& options)
{
    Prefixes prefixes;
    prefixes.external = normalised(options.externalUrl.path);
    prefixes.route
        = options.routePrefix.isEmpty() ? prefixes.external : normalised(options.routePrefix);
    prefixes.telemetryPath = joined(prefixes.route, options.telemetryPath);

    const auto refuse = [&](const char* why) {
        return core::badRequest("cannot expose metrics under --web.telemetry-path="
            + core::goQuote(options.telemetryPath) + ": " + why);
    };
    if (!prefixes.telemetryPath.startsWith('/'))
        return refuse("the path must begin with a slash");
    if (options.telemetryPath.contains(':') || options.telemetryPath.contains('*'))
        return refuse("the path must not contain ':' or '*'");
    QByteArrayView below = prefixes.telemetryPath;
    if (below.startsWith(prefixes.route))
        below = below.sliced(prefixes.route.size());
    if (isTaken(below) || prefixes.telemetryPath == "/-/quit")
        return refuse("something else is served there");
    return prefixes;
}

} // namespace pushgate::daemon
