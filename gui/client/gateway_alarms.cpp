// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/gateway_alarms.h"

#include <utility>

namespace pushgate::gui {

GatewayAlarms::GatewayAlarms(Gateway& gateway, const core::Clock& clock, QObject* parent)
    : QObject(parent)
    , m_gateway(gateway)
    , m_clock(clock)
    , m_link(gateway.status().link)
{
    connect(&m_gateway, &Gateway::statusChanged, this, &GatewayAlarms::takeStatus);
    connect(&m_gateway, &Gateway::groupsUpdated, this, &GatewayAlarms::takeGroups);
    connect(&m_gateway, &Gateway::ticked, this, &GatewayAlarms::tick);
    connect(&m_gateway, &Gateway::woke, this, &GatewayAlarms::startOver);
}

void GatewayAlarms::startOver()
{
    m_watch.forget();
    m_pacer.clear();
    m_awaitsListing = true;
}

void GatewayAlarms::takeStatus()
{
    const auto link = m_gateway.status().link;
    const auto before = std::exchange(m_link, link);
    if (before == link)
        return;
    if (link == GatewayStatus::Link::Live) {
        m_pacer.addReturn(m_clock.now());
        return;
    }
    m_watch.forget();
    m_awaitsListing = true;
    if (before == GatewayStatus::Link::Live && link == GatewayStatus::Link::Lost)
        m_pacer.addLoss(m_clock.now());
}

void GatewayAlarms::takeGroups()
{
    m_awaitsListing = false;
    m_pacer.addGroups(m_watch.update(m_gateway.groups()), m_clock.now());
}

void GatewayAlarms::tick()
{
    const core::TimePoint now = m_clock.now();
    if (!m_awaitsListing)
        m_pacer.addGroups(m_watch.update(m_gateway.groups()), now);
    if (const auto alarm = m_pacer.take(m_gateway.groups(), now))
        emit raised(*alarm);
}

} // namespace pushgate::gui
