// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "daemon/http/reply.h"

#include <memory>

namespace pushgate::daemon {

/// Where replies go that are ready later than their handler returns.
/// Threads  `deliver` is called from any thread.
class ReplySink {
public:
    virtual ~ReplySink() = default;
    virtual void deliver(quint64 connection, quint64 request, Reply reply) = 0;
};

/// The address of one request: all that a handler keeps if it answers later.
/// Copies address the same request; the first reply wins, any other is dropped without harm, as
/// is one whose client or server is gone.
/// Threads  any.
class ReplyTo {
public:
    ReplyTo() = default; ///< nobody's: replies are dropped
    ReplyTo(std::shared_ptr<ReplySink> sink, quint64 connection, quint64 request)
        : m_sink(std::move(sink))
        , m_connection(connection)
        , m_request(request)
    {
    }

    void send(Reply reply) const
    {
        if (m_sink)
            m_sink->deliver(m_connection, m_request, std::move(reply));
    }

private:
    std::shared_ptr<ReplySink> m_sink;
    quint64 m_connection = 0;
    quint64 m_request = 0;
};

} // namespace pushgate::daemon
