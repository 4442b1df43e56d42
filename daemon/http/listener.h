// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "daemon/http/connection_count.h"
#include "daemon/http/descriptor.h"
#include "daemon/http/mailbox.h"

#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <functional>

namespace pushgate::daemon {

/// Accepts the connections of one listening socket and hands each to whoever serves it; those
/// beyond the count are told so and closed.
/// Threads  one thread with an event loop.
class Listener final : public QObject {
    Q_OBJECT
public:
    /// Takes what has been accepted; must not block.
    using Take = std::function<void(Arrival)>;

    /// `socket` listens and does not block; `count` must outlive the listener.
    Listener(Descriptor socket, ConnectionCount& count, Take take);

    QByteArray address() const;
    const Descriptor& socket() const { return m_socket; }
    void start();
    void close(); ///< takes what the system has queued already, then no more

signals:
    /// The system refuses to accept, out of descriptors for instance; it is tried again.
    /// Said once until it works again.
    void acceptFailed(const QByteArray& why);

private:
    enum class Accepted { One, NoneWaiting, Failed };

    void acceptSome();
    Accepted acceptOne();
    void pause();

    Descriptor m_socket;
    ConnectionCount& m_count;
    Take m_take;
    QSocketNotifier m_notifier;
    QTimer m_pause;
    bool m_failing = false;
};

} // namespace pushgate::daemon
