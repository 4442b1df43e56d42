// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/http/http_worker.h"

#include "daemon/http/plain_stream.h"
#include "daemon/http/request_handler.h"

#include <algorithm>
#include <utility>

namespace pushgate::daemon {

namespace {

    constexpr size_t kReadBufferBytes = size_t{64} * 1024;
    /// How often ready connections are served before Qt's loop gets to its timers again.
    constexpr int kRounds = 16;
    /// With fewer than this ready it is cheaper to go back and wait than to ask once more.
    constexpr size_t kBusy = 4;

} // namespace

HttpWorker::HttpWorker(Parts parts)
    : m_handler(parts.handler)
    , m_limits(parts.limits)
    , m_receiveBudget(parts.receiveBudget)
    , m_mailbox(std::move(parts.mailbox))
    , m_poller(std::move(parts.poller))
    , m_date(parts.clock)
    , m_readBuffer(kReadBufferBytes)
    , m_notifier(m_poller.descriptor(), QSocketNotifier::Read)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, &HttpWorker::takeTurn);
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &HttpWorker::takeTurn);
    m_sweep.setInterval(m_limits.sweep);
    connect(&m_sweep, &QTimer::timeout, this, &HttpWorker::sweep);
}

HttpWorker::~HttpWorker()
{
    m_mailbox->close();
}

void HttpWorker::takeTurn()
{
    for (int round = 0; round < kRounds; ++round) {
        const auto ready = m_poller.collect();
        // First, whatever the order: what was to be done before a request came is done before it.
        if (std::any_of(ready.begin(), ready.end(),
                [](const Poller::Ready& one) { return one.tag == kMailboxTag; }))
            readMail();
        for (const Poller::Ready& one : ready) {
            if (Connection* connection = find(one.tag)) {
                connection->ready(one);
                settle(*connection, one.tag);
            }
        }
        const bool waited = !m_waiting.empty();
        resumeWaiting();
        if (ready.size() < kBusy && !waited)
            break;
    }
    if (!m_waiting.empty())
        m_again.start();
    tellIfDrained();
}

void HttpWorker::resumeWaiting()
{
    for (const quint64 id : std::exchange(m_waiting, {})) {
        if (Connection* connection = find(id)) {
            connection->resume();
            settle(*connection, id);
        }
    }
}

void HttpWorker::readMail()
{
    for (Letter& letter : m_mailbox->collect())
        open(std::move(letter));
}

void HttpWorker::open(Letter letter)
{
    if (auto* arrival = std::get_if<Arrival>(&letter)) {
        adopt(std::move(*arrival));
    } else if (auto* answer = std::get_if<Answer>(&letter)) {
        if (Connection* connection = find(answer->connection)) {
            connection->answer(answer->request, std::move(answer->reply));
            settle(*connection, answer->connection);
        }
    } else if (std::holds_alternative<Drain>(letter)) {
        drain();
    } else {
        m_connections.clear();
    }
}

void HttpWorker::adopt(Arrival arrival)
{
    const quint64 id = ++m_lastId;
    auto stream = PlainStream::over(std::move(arrival.socket), m_poller, id);
    if (!stream)
        return; // the system is out of memory for it; the client sees its connection closed
    ConnectionHost& host = *this;
    auto connection
        = std::make_unique<Connection>(id, host, *std::move(stream), std::move(arrival.slot));
    connection->setPeer(std::move(arrival.peer), Request::Transport::Plain);
    Connection& added = *m_connections.emplace(id, std::move(connection)).first->second;
    if (!m_sweep.isActive())
        m_sweep.start();
    if (m_draining)
        added.finishUp();
    settle(added, id);
}

void HttpWorker::drain()
{
    m_draining = true;
    for (auto next = m_connections.begin(); next != m_connections.end();) {
        const auto current = next++;
        current->second->finishUp();
        if (current->second->isDead())
            m_connections.erase(current);
    }
}

void HttpWorker::sweep()
{
    const TimePoint time = now();
    for (auto next = m_connections.begin(); next != m_connections.end();) {
        const auto current = next++;
        current->second->expire(time);
        if (current->second->isDead())
            m_connections.erase(current);
    }
    if (m_connections.empty())
        m_sweep.stop();
    tellIfDrained();
}

std::optional<Reply> HttpWorker::dispatch(
    const Request& request, quint64 connection, quint64 number)
{
    std::optional<Reply> reply;
    m_front.pass(request,
        [&] { reply = m_handler.handle(request, ReplyTo(m_mailbox, connection, number)); });
    return reply;
}

Connection* HttpWorker::find(quint64 id) const
{
    const auto found = m_connections.find(id);
    return found == m_connections.end() ? nullptr : found->second.get();
}

void HttpWorker::settle(const Connection& connection, quint64 id)
{
    if (connection.isDead())
        m_connections.erase(id);
}

void HttpWorker::tellIfDrained()
{
    if (m_draining && m_connections.empty() && !std::exchange(m_told, true))
        emit drained();
}

} // namespace pushgate::daemon
