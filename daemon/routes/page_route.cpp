// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/page_route.h"

#include "daemon/routes/representation.h"

namespace pushgate::daemon {

std::optional<Reply> PageRoute::handle(
    const Request& request, const LateReply& later, PageView view) const
{
    const core::SnapshotPtr snapshot = m_parts.store.snapshot();
    const core::TimePoint now = m_parts.clock.now();
    return m_parts.pool.render(*snapshot, later,
        [snapshot, now, view, facts = m_facts, rules = m_parts.rules.current(),
            obstacle = m_parts.durability.obstacle(), conditions = Conditions::of(request)] {
            return Representation(QByteArrayLiteral("text/html; charset=utf-8"),
                pageHtml(*facts, {*snapshot, *rules, obstacle, now, view}))
                .replyTo(conditions)
                .with(QByteArrayLiteral("Content-Security-Policy"), pageSecurityPolicy())
                .with(QByteArrayLiteral("Referrer-Policy"), QByteArrayLiteral("no-referrer"));
        });
}

} // namespace pushgate::daemon
