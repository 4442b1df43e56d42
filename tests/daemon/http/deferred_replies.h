// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/daemon/http/running_server.h"

#include <mutex>
#include <utility>
#include <vector>

namespace pushgate::daemon {

/// A handler that keeps the addresses of requests, to be answered when the test says so.
class DeferredReplies {
public:
    FunctionHandler::Function handler()
    {
        return [this](const Request&, const ReplyTo& replyTo) -> std::optional<Reply> {
            const std::lock_guard lock(m_mutex);
            m_waiting.push_back(replyTo);
            return std::nullopt;
        };
    }
    std::vector<ReplyTo> take()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_waiting, {});
    }
    size_t count()
    {
        const std::lock_guard lock(m_mutex);
        return m_waiting.size();
    }

private:
    std::mutex m_mutex;
    std::vector<ReplyTo> m_waiting;
};

} // namespace pushgate::daemon
