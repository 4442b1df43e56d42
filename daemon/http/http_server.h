// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "daemon/http/http_limits.h"

#include <QByteArray>
#include <QObject>

#include <chrono>
#include <memory>
#include <vector>

namespace pushgate::daemon {

class RequestHandler;

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

    /// `handler` must outlive the server.
    HttpServer(RequestHandler& handler, const Options& options, QObject* parent = nullptr);
    ~HttpServer() override; ///< ends what still runs and joins the workers

    /// Listens on `HOST:PORT`, `[V6]:PORT` or `:PORT` (both families); port 0 takes a free one.
    /// Clients are queued by the system until `start`.
    /// Errors  BadRequest: not such an address, or `vsock`; Unavailable: the system refused.
    ///         Messages are as the reference's: `listen tcp 127.0.0.1:9091: bind: address already
    ///         in use`.
    core::Status listen(QByteArrayView address);
    /// Takes over a descriptor that already listens (from a service manager); owns it then.
    core::Status adoptListeningDescriptor(int descriptor);

    /// What is listened on, `127.0.0.1:9091` and `[::]:9091` style, in the order added.
    std::vector<QByteArray> addresses() const;

    core::Status start();

    /// Accepts no more and closes idle connections; requests that have begun are answered, then
    /// their connections close. Whatever is left after `grace` is dropped. Ends in `drained`.
    void drain(std::chrono::milliseconds grace);

signals:
    void drained();

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace pushgate::daemon
