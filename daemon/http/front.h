// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

namespace pushgate::daemon {

struct Request;

/// Passes requests through QHttpServer, the only place that knows it and its versions.
/// By then a request has been read, checked and collected by our own parser, and its reply goes
/// out by our own writer; QHttpServer sees a line with the method, never the body.
/// Threads  the worker that made it.
class Front {
public:
    Front();
    ~Front();

    /// Calls `handle` once before it returns: from QHttpServer's own handler, or, should it not
    /// dispatch the request, without it. Returns whether it was the former.
    bool pass(const Request& request, const std::function<void()>& handle);

private:
    class Server;
    std::unique_ptr<Server> m_server;
};

} // namespace pushgate::daemon
