// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace pushgate::daemon {

/// Why no handler gets to see what a client sent; its connection is closed after the answer.
struct Refusal {
    int status = 400;
    QByteArray detail; ///< for the client; may be empty
    friend bool operator==(const Refusal&, const Refusal&) = default;
};

} // namespace pushgate::daemon
