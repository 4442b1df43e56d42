// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/windows/notifier.h"

namespace pushgate::gui {

Notifier::Notifier(GatewayListModel& gateways, const core::Clock& clock, QObject* parent)
    : QObject(parent)
    , m_gateways(gateways)
    , m_clock(clock)
{
    connect(&m_gateways, &QAbstractItemModel::rowsInserted, this, &Notifier::add);
    connect(&m_gateways, &QAbstractItemModel::rowsAboutToBeRemoved, this, &Notifier::remove);
    add({}, 0, m_gateways.rowCount() - 1);
}

void Notifier::add(const QModelIndex&, int first, int last)
{
    for (int row = first; row <= last; ++row) {
        Gateway& gateway = m_gateways.at(row);
        auto alarms = std::make_unique<GatewayAlarms>(gateway, m_clock);
        connect(alarms.get(), &GatewayAlarms::raised, this, [this, &gateway](const Alarm& alarm) {
            if (gateway.connection().notices == Connection::Notices::On)
                emit raised(&gateway, alarm);
        });
        m_alarms.insert_or_assign(&gateway, std::move(alarms));
    }
}

void Notifier::remove(const QModelIndex&, int first, int last)
{
    for (int row = first; row <= last; ++row)
        m_alarms.erase(&m_gateways.at(row));
}

} // namespace pushgate::gui
