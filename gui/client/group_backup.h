// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/browse/group_details.h"

#include <QByteArray>

namespace pushgate::gui {

/// What it takes to push a group again after it was deleted.
struct GroupBackup {
    enum class Coverage {
        Whole,
        Partial ///< native and gauge histograms are lost, which the text format cannot carry
    };

    core::GroupingKey key;
    QByteArray body; ///< text format; without push times and grouping labels
    Coverage coverage = Coverage::Whole;
};

GroupBackup backupOf(const core::GroupDetails& details);

} // namespace pushgate::gui
