// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThread>

namespace pushgate::gui {

/// Where all clients live; ends with its owner, after what they still had to do.
class NetworkThread {
public:
    NetworkThread();
    ~NetworkThread();
    Q_DISABLE_COPY_MOVE(NetworkThread)

    /// Hands the object over; it is deleted when the thread ends, unless it was before.
    void adopt(QObject* object);

private:
    QThread m_thread;
};

} // namespace pushgate::gui
