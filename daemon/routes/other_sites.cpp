// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/other_sites.h"

#include "daemon/http/request.h"

namespace pushgate::daemon {

namespace {

    /// Host and port of an origin, and the port that goes without saying.
    struct Origin {
        QByteArrayView hostAndPort;
        QByteArrayView usualPort;
    };

    Origin originOf(QByteArrayView text)
    {
        if (text.startsWith("https://"))
            return {text.sliced(8), ":443"};
        if (text.startsWith("http://"))
            return {text.sliced(7), ":80"};
        return {}; // `null`, say
    }

    QByteArray withoutPort(QByteArrayView hostAndPort, QByteArrayView port)
    {
        if (hostAndPort.endsWith(port))
            hostAndPort.chop(port.size());
        return hostAndPort.toByteArray().toLower();
    }

} // namespace

bool isFromOtherSite(const Request& request, QByteArrayView externalHost)
{
    if (const auto site = request.field("Sec-Fetch-Site"))
        return *site != "same-origin" && *site != "none";
    const auto field = request.field("Origin");
    if (!field)
        return false;
    const Origin origin = originOf(*field);
    const QByteArray from = withoutPort(origin.hostAndPort, origin.usualPort);
    if (from.isEmpty())
        return true;
    const QByteArrayView host = request.field("Host").value_or(QByteArrayView());
    return from != withoutPort(host, origin.usualPort)
        && from != withoutPort(externalHost, origin.usualPort);
}

} // namespace pushgate::daemon
