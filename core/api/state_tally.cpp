// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/state_tally.h"

#include <algorithm>

namespace pushgate::core {

StateCounts StateTally::of(const std::vector<ListedGroupPtr>& groups, TimePoint now)
{
    const std::lock_guard lock(m_mutex);
    if (m_count && now >= m_count->from && (!m_count->until || now <= *m_count->until))
        return m_count->states;
    Count count;
    count.from = now;
    for (const ListedGroupPtr& group : groups) {
        const GroupStanding& standing = group->standing();
        const GroupState state = standing.at(now);
        count.states.add(state);
        if (state == GroupState::Fresh && standing.due())
            count.until = std::min(count.until.value_or(TimePoint::max()), *standing.due());
    }
    m_count = count;
    return count.states;
}

} // namespace pushgate::core
