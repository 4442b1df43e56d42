// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/browse/exposition_text.h"
#include "core/browse/group_details.h"

#include <QByteArray>

namespace pushgate::gui {

/// What it takes to push a group again after it was deleted.
struct GroupBackup {
    /// Partial: native and gauge histograms are lost, which the text format cannot carry.
    using Coverage = core::ExpositionText::Coverage;

    core::GroupingKey key;
    QByteArray body; ///< as core::pushedText, or as a Pushgate gateway gave it
    Coverage coverage = Coverage::Whole;
    QByteArray contentType{}; ///< of `body`; empty: the text format
};

/// Of what a gateway showed as JSON, for gateways that do not give more.
GroupBackup backupOf(const core::GroupDetails& details);

} // namespace pushgate::gui
