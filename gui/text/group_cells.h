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
};

} // namespace pushgate::gui
