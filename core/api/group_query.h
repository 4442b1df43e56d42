// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/group_catalog.h"
#include "core/api/group_cursor.h"

#include <bitset>
#include <optional>
#include <vector>

namespace pushgate::core {

/// Which groups are meant.
struct GroupConditions {
    using States = std::bitset<kGroupStates.size()>;

    std::vector<Selector> match; ///< any of them; none: every group
    std::optional<States> states; ///< by number of GroupState
    std::optional<std::chrono::nanoseconds> olderThan; ///< age at least
    std::vector<QByteArray> keys{}; ///< of these groups, encoded, ascending; none: of any

    bool empty() const { return keys.empty() && match.empty() && !states && !olderThan; }
    bool names(QByteArrayView key) const; ///< `keys` does; O(log keys)
    bool matches(const Labels& labels) const;
    bool isOldEnough(const ListedGroup& group, TimePoint now) const;
    bool hasState(const ListedGroup& group, TimePoint now) const;
    bool accepts(const ListedGroup& group, TimePoint now) const; ///< all four
};

struct GroupQuery {
    GroupConditions conditions;
    GroupSort sort;
    std::optional<size_t> limit; ///< groups on a page
    std::optional<GroupCursor> after; ///< of the same sort
};

struct GroupPage {
    /// Those that are named, match and are old enough, whatever their state and page.
    StateCounts states;
    std::vector<ListedGroupPtr> groups;
    std::optional<GroupCursor> next; ///< absent on the last page
};

/// Conditions on age and state hold as of the first page, so that no group drops in or out
/// between pages only because time passes; `states` are as of `now`.
/// Cost    O(groups), or O(log groups) for each key that is named, and the selectors;
///         O(n log n) of what is found where it is not sorted by key.
GroupPage selectGroups(const ListedGroups& groups, const GroupQuery& query, TimePoint now);

} // namespace pushgate::core
