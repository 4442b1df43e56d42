// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/long_polls.h"

#include <algorithm>
#include <utility>

namespace pushgate::daemon {

LongPolls::LongPolls(RenderPool& pool, QObject* parent)
    : QObject(parent)
    , m_pool(pool)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &LongPolls::expire);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    m_pause.setTimerType(Qt::PreciseTimer);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (m_isWakeDue)
            wake();
    });
}

bool LongPolls::wait(Poll poll)
{
    const auto deadline = Clock::now() + poll.wait;
    {
        const std::lock_guard lock(m_mutex);
        if (m_isClosed || m_polls.size() >= kMostWaiting)
            return false;
        // Counted first: a change either sees the count, or is seen here.
        ++m_count;
        if (m_revision > poll.since) {
            --m_count;
            return false;
        }
        const auto added = m_polls.emplace(deadline, std::move(poll));
        if (added != m_polls.begin())
            return true;
    }
    QMetaObject::invokeMethod(this, &LongPolls::setTimer, Qt::QueuedConnection);
    return true;
}

void LongPolls::changed(const core::Change& change)
{
    m_revision = change.revision;
    if (m_count > 0 && !m_isWakeDue.exchange(true))
        QMetaObject::invokeMethod(this, &LongPolls::wake, Qt::QueuedConnection);
}

void LongPolls::wake()
{
    if (m_pause.isActive())
        return; // it is due when the pause ends
    m_isWakeDue = false;
    const quint64 revision = m_revision;
    auto due
        = take([revision](const Polls::value_type& poll) { return poll.second.since < revision; });
    if (due.empty())
        return;
    m_pause.start();
    answer(std::move(due));
}

void LongPolls::expire()
{
    const auto now = Clock::now();
    answer(take([now](const Polls::value_type& poll) { return poll.first <= now; }));
    setTimer();
}

void LongPolls::setTimer()
{
    const std::lock_guard lock(m_mutex);
    if (m_polls.empty())
        return m_timer.stop();
    const auto left
        = std::chrono::ceil<std::chrono::milliseconds>(m_polls.begin()->first - Clock::now());
    m_timer.start(std::max(left, std::chrono::milliseconds(0)));
}

template <typename IsDue>
std::vector<LongPolls::Poll> LongPolls::take(IsDue&& isDue)
{
    std::vector<Poll> due;
    const std::lock_guard lock(m_mutex);
    for (auto next = m_polls.begin(); next != m_polls.end();) {
        const auto current = next++;
        if (!isDue(*current))
            continue;
        due.push_back(std::move(current->second));
        m_polls.erase(current);
    }
    m_count -= due.size();
    return due;
}

void LongPolls::answer(std::vector<Poll> polls)
{
    std::sort(polls.begin(), polls.end(),
        [](const Poll& left, const Poll& right) { return left.question < right.question; });
    for (auto begin = polls.begin(); begin != polls.end();) {
        const auto end = std::find_if(begin, polls.end(),
            [begin](const Poll& poll) { return poll.question != begin->question; });
        std::vector<LateReply> askers;
        std::transform(
            begin, end, std::back_inserter(askers), [](const Poll& poll) { return poll.later; });
        m_pool.run([answer = std::move(begin->answer), askers = std::move(askers)] {
            const Reply reply = answer();
            for (const LateReply& asker : askers)
                asker.send(reply);
        });
        begin = end;
    }
}

void LongPolls::close()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isClosed = true;
    }
    m_timer.stop();
    answer(take([](const Polls::value_type&) { return true; }));
}

} // namespace pushgate::daemon
