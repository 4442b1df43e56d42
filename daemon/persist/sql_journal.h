// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/change_sink.h"
#include "daemon/log/logger.h"
#include "daemon/persist/change_batch.h"
#include "daemon/persist/durability.h"
#include "daemon/persist/journal_file.h"
#include "daemon/telemetry/commit_metrics.h"

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace pushgate::daemon {

/// Brings the changes of a store to disk, in order, on a thread of its own. Each commit takes all
/// that came up while the one before was synced, so that the file always holds a whole past state
/// of the store.
/// A commit that fails is tried again, with what came since, until it works; meanwhile nothing is
/// acknowledged.
/// Order    open, start, stop; `changed` only in between.
/// Threads  `changed` and Durability's from any thread; the rest from the one that made it.
class SqlJournal final
    : public core::ChangeSink
    , public Durability {
public:
    using Nanoseconds = std::chrono::nanoseconds;

    struct Settings {
        /// Zero or less: a change is acknowledged once it is on disk. Else it is at once, and is
        /// written when so much time has passed since the last commit began.
        Nanoseconds interval{0};
        Nanoseconds retryPause = std::chrono::milliseconds(250); ///< after a failure
    };

    /// `metrics` and `logger` must outlive the journal.
    SqlJournal(Settings settings, CommitMetrics& metrics, Logger& logger);
    ~SqlJournal() override; ///< stops

    struct Restored {
        std::vector<core::GroupPtr> groups;
        quint64 revision = 0;
        QByteArray epoch; ///< drawn when the file was made
    };
    /// Opens the file, or makes it, and returns what was in it.
    core::Result<Restored> open(const QByteArray& path);

    /// `everything`: what is stored, to make the file again if it is lost; called on the journal's
    /// thread. `revision`: from which the store goes on, if not from that of the file.
    void start(JournalFile::Everything everything, std::optional<quint64> revision = {});

    /// Writes what is owed, and closes the file. Nobody changes the store any more.
    /// Errors  Unavailable: it could not be written.
    core::Status stop();

    void changed(const core::Change& change) override;

    std::optional<core::Status> settled(quint64 revision) const override;
    void await(quint64 revision, Settled settled) override;
    std::optional<core::Error> obstacle() const override;

private:
    using Clock = std::chrono::steady_clock;

    struct Waiting {
        quint64 revision;
        Settled settled;
    };

    bool isRelaxed() const { return m_settings.interval > Nanoseconds::zero(); }
    Clock::time_point due() const;
    bool waitForWork(std::unique_lock<std::mutex>& lock);
    void run();
    void writePending(std::unique_lock<std::mutex>& lock);
    void noteSuccess();
    void noteFailure(const core::Error& error, ChangeBatch batch);
    std::vector<Waiting> takeWaiting(quint64 revision);

    const Settings m_settings;
    CommitMetrics& m_metrics;
    Logger& m_logger;
    std::unique_ptr<JournalFile> m_file; ///< the journal's thread's, while that runs
    JournalFile::Everything m_everything;
    std::thread m_thread;

    mutable std::mutex m_mutex; ///< guards all below; taken after the store's
    std::condition_variable m_wake;
    ChangeBatch m_pending;
    std::vector<Waiting> m_waiting;
    std::optional<core::Error> m_failure; ///< of the last attempt
    Clock::time_point m_lastAttempt = Clock::now(); ///< when it began
    bool m_isStopping = false;
};

} // namespace pushgate::daemon
