// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/snapshot.h"
#include "daemon/routes/router.h"

#include <QThreadPool>

#include <functional>
#include <memory>
#include <optional>

namespace pushgate::daemon {

/// Where answers are made that would keep a worker from its other connections for too long.
/// Threads  any.
class RenderPool {
public:
    /// At most so many series are rendered in place: a few milliseconds' work.
    static constexpr quint64 kSeriesInPlace = 2'000;

    explicit RenderPool(int threads);
    ~RenderPool(); ///< waits for what is under way
    Q_DISABLE_COPY_MOVE(RenderPool)

    /// Makes the reply at once if `snapshot` is small and sound, else in the pool, where it is sent
    /// to `later`. `make` holds copies of all it needs.
    std::optional<Reply> render(
        const core::Snapshot& snapshot, const LateReply& later, std::function<Reply()> make);

    /// Runs `work` in the pool; it holds copies of all it needs.
    void run(std::function<void()> work);

    /// Lets go of `something` in the pool, where it may take long to free, after the calling thread
    /// is back in its event loop, if it has one.
    void release(std::shared_ptr<const void> something);

private:
    std::shared_ptr<QThreadPool> m_pool; ///< never null
};

} // namespace pushgate::daemon
