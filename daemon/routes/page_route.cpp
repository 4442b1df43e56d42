// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/page_route.h"

#include "core/store/metric_store.h"

namespace pushgate::daemon {

std::optional<Reply> PageRoute::handle(const LateReply& later) const
{
    const core::SnapshotPtr snapshot = m_store.snapshot();
    return m_pool.render(*snapshot, later, [snapshot, facts = m_facts] {
        return Reply::html(200, pageHtml(*facts, *snapshot))
            .with(QByteArrayLiteral("Content-Security-Policy"), pageSecurityPolicy())
            .with(QByteArrayLiteral("Referrer-Policy"), QByteArrayLiteral("no-referrer"))
            .with(QByteArrayLiteral("X-Content-Type-Options"), QByteArrayLiteral("nosniff"));
    });
}

} // namespace pushgate::daemon
