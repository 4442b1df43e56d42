// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/browse/group_row.h"

#include <QString>

namespace pushgate::core {

/// What a list of groups can show of each.
enum class GroupColumn {
    State,
    Job,
    Instance,
    Labels,
    LastPush,
    Rhythm,
    Due,
    Series,
    Families,
    Bytes
};

inline constexpr int kGroupColumnCount = 10;

/// A row together with what depends on the time at which it is looked at.
struct GroupMoment {
    const GroupRow& row;
    GroupState state;
    TimePoint now;
};

/// What GroupModel asks of those who speak to people, whose language core does not know.
class GroupWords {
public:
    virtual ~GroupWords() = default;
    virtual QString header(GroupColumn column) const = 0;
    virtual QString cell(const GroupMoment& moment, GroupColumn column) const = 0;
    virtual QString toolTip(const GroupMoment& moment, GroupColumn column) const = 0;
};

} // namespace pushgate::core
