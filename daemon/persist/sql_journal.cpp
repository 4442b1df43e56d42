// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/persist/sql_journal.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace pushgate::daemon {

namespace {

    /// As a client reads it: its change is in memory, and trying again does no harm.
    core::Error unwritten(const core::Error& error)
    {
        return {core::Error::Kind::Unavailable,
            "the change could not be written to disk, try again later: " + error.message};
    }

} // namespace

SqlJournal::SqlJournal(Settings settings, CommitMetrics& metrics, Logger& logger)
    : m_settings(settings)
    , m_metrics(metrics)
    , m_logger(logger)
{
}

SqlJournal::~SqlJournal()
{
    (void)stop(); // whoever wants to know has called it before
}

core::Result<SqlJournal::Restored> SqlJournal::open(const QByteArray& path)
{
    auto opened = JournalFile::open(path, [this](const QByteArray& why) {
        m_logger.warn("left out what cannot be taken over", {{"err", why}});
    });
    if (!opened)
        return opened.error();
    if (opened->takeover) {
        m_logger.info("made a persistence file out of a Go Pushgateway's",
            {{"file", path}, {"kept", opened->takeover->kept},
                {"groups", opened->takeover->totals.groups},
                {"refused", opened->takeover->totals.refused}});
    }
    m_file = std::move(opened->file);
    const quint64 revision = m_file->revision();
    m_metrics.recorded = revision;
    m_metrics.durable = revision;
    return Restored{std::move(opened->groups), revision, m_file->epoch()};
}

void SqlJournal::start(JournalFile::Everything everything, std::optional<quint64> revision)
{
    if (revision) {
        m_metrics.recorded = *revision;
        m_metrics.durable = *revision;
    }
    m_everything = [this, everything = std::move(everything)] {
        {
            // What is pending goes into a file then that knows a part of it already.
            const std::lock_guard lock(m_mutex);
            m_pending.keepTraces();
        }
        return everything();
    };
    m_thread = std::thread([this] { run(); });
}

core::Status SqlJournal::stop()
{
    if (m_thread.joinable()) {
        {
            const std::lock_guard lock(m_mutex);
            m_isStopping = true;
        }
        m_wake.notify_one();
        m_thread.join();
        m_file.reset();
    }
    const std::lock_guard lock(m_mutex);
    if (m_pending.isEmpty() || !m_failure)
        return core::ok();
    return *m_failure;
}

void SqlJournal::changed(const core::Change& change)
{
    const std::lock_guard lock(m_mutex);
    const bool isFirst = m_pending.isEmpty();
    m_pending.add(change);
    m_metrics.recorded.store(change.revision, std::memory_order_release);
    if (isFirst)
        m_wake.notify_one();
}

std::optional<core::Status> SqlJournal::settled(quint64 revision) const
{
    if (m_metrics.durable.load(std::memory_order_acquire) >= revision)
        return core::ok();
    if (!isRelaxed())
        return std::nullopt;
    const auto error = obstacle();
    return error ? core::Status(*error) : core::ok();
}

void SqlJournal::await(quint64 revision, Settled settled)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_metrics.durable.load(std::memory_order_relaxed) < revision) {
            m_waiting.push_back({revision, std::move(settled)});
            return;
        }
    }
    settled(core::ok());
}

std::optional<core::Error> SqlJournal::obstacle() const
{
    const std::lock_guard lock(m_mutex);
    return m_failure ? std::optional(unwritten(*m_failure)) : std::nullopt;
}

SqlJournal::Clock::time_point SqlJournal::due() const
{
    if (m_failure)
        return m_lastAttempt + m_settings.retryPause;
    return isRelaxed() ? m_lastAttempt + m_settings.interval : m_lastAttempt;
}

/// False once there is nothing more to do.
bool SqlJournal::waitForWork(std::unique_lock<std::mutex>& lock)
{
    for (;;) {
        if (m_isStopping)
            return !m_pending.isEmpty();
        if (m_pending.isEmpty())
            m_wake.wait(lock);
        else if (const auto at = due(); Clock::now() < at)
            m_wake.wait_until(lock, at);
        else
            return true;
    }
}

void SqlJournal::run()
{
    std::unique_lock lock(m_mutex);
    while (waitForWork(lock)) {
        const bool isLast = m_isStopping;
        writePending(lock);
        if (isLast && m_failure)
            break;
    }
    m_file->close();
}

void SqlJournal::writePending(std::unique_lock<std::mutex>& lock)
{
    ChangeBatch batch = std::exchange(m_pending, {});
    m_lastAttempt = Clock::now();
    const quint64 attempted = batch.revision();

    lock.unlock();
    const core::Status status = m_file->write(batch, m_everything);
    if (status)
        batch = {}; // freed without the lock
    lock.lock();

    if (status)
        noteSuccess();
    else
        noteFailure(status.error(), std::move(batch));
    const auto waiting = takeWaiting(status ? m_file->revision() : attempted);

    lock.unlock();
    const core::Status told = status ? status : core::Status(unwritten(status.error()));
    for (const Waiting& one : waiting)
        one.settled(told);
    lock.lock();
}

void SqlJournal::noteSuccess()
{
    const auto now = Clock::now();
    m_metrics.commits.fetch_add(1);
    m_metrics.durations.observe(std::chrono::duration<double>(now - m_lastAttempt).count(), now);
    m_metrics.durable.store(m_file->revision(), std::memory_order_release);
    if (m_failure)
        m_logger.info("metrics are persisted again", {{"file", m_file->path()}});
    else if (isRelaxed())
        m_logger.info("metrics persisted", {{"file", m_file->path()}});
    m_failure.reset();
}

void SqlJournal::noteFailure(const core::Error& error, ChangeBatch batch)
{
    m_metrics.errors.fetch_add(1);
    if (!m_failure || *m_failure != error) // else it was said before
        m_logger.error("error persisting metrics", {{"err", error.message}});
    m_failure = error;
    if (m_pending.isEmpty())
        std::swap(m_pending, batch);
    m_pending.prepend(std::move(batch)); // also if it is empty now: the file may hold the other
}

/// Those that wait for nothing beyond `revision`.
std::vector<SqlJournal::Waiting> SqlJournal::takeWaiting(quint64 revision)
{
    const auto kept = std::stable_partition(m_waiting.begin(), m_waiting.end(),
        [revision](const Waiting& one) { return one.revision > revision; });
    std::vector<Waiting> taken(
        std::make_move_iterator(kept), std::make_move_iterator(m_waiting.end()));
    m_waiting.erase(kept, m_waiting.end());
    return taken;
}

} // namespace pushgate::daemon
