// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pushgate::gui {

/// What somebody found to be listening at an address.
struct GatewayIdentity {
    enum class Kind {
        Pushgate, ///< has the groups API: states, rhythms, long polls
        Pushgateway ///< has only what the Go Pushgateway has, and is polled
    };

    Kind kind = Kind::Pushgateway;
    QString version;

    friend bool operator==(const GatewayIdentity&, const GatewayIdentity&) = default;
};

} // namespace pushgate::gui
