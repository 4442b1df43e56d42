// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stale/group_state.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <numeric>

namespace pushgate::core {

/// How many groups are in each state.
class StateCounts {
public:
    int of(GroupState state) const { return m_counts[static_cast<size_t>(state)]; }
    int total() const { return std::accumulate(m_counts.begin(), m_counts.end(), 0); }
    void add(GroupState state, int count = 1) { m_counts[static_cast<size_t>(state)] += count; }
    StateCounts& operator+=(const StateCounts& other)
    {
        std::transform(m_counts.begin(), m_counts.end(), other.m_counts.begin(), m_counts.begin(),
            std::plus<>());
        return *this;
    }

    friend bool operator==(const StateCounts&, const StateCounts&) = default;

private:
    std::array<int, kGroupStates.size()> m_counts{};
};

} // namespace pushgate::core
