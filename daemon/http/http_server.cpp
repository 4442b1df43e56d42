// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/http/http_server.h"

#include "daemon/http/listener.h"
#include "daemon/http/listening_socket.h"
#include "daemon/http/worker_thread.h"

#include <algorithm>
namespace pushgate::daemon {

using core::Result;
using core::Status;

HttpServer::HttpServer(
    RequestHandler& handler, const core::Clock& clock, const Options& options, QObject* parent)
    : QObject(parent)
    , m_handler(handler)
    , m_clock(clock)
    , m_options(options)
    , m_count(options.limits.connections)
    , m_receiveBudget(std::max(
          options.limits.unfinishedBytes, options.limits.headBytes + options.limits.bodyBytes))
{
    m_grace.setSingleShot(true);
    connect(&m_grace, &QTimer::timeout, this, &HttpServer::abandon);
}

HttpServer::~HttpServer() = default;

Status HttpServer::listen(QByteArrayView address)
{
    Result<Descriptor> listening = openListeningSocket(address);
    if (!listening)
        return listening.error();
    add(*std::move(listening));
    return core::ok();
}

Status HttpServer::adoptListeningDescriptor(int descriptor)
{
    Result<Descriptor> listening = adoptListeningSocket(descriptor);
    if (!listening)
        return listening.error();
    add(*std::move(listening));
    return core::ok();
}

void HttpServer::add(Descriptor listening)
{
    m_listeners.push_back(std::make_unique<Listener>(
        std::move(listening), m_count, [this](Arrival arrival) { handOver(std::move(arrival)); }));
    connect(m_listeners.back().get(), &Listener::acceptFailed, this, &HttpServer::acceptFailed);
}

std::vector<QByteArray> HttpServer::addresses() const
{
    std::vector<QByteArray> addresses;
    for (const auto& listener : m_listeners)
        addresses.push_back(listener->address());
    return addresses;
}

int HttpServer::connections() const
{
    return m_count.now();
}

Status HttpServer::start()
{
    for (int i = 0; i < std::max(m_options.workers, 1); ++i) {
        Result<std::unique_ptr<WorkerThread>> worker = makeWorker();
        if (!worker)
            return worker.error();
        m_workers.push_back(*std::move(worker));
    }
    for (const auto& worker : m_workers)
        worker->start();
    for (const auto& listener : m_listeners)
        listener->start();
    return core::ok();
}

Result<std::unique_ptr<WorkerThread>> HttpServer::makeWorker()
{
    Result<std::shared_ptr<Mailbox>> mailbox = Mailbox::open();
    if (!mailbox)
        return mailbox.error();
    Result<Poller> poller = Poller::open();
    if (!poller)
        return poller.error();
    const Status watched
        = poller->watch((*mailbox)->descriptor(), HttpWorker::kMailboxTag, {.read = true});
    if (!watched)
        return watched.error();
    auto worker = std::make_unique<WorkerThread>(HttpWorker::Parts{m_handler, m_options.limits,
        m_clock, m_receiveBudget, *std::move(mailbox), *std::move(poller)});
    connect(worker.get(), &WorkerThread::drained, this, &HttpServer::noteDrained);
    return worker;
}

void HttpServer::handOver(Arrival arrival)
{
    m_workers[m_next]->post(std::move(arrival));
    m_next = (m_next + 1) % m_workers.size();
}

void HttpServer::drain(std::chrono::milliseconds grace)
{
    m_notDrained = m_workers.size();
    for (const auto& worker : m_workers)
        worker->post(Drain{});
    // Afterwards, so that whoever finds nobody listening finds his connection closing as well.
    for (const auto& listener : m_listeners)
        listener->close();
    m_grace.start(m_workers.empty() ? std::chrono::milliseconds(0) : grace);
}

void HttpServer::noteDrained()
{
    if (--m_notDrained > 0)
        return;
    m_grace.stop();
    emit drained();
}

void HttpServer::abandon()
{
    if (m_workers.empty()) // it never started
        emit drained();
    for (const auto& worker : m_workers)
        worker->post(Abandon{});
}

} // namespace pushgate::daemon
