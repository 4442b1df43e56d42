// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace pushgate::daemon {

/// Turns SIGHUP, and SIGINT and SIGTERM, into Qt signals. A second of the latter ends the process
/// at once with status 1, even if nobody listens any more. Order    to be made before any thread
/// is, since threads inherit which signals are held back;
///          only one. SIGPIPE is ignored from then on.
/// Threads  the one that made it, which runs an event loop.
class UnixSignals final : public QObject {
    Q_OBJECT
public:
    explicit UnixSignals(QObject* parent = nullptr);
    ~UnixSignals() override;

signals:
    void terminationRequested();
    void reloadRequested();

private:
    void read();

    int m_descriptor = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace pushgate::daemon
