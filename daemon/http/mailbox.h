// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "daemon/http/connection_count.h"
#include "daemon/http/descriptor.h"
#include "daemon/http/reply_to.h"

#include <QByteArray>

#include <memory>
#include <mutex>
#include <variant>
#include <vector>

namespace pushgate::daemon {

/// A connection on its way from the listener to its worker.
struct Arrival {
    Descriptor socket;
    QByteArray peer; ///< numeric address
    ConnectionCount::Slot slot;
};

/// A reply on its way from wherever it was made.
struct Answer {
    quint64 connection;
    quint64 request;
    Reply reply;
};

/// Orders from the server.
struct Drain { };
struct Abandon { }; ///< drop every connection

using Letter = std::variant<Arrival, Answer, Drain, Abandon>;

/// The one way into a worker from other threads. It may outlive its worker: what is posted to a
/// closed mailbox is dropped (an arriving connection is closed).
/// Its descriptor is readable while letters wait.
/// Threads  `post` and `deliver` from any thread; the rest on the worker.
class Mailbox final : public ReplySink {
public:
    static core::Result<std::shared_ptr<Mailbox>> open(); ///< Unavailable: out of descriptors

    explicit Mailbox(Descriptor event)
        : m_event(std::move(event))
    {
    }

    void post(Letter letter);
    void deliver(quint64 connection, quint64 request, Reply reply) override;

    int descriptor() const { return m_event.value(); }
    std::vector<Letter> collect(); ///< in the order posted
    void close();

private:
    Descriptor m_event;
    std::mutex m_mutex;
    std::vector<Letter> m_letters;
    bool m_closed = false;
};

} // namespace pushgate::daemon
