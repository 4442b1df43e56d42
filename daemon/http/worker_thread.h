// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "daemon/http/http_worker.h"

#include <QThread>

#include <memory>
#include <optional>

namespace pushgate::daemon {

/// A thread with one worker in it, from `start` until its event loop is told to quit.
class WorkerThread final : public QThread {
    Q_OBJECT
public:
    explicit WorkerThread(HttpWorker::Parts parts);
    ~WorkerThread() override; ///< quits and waits

    void post(Letter letter) { m_mailbox->post(std::move(letter)); }

signals:
    void drained();

protected:
    void run() override;

private:
    std::shared_ptr<Mailbox> m_mailbox;
    std::optional<HttpWorker::Parts> m_parts; ///< until it runs
};

} // namespace pushgate::daemon
