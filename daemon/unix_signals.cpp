// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/unix_signals.h"

#include <csignal>
#include <sys/signalfd.h>
#include <unistd.h>

namespace pushgate::daemon {

namespace {

    sigset_t terminationSignals()
    {
        sigset_t set;
        ::sigemptyset(&set);
        ::sigaddset(&set, SIGINT);
        ::sigaddset(&set, SIGTERM);
        return set;
    }

    sigset_t allSignals()
    {
        sigset_t set = terminationSignals();
        ::sigaddset(&set, SIGHUP);
        return set;
    }

    /// From now on a termination signal ends the process, whatever its threads are doing.
    void exitOnNextSignal()
    {
        struct sigaction action = {};
        action.sa_handler = [](int) { ::_exit(1); };
        ::sigaction(SIGINT, &action, nullptr);
        ::sigaction(SIGTERM, &action, nullptr);
        const sigset_t set = terminationSignals();
        ::pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
    }

} // namespace

UnixSignals::UnixSignals(QObject* parent)
    : QObject(parent)
{
    const sigset_t set = allSignals();
    ::pthread_sigmask(SIG_BLOCK, &set, nullptr);
    std::signal(SIGPIPE, SIG_IGN); // a log whose reader is gone must not end the gateway
    m_descriptor = ::signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
    if (m_descriptor < 0)
        qFatal("signalfd failed"); // without it the gateway could not be stopped in order
    m_notifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &UnixSignals::read);
}

UnixSignals::~UnixSignals()
{
    m_notifier.reset();
    ::close(m_descriptor);
}

void UnixSignals::read()
{
    signalfd_siginfo info{};
    if (::read(m_descriptor, &info, sizeof info) != static_cast<ssize_t>(sizeof info))
        return;
    if (info.ssi_signo == SIGHUP) {
        emit reloadRequested();
        return;
    }
    m_notifier->setEnabled(false);
    exitOnNextSignal();
    emit terminationRequested();
}

} // namespace pushgate::daemon
