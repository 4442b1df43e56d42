// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "daemon/http/reply_to.h"

#include <mutex>
#include <utility>
#include <vector>

namespace pushgate::tests {

/// Keeps the replies that are sent to it, from any thread.
class CollectingSink final : public daemon::ReplySink {
public:
    struct Sent {
        quint64 connection;
        quint64 request;
        daemon::Reply reply;
    };

    void deliver(quint64 connection, quint64 request, daemon::Reply reply) override
    {
        const std::lock_guard lock(m_mutex);
        m_sent.push_back({connection, request, std::move(reply)});
    }

    std::vector<Sent> sent() const
    {
        const std::lock_guard lock(m_mutex);
        return m_sent;
    }

private:
    mutable std::mutex m_mutex;
    std::vector<Sent> m_sent;
};

} // namespace pushgate::tests
