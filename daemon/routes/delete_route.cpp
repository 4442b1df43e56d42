// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/delete_route.h"

#include "core/store/metric_store.h"
#include "daemon/routes/failure_reply.h"

namespace pushgate::daemon {

Reply DeleteRoute::handle(const core::PushPath& path) const
{
    const auto key = core::parsePushPath(path, m_names);
    if (!key)
        return failureReply(key.error());
    m_store.remove(*key);
    return Reply::empty(202);
}

} // namespace pushgate::daemon
