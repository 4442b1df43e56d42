// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/client/alarm_pacer.h"
#include "gui/client/gateway.h"

#include <QObject>

namespace pushgate::gui {

/// Raises the alarms of one gateway. None for what was so when it was first listed, or listed again
/// after it was lost or the machine slept.
/// Threads  that of the windows.
class GatewayAlarms final : public QObject {
    Q_OBJECT

public:
    /// `gateway` and `clock` must outlive it.
    GatewayAlarms(Gateway& gateway, const core::Clock& clock, QObject* parent = nullptr);

signals:
    void raised(const pushgate::gui::Alarm& alarm);

private:
    void takeStatus();
    void takeGroups();
    void tick();
    void startOver();

    Gateway& m_gateway;
    const core::Clock& m_clock;
    core::StateWatch m_watch;
    AlarmPacer m_pacer;
    GatewayStatus::Link m_link;
    bool m_awaitsListing = true; // what is known of the groups may be old
};

} // namespace pushgate::gui
