// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/state_watch.h"

#include <algorithm>
#include <utility>

namespace pushgate::core {

std::vector<TurnedGroup> StateWatch::update(const GroupModel& groups)
{
    std::vector<Known> known;
    known.reserve(size_t(groups.rowCount()));
    for (int row = 0; row < groups.rowCount(); ++row)
        known.push_back({groups.group(row), groups.state(row)});
    const auto before = std::exchange(m_known, std::move(known));
    if (!before)
        return {};

    std::vector<TurnedGroup> turned;
    auto old = before->begin();
    for (const auto& [row, state] : *m_known) {
        while (old != before->end() && old->row != row && old->row->key < row->key)
            ++old;
        const bool wasThere
            = old != before->end() && (old->row == row || old->row->key == row->key);
        if (state != GroupState::Fresh && (!wasThere || old->state == GroupState::Fresh))
            turned.push_back({row->key, state});
    }
    std::stable_sort(turned.begin(), turned.end(),
        [](const auto& left, const auto& right) { return left.state < right.state; });
    return turned;
}

} // namespace pushgate::core
