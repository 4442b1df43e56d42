// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <atomic>

namespace pushgate::daemon {

/// The bytes of requests that have not arrived in full yet, over all connections, and that they
/// do not become too many. Small requests pass uncounted: the number of connections bounds them.
/// Threads  any; a share belongs to one.
class ReceiveBudget {
public:
    static constexpr qint64 kFree = 16 * 1024LL; ///< of each connection

    /// What one connection holds; given back when it goes. Must not outlive the budget.
    class Share {
    public:
        explicit Share(ReceiveBudget& budget)
            : m_budget(budget)
        {
        }
        ~Share() { release(); }
        Share(const Share&) = delete;
        Share& operator=(const Share&) = delete;

        /// Holds `bytes` from now on instead of what it held before. False if there is no room:
        /// then it holds as much as before.
        [[nodiscard]] bool hold(qint64 bytes)
        {
            const qint64 counted = bytes > kFree ? bytes : 0;
            const qint64 more = counted - m_counted;
            if (more == 0)
                return true;
            const qint64 held = m_budget.m_held.fetch_add(more, std::memory_order_relaxed) + more;
            if (more > 0 && held > m_budget.m_most) {
                m_budget.m_held.fetch_sub(more, std::memory_order_relaxed);
                return false;
            }
            m_counted = counted;
            return true;
        }
        void release()
        {
            m_budget.m_held.fetch_sub(m_counted, std::memory_order_relaxed);
            m_counted = 0;
        }

    private:
        ReceiveBudget& m_budget;
        qint64 m_counted = 0;
    };

    explicit ReceiveBudget(qint64 most)
        : m_most(most)
    {
    }

    qint64 held() const { return m_held.load(std::memory_order_relaxed); }

private:
    const qint64 m_most;
    std::atomic<qint64> m_held = 0;
};

} // namespace pushgate::daemon
