// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/metric_type.h"

#include <QByteArray>

namespace pushgate::core {

/// A family that the gateway exposes of itself; pushed families must not contradict it.
struct OwnFamily {
    enum class HelpRule {
        OwnHelpWins, ///< there from the start: a pushed help is stored but not shown
        HelpMustMatch ///< appears with its first observation: a different help is an error
    };

    QByteArray name;
    QByteArray help;
    MetricType type = MetricType::Gauge;
    HelpRule helpRule = HelpRule::OwnHelpWins;
};

} // namespace pushgate::core
