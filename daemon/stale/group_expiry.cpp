// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/stale/group_expiry.h"

#include "core/base/go_quote.h"
#include "core/stale/expired_groups.h"
#include "daemon/log/logger.h"

namespace pushgate::daemon {

namespace {

    constexpr int kTicksUntilUnused = 15;

    /// `{instance="b",job="a"}`, as a selector has it.
    QByteArray labelText(const core::Labels& labels)
    {
        QByteArray text;
        for (const core::Label& label : labels) {
            text.append(text.isEmpty() ? '{' : ',');
            text.append(label.name).append('=').append(core::goQuote(label.value));
        }
        return text + '}';
    }

} // namespace

GroupExpiry::GroupExpiry(const Parts& parts, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
{
    m_timer.setInterval(kInterval);
    connect(&m_timer, &QTimer::timeout, this, &GroupExpiry::tick);
}

void GroupExpiry::tick()
{
    if (++m_ticks % kTicksUntilUnused == 0)
        m_parts.catalog.dropUnused();
    if (!m_parts.rules.current()->canDelete() || m_isSweeping.exchange(true))
        return;
    m_parts.pool.run([this] {
        sweep();
        m_isSweeping = false;
    });
}

void GroupExpiry::sweep()
{
    const core::StalenessRulesPtr rules = m_parts.rules.current();
    if (!rules->canDelete())
        return;
    const core::TimePoint now = m_parts.clock.now();
    const auto expired = core::expiredGroups(*m_parts.store.snapshot(), *rules, now);
    const auto removed = m_parts.store.removeAll(
        expired, [&](const core::GroupPtr& group) { return isExpired(*group, *rules, now); });
    for (const core::GroupPtr& group : removed) {
        m_parts.logger.info(
            "deleted a group that has expired", {{"labels", labelText(group->key.labels())}});
    }
    m_expired += removed.size();
}

} // namespace pushgate::daemon
