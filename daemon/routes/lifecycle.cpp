// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/lifecycle.h"

#include "daemon/routes/other_sites.h"

namespace pushgate::daemon {

Reply healthyReply()
{
    return Reply::text(200, QByteArrayLiteral("OK"));
}

Reply readyReply(const Readiness& readiness)
{
    if (!readiness.isReady())
        return Reply::error(503, "the gateway is not ready");
    return Reply::text(200, QByteArrayLiteral("OK"));
}

Reply quitByGetReply()
{
    return Reply::text(405, QByteArrayLiteral("Only POST or PUT requests allowed."));
}

Reply QuitRoute::handle(const Request& request) const
{
    if (!m_quit)
        return Reply::text(403, QByteArrayLiteral("Lifecycle API is not enabled."));
    if (isFromOtherSite(request, m_externalHost))
        return Reply::error(403, "pages of other sites must not stop the gateway");
    m_quit();
    return Reply::text(200, QByteArrayLiteral("Requesting termination... Goodbye!"));
}

Reply ReloadRoute::handle(const Request& request) const
{
    if (isFromOtherSite(request, m_externalHost))
        return Reply::error(403, "pages of other sites must not reload the configuration");
    const core::Status reloaded = m_reload();
    if (!reloaded)
        return Reply::error(500, "failed to reload config: " + reloaded.error().message);
    return Reply::empty(200);
}

} // namespace pushgate::daemon
