// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/client/alarm_pacer.h"
#include "gui/client/gateways_summary.h"

#include <QString>

namespace pushgate::gui {

/// What a notice says below the name of the gateway: `Failed: {job="a"}`, and how many more.
QString alarmText(const Alarm& alarm);
/// One line for each thing that there is to say: `3 failed, 8 stale`, `1 gateway lost`.
QString summaryText(const GatewaysSummary& summary);

} // namespace pushgate::gui
