// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/change_sink.h"
#include "daemon/routes/render_pool.h"
#include "daemon/routes/router.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <vector>

namespace pushgate::daemon {

/// Requests that wait for the store to change. While nothing changes they cost nothing: there is
/// one timer for the earliest deadline, whatever their number.
/// Threads  `wait` and `changed` from any thread; the rest on the one that made it, which runs an
///          event loop.
class LongPolls final
    : public QObject
    , public core::ChangeSink {
    Q_OBJECT
public:
    using Clock = std::chrono::steady_clock;

    static constexpr size_t kMostWaiting = 10'000;
    /// Under a stream of changes those who wait are answered no more often than this.
    static constexpr std::chrono::milliseconds kPause{20};

    struct Poll {
        quint64 since = 0; ///< the revision that the client has
        std::chrono::milliseconds wait{0};
        QByteArray question; ///< polls of equal text get one and the same answer
        std::function<Reply()> answer; ///< called in the pool; holds copies of all it needs
        LateReply later;
    };

    /// `pool` must outlive the event loop of this.
    explicit LongPolls(RenderPool& pool, QObject* parent = nullptr);

    /// False: the store has changed since, or nobody may wait any more; the caller answers.
    bool wait(Poll poll);

    void changed(const core::Change& change) override;

    /// Answers all and lets nobody wait from now on.
    void close();

    size_t waiting() const { return m_count; }

private:
    using Polls = std::multimap<Clock::time_point, Poll>; ///< by deadline

    void wake();
    void expire();
    void setTimer();
    void answer(std::vector<Poll> polls);
    template <typename IsDue>
    std::vector<Poll> take(IsDue&& isDue);

    RenderPool& m_pool;
    QTimer m_timer; ///< for the earliest deadline
    QTimer m_pause; ///< runs while the last wake is too near
    std::atomic<quint64> m_revision = 0; ///< the latest heard of
    std::atomic<size_t> m_count = 0;
    std::atomic<bool> m_isWakeDue = false;

    std::mutex m_mutex; ///< guards all below
    Polls m_polls;
    bool m_isClosed = false;
};

} // namespace pushgate::daemon
