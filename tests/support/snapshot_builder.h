// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/snapshot.h"

#include <vector>

namespace pushgate::tests {

/// Makes a snapshot out of groups, as a store that took them in this order would.
class SnapshotBuilder {
public:
    /// Families get the grouping labels and `instance`, as by a push; no push times are added.
    SnapshotBuilder& add(const std::vector<core::Label>& grouping,
        std::vector<core::MetricFamily> families, core::TimePoint pushedAt = {});

    core::Snapshot build() { return std::move(m_snapshot); }

private:
    core::Snapshot m_snapshot;
    quint64 m_order = 0;
};

} // namespace pushgate::tests
