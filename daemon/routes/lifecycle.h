// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "daemon/http/reply.h"
#include "daemon/http/request.h"

#include <QByteArray>

#include <atomic>
#include <functional>

namespace pushgate::daemon {

/// Whether the gateway can do its work. It listens before that, so that health can be asked.
/// Threads  any.
class Readiness {
public:
    void set(bool ready) { m_ready = ready; }
    bool isReady() const { return m_ready; }

private:
    std::atomic<bool> m_ready = false;
};

/// GET R/-/healthy: the process answers.
Reply healthyReply();

/// GET R/-/ready
Reply readyReply(const Readiness& readiness);

/// GET /-/quit, which is there to say that this is not how it is done.
Reply quitByGetReply();

/// PUT and POST R/-/quit.
/// Source  Query API, section 6.
class QuitRoute {
public:
    /// `quit` is called on the thread of the request and returns at once; empty: not allowed.
    QuitRoute(std::function<void()> quit, QByteArray externalHost)
        : m_quit(std::move(quit))
        , m_externalHost(std::move(externalHost))
    {
    }

    Reply handle(const Request& request) const;

private:
    std::function<void()> m_quit;
    QByteArray m_externalHost;
};

/// PUT and POST R/-/reload: reads the rules of staleness again. It changes nothing that is not in a
/// file that the operator wrote, so it needs no permission by flag.
/// Source  Groups API, Rules.
class ReloadRoute {
public:
    /// `reload` is called on the thread of the request.
    ReloadRoute(std::function<core::Status()> reload, QByteArray externalHost)
        : m_reload(std::move(reload))
        , m_externalHost(std::move(externalHost))
    {
    }

    Reply handle(const Request& request) const;

private:
    std::function<core::Status()> m_reload;
    QByteArray m_externalHost;
};

} // namespace pushgate::daemon
