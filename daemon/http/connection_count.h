// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <optional>
#include <utility>

namespace pushgate::daemon {

/// How many connections there are, over all workers, and that they do not become too many.
/// Threads  any.
class ConnectionCount {
public:
    /// One connection's place; given back when it goes. Must not outlive the count.
    class Slot {
    public:
        Slot(Slot&& other) noexcept
            : m_count(std::exchange(other.m_count, nullptr))
        {
        }
        Slot& operator=(Slot&& other) noexcept
        {
            std::swap(m_count, other.m_count);
            return *this;
        }
        ~Slot()
        {
            if (m_count)
                m_count->m_now.fetch_sub(1, std::memory_order_relaxed);
        }

    private:
        friend class ConnectionCount;
        explicit Slot(ConnectionCount* count)
            : m_count(count)
        {
        }
        ConnectionCount* m_count;
    };

    explicit ConnectionCount(int most)
        : m_most(most)
    {
    }

    std::optional<Slot> take() ///< nothing if there are too many
    {
        if (m_now.fetch_add(1, std::memory_order_relaxed) < m_most)
            return Slot(this);
        m_now.fetch_sub(1, std::memory_order_relaxed);
        return std::nullopt;
    }
    int now() const { return m_now.load(std::memory_order_relaxed); }

private:
    int m_most;
    std::atomic<int> m_now = 0;
};

} // namespace pushgate::daemon
