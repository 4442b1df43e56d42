// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/daemon/http/running_server.h"

#include <condition_variable>
#include <mutex>

namespace pushgate::daemon {

class RunningServer::Latch {
public:
    void open()
    {
        const std::lock_guard lock(m_mutex);
        m_open = true;
        m_changed.notify_all();
    }
    bool wait(std::chrono::milliseconds patience)
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, patience, [this] { return m_open; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_open = false;
};

RunningServer::RunningServer(
    FunctionHandler::Function function, const HttpLimits& limits, int workers)
    : m_handler(std::move(function))
    , m_context(std::make_unique<QObject>())
    , m_drained(std::make_shared<Latch>())
{
    m_context->moveToThread(&m_thread);
    m_thread.start();
    run([&] {
        m_server = std::make_unique<HttpServer>(
            m_handler, m_clock, HttpServer::Options{limits, workers});
        QObject::connect(m_server.get(), &HttpServer::drained, m_server.get(),
            [latch = m_drained] { latch->open(); });
        if (m_server->listen("127.0.0.1:0") && m_server->start())
            m_port = m_server->addresses().front().split(':').last().toUShort();
    });
}

RunningServer::~RunningServer()
{
    destroy();
    m_thread.quit();
    m_thread.wait();
}

void RunningServer::run(const std::function<void()>& call) const
{
    QMetaObject::invokeMethod(m_context.get(), call, Qt::BlockingQueuedConnection);
}

int RunningServer::connections() const
{
    return m_server->connections();
}

void RunningServer::drain(std::chrono::milliseconds grace)
{
    run([&] { m_server->drain(grace); });
}

bool RunningServer::isDrained(std::chrono::milliseconds patience)
{
    return m_drained->wait(patience);
}

void RunningServer::destroy()
{
    run([&] { m_server.reset(); });
}

} // namespace pushgate::daemon
