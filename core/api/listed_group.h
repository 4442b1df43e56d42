// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/lazy_number.h"
#include "core/model/group.h"
#include "core/stale/group_state.h"
#include "core/stale/staleness_rules.h"

#include <memory>

namespace pushgate::core {

/// A group with all that a listing says of it and that does not change until the group or the
/// rules do.
/// Threads immutable: read from any thread.
class ListedGroup {
public:
    /// Cost    O(families), and the selectors of the rules.
    ListedGroup(GroupPtr group, const StalenessRules& rules);

    const GroupPtr& group() const { return m_group; }
    const QByteArray& key() const { return m_group->key.encoded(); }
    const StalenessLimits& limits() const { return m_limits; }
    const GroupStanding& standing() const { return m_standing; }
    quint64 series() const { return m_series; }
    /// Of the group's text exposition, were it the only one. O(series) when first asked.
    qint64 textBytes() const;

private:
    GroupPtr m_group;
    StalenessLimits m_limits;
    GroupStanding m_standing;
    quint64 m_series = 0;
    LazyNumber m_textBytes;
};

using ListedGroupPtr = std::shared_ptr<const ListedGroup>;

} // namespace pushgate::core
