// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/browse/group_details.h"

#include <cstddef>
#include <map>
#include <span>
#include <vector>

namespace pushgate::core {

/// The values of series as they were seen while somebody watched, one for each push that was seen.
/// Memory is bounded: of a series the latest values stay; beyond the bound of all values the groups
/// that were seen longest ago are forgotten, then the oldest values of the last one.
class ValueHistory {
public:
    struct Bounds {
        size_t ofSeries = 1000;
        size_t ofAll = 100'000; ///< 16 bytes each
    };
    struct Point {
        TimePoint time; ///< of the push
        double value = 0; ///< of a summary or histogram its count; may be NaN or infinite

        friend bool operator==(const Point&, const Point&) = default;
    };

    ValueHistory()
        : ValueHistory(Bounds())
    {
    }
    explicit ValueHistory(Bounds bounds)
        : m_bounds(bounds)
    {
    }

    /// Takes down the values of a group; nothing if its push is one already seen. Series that are
    /// gone are forgotten; an earlier push than the last one seen is that of another life of the
    /// group, whose history begins anew. What gateways add themselves is passed over.
    /// Cost  O(series log series), and O(values) when a bound is met.
    void observe(const GroupDetails& details);
    /// The group was deleted.
    void forget(const GroupingKey& key) { m_groups.erase(key); }
    /// Ascending by time; valid until the next change.
    std::span<const Point> of(
        const GroupingKey& key, const QByteArray& family, const Labels& labels) const;

private:
    using Points = std::vector<Point>;
    using Series = std::map<Labels, Points>;
    struct Watched {
        TimePoint pushTime;
        quint64 seen = 0; ///< grows with each observation
        std::map<QByteArray, Series> families;

        size_t points() const;
        bool dropOldest(); ///< of each series that has more than one; false: there is none
    };

    void keepBounds(Watched& latest);

    Bounds m_bounds;
    quint64 m_observations = 0;
    std::map<GroupingKey, Watched> m_groups;
};

} // namespace pushgate::core
