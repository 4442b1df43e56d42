// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/browse/group_branch.h"
#include "core/browse/group_row.h"

#include <QByteArray>
#include <QString>

#include <span>

namespace pushgate::core {

/// What a list of groups can show of each, besides single labels.
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
    GroupState state = GroupState::Fresh;
    TimePoint now;
};

/// What GroupModel asks of those who speak to people, whose language core does not know.
class GroupWords {
public:
    virtual ~GroupWords() = default;
    virtual QString header(GroupColumn column) const = 0;
    virtual QString cell(const GroupMoment& moment, GroupColumn column) const = 0;
    virtual QString toolTip(const GroupMoment& moment, GroupColumn column) const = 0;
    /// The labels but those in `apart`, which are shown elsewhere.
    virtual QString labels(const GroupRow& row, std::span<const QByteArray> apart) const = 0;
    /// What all groups of a branch have in common, and how many they are.
    virtual QString branchTitle(const GroupBranch& branch) const = 0;
    virtual QString branchCell(
        const GroupBranch& branch, GroupColumn column, TimePoint now) const = 0;
    virtual QString branchToolTip(
        const GroupBranch& branch, GroupColumn column, TimePoint now) const = 0;
};

} // namespace pushgate::core
