// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/browse/group_row.h"

#include <QStringList>

#include <optional>

namespace pushgate::core {

/// Which groups of a list are wanted.
struct GroupFilter {
    /// Case folded. Each must occur in the value of some label; `name=word` in that of this label.
    QStringList words;
    std::optional<GroupState> state;

    /// Words are what stands between blanks.
    static GroupFilter ofLine(const QString& line);

    /// Whether every group passes.
    bool isOpen() const { return words.isEmpty() && !state; }
    bool accepts(const GroupRow& row, GroupState rowState) const;

    friend bool operator==(const GroupFilter&, const GroupFilter&) = default;
};

} // namespace pushgate::core
