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

    enum class Admin { Off, On }; ///< whether it can be wiped

    Kind kind = Kind::Pushgateway;
    QString version;
    Admin admin = Admin::Off;

    friend bool operator==(const GatewayIdentity&, const GatewayIdentity&) = default;
};

} // namespace pushgate::gui
