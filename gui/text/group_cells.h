// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/browse/group_words.h"

namespace pushgate::gui {

QString stateWord(core::GroupState state); ///< `Failed`
/// Why a group is in its state, as one sentence.
QString stateReason(const core::GroupMoment& moment);
/// `{job="a",instance="b"}`
QString groupTitle(const core::GroupingKey& key);

/// The words of the table of groups in the language of the user.
class GroupCells final : public core::GroupWords {
public:
    QString header(core::GroupColumn column) const override;
    QString cell(const core::GroupMoment& moment, core::GroupColumn column) const override;
    QString toolTip(const core::GroupMoment& moment, core::GroupColumn column) const override;
    QString labels(const core::GroupRow& row, std::span<const QByteArray> apart) const override;
    QString branchTitle(const core::GroupBranch& branch) const override;
    QString branchCell(const core::GroupBranch& branch, core::GroupColumn column,
        core::TimePoint now) const override;
    QString branchToolTip(const core::GroupBranch& branch, core::GroupColumn column,
        core::TimePoint now) const override;
};

} // namespace pushgate::gui
