// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/wipe_route.h"

#include "core/store/metric_store.h"
#include "daemon/routes/other_sites.h"

namespace pushgate::daemon {

Reply WipeRoute::handle(const Request& request) const
{
    if (isFromOtherSite(request, m_externalHost))
        return Reply::error(403, "pages of other sites must not delete metrics");
    m_pool.release(m_store.wipe());
    return Reply::empty(202);
}

} // namespace pushgate::daemon
