// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/activity.h"

namespace pushgate::core {

namespace {

    constexpr qint64 kShown = 60;
    constexpr qint64 kKept = 2 * kShown; // late news still find their minute

    qint64 minuteNumber(TimePoint time)
    {
        return std::chrono::floor<std::chrono::minutes>(time.time_since_epoch()).count();
    }

    bool isLater(const std::optional<TimePoint>& after, const std::optional<TimePoint>& before)
    {
        return after && (!before || *after > *before);
    }

} // namespace

void ActivityLog::note(const GroupRow* before, const GroupRow& after)
{
    if (isLater(after.pushTime, before != nullptr ? before->pushTime : std::nullopt))
        ++minuteOf(*after.pushTime).pushes;
    if (isLater(after.failureTime, before != nullptr ? before->failureTime : std::nullopt))
        ++minuteOf(*after.failureTime).failures;
    if (!m_minutes.empty())
        m_minutes.erase(
            m_minutes.begin(), m_minutes.lower_bound(m_minutes.rbegin()->first - kKept));
}

ActivityLog::Counts& ActivityLog::minuteOf(TimePoint time)
{
    return m_minutes[minuteNumber(time)];
}

Activity ActivityLog::lastHour(TimePoint now) const
{
    Activity activity;
    const qint64 last = minuteNumber(now);
    for (qint64 minute = last - kShown + 1; minute <= last; ++minute) {
        const auto found = m_minutes.find(minute);
        const Counts counts = found == m_minutes.end() ? Counts{} : found->second;
        activity.pushes.push_back(counts.pushes);
        activity.failures.push_back(counts.failures);
    }
    return activity;
}

} // namespace pushgate::core
