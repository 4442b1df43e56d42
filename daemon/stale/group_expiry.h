// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/group_catalog.h"
#include "core/base/clock.h"
#include "core/store/metric_store.h"
#include "daemon/routes/render_pool.h"
#include "daemon/stale/rules_in_force.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <chrono>

namespace pushgate::daemon {

class Logger;

/// Deletes groups once they are older than a rule allows, and lets go of a listing that nobody
/// asks for any more.
/// Threads  the one that made it, which runs an event loop; `sweep` and `expired` from any.
class GroupExpiry final : public QObject {
    Q_OBJECT
public:
    /// Groups are deleted within twice this time.
    static constexpr std::chrono::seconds kInterval{4};

    /// All must outlive this and the pool's work.
    struct Parts {
        core::MetricStore& store;
        core::GroupCatalog& catalog;
        const RulesInForce& rules;
        const core::Clock& clock;
        Logger& logger;
        RenderPool& pool;
    };

    explicit GroupExpiry(const Parts& parts, QObject* parent = nullptr);

    void start() { m_timer.start(); }
    void stop() { m_timer.stop(); }

    /// Deletes what has expired by now. O(groups) if a rule deletes, else nothing.
    void sweep();

    quint64 expired() const { return m_expired; } ///< groups deleted so far

private:
    void tick();

    const Parts m_parts;
    QTimer m_timer;
    int m_ticks = 0;
    std::atomic<bool> m_isSweeping = false;
    std::atomic<quint64> m_expired = 0;
};

} // namespace pushgate::daemon
