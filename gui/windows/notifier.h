// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/client/gateway_alarms.h"
#include "gui/panels/gateway_list_model.h"

#include <QObject>

#include <map>
#include <memory>

namespace pushgate::gui {

/// Passes on the alarms of those gateways that are to be told of.
class Notifier final : public QObject {
    Q_OBJECT

public:
    /// `gateways` and `clock` must outlive it.
    Notifier(GatewayListModel& gateways, const core::Clock& clock, QObject* parent = nullptr);

signals:
    void raised(const pushgate::gui::Gateway* gateway, const pushgate::gui::Alarm& alarm);

private:
    void add(const QModelIndex& parent, int first, int last);
    void remove(const QModelIndex& parent, int first, int last);

    GatewayListModel& m_gateways;
    const core::Clock& m_clock;
    std::map<const Gateway*, std::unique_ptr<GatewayAlarms>> m_alarms;
};

} // namespace pushgate::gui
