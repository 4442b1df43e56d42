// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pushgate::daemon {

/// What one waits for on a connection; it is always told when the connection breaks.
struct Interest {
    bool read = false;
    bool write = false;
    friend bool operator==(const Interest&, const Interest&) = default;
};

} // namespace pushgate::daemon
