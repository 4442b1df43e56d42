// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "daemon/http/http_server.h"
#include "daemon/http/request_handler.h"

#include <QThread>

#include <functional>
#include <memory>

namespace pushgate::daemon {

/// A handler made of a function, which is called on the workers.
class FunctionHandler final : public RequestHandler {
public:
    using Function = std::function<std::optional<Reply>(const Request&, const ReplyTo&)>;

    explicit FunctionHandler(Function function)
        : m_function(std::move(function))
    {
    }

    std::optional<Reply> handle(const Request& request, const ReplyTo& replyTo) override
    {
        return m_function(request, replyTo);
    }

private:
    Function m_function;
};

/// A server on a free port of the loopback address, with an event loop of its own, so that tests
/// may block.
class RunningServer {
public:
    explicit RunningServer(
        FunctionHandler::Function function, const HttpLimits& limits = {}, int workers = 2);
    ~RunningServer();

    quint16 port() const { return m_port; }
    int connections() const; ///< at the moment
    void drain(std::chrono::milliseconds grace);
    bool isDrained(std::chrono::milliseconds patience); ///< waits for it
    void destroy(); ///< joins the workers; what they had is gone

private:
    void run(const std::function<void()>& call) const; ///< on the server's thread

    FunctionHandler m_handler;
    core::SystemClock m_clock;
    QThread m_thread;
    std::unique_ptr<QObject> m_context;
    std::unique_ptr<HttpServer> m_server;
    quint16 m_port = 0;
    class Latch;
    std::shared_ptr<Latch> m_drained;
};

} // namespace pushgate::daemon
