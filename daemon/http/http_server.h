// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "daemon/http/connection_count.h"
#include "daemon/http/http_limits.h"
#include "daemon/http/mailbox.h"
#include "daemon/http/receive_budget.h"

#include <QByteArray>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>
#include <vector>

namespace pushgate::daemon {

class Listener;
class RequestHandler;
class WorkerThread;

/// An HTTP server: the listening sockets and the worker threads behind them.
/// Order    listen and adopt, then start once; drain once; then destroy.
/// Threads  all members on the thread that made it, which must run an event loop. The handler is
///          called on the workers.
class HttpServer final : public QObject {
    Q_OBJECT
public:
    struct Options {
        HttpLimits limits;
        int workers = 1; ///< at least 1
    };

    /// `handler` and `clock` (for the Date of answers) must outlive the server.
    HttpServer(RequestHandler& handler, const core::Clock& clock, const Options& options,
        QObject* parent = nullptr);
    ~HttpServer() override; ///< ends what still runs and joins the workers

    /// Listens on `HOST:PORT`, `[V6]:PORT` or `:PORT` (both families); port 0 takes a free one.
    /// Clients are queued by the system until `start`.
    /// Errors  as of openListeningSocket: BadRequest: not such an address, or `vsock`;
    ///         Unavailable: the system refused.
    core::Status listen(QByteArrayView address);
    /// Takes over a descriptor that already listens (from a service manager); owns it then.
    core::Status adoptListeningDescriptor(int descriptor);

    /// What is listened on, `127.0.0.1:9091` and `[::]:9091` style, in the order added.
    std::vector<QByteArray> addresses() const;
    int connections() const; ///< at the moment

    /// Starts the workers and accepts. Unavailable: out of descriptors.
    core::Status start();

    /// Accepts no more and closes idle connections; requests that have begun are answered, then
    /// their connections close. Whatever is left after `grace` is dropped. Ends in `drained`.
    void drain(std::chrono::milliseconds grace);

signals:
    void drained();
    /// Clients wait, because the system has no descriptors or memory for them. It is tried again,
    /// and said once until it works again.
    void acceptFailed(const QByteArray& why);

private:
    void add(Descriptor listening);
    core::Result<std::unique_ptr<WorkerThread>> makeWorker();
    void handOver(Arrival arrival);
    void noteDrained();
    void abandon();

    RequestHandler& m_handler;
    const core::Clock& m_clock;
    Options m_options;
    ConnectionCount m_count;
    ReceiveBudget m_receiveBudget;
    std::vector<std::unique_ptr<Listener>> m_listeners;
    std::vector<std::unique_ptr<WorkerThread>> m_workers;
    size_t m_next = 0; ///< worker to get the next connection
    size_t m_notDrained = 0; ///< workers
    QTimer m_grace;
};

} // namespace pushgate::daemon
