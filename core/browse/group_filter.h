// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/browse/group_row.h"
#include "core/parse/selector.h"

#include <QStringList>

#include <optional>

namespace pushgate::core {

/// Which groups of a list are wanted.
struct GroupFilter {
    /// Case folded. Each must occur in the value of some label; `name=word` in that of this label.
    QStringList words;
    std::optional<GroupState> state;

    std::optional<Selector> selector;

    /// A selector, where the line begins with a brace; else words between blanks.
    /// Errors  BadRequest, those of Selector::parse.
    static Result<GroupFilter> ofLine(const QString& line);

    /// Whether every group passes.
    bool isOpen() const { return words.isEmpty() && !selector && !state; }
    bool accepts(const GroupRow& row, GroupState rowState) const;

    friend bool operator==(const GroupFilter& left, const GroupFilter& right);
};

} // namespace pushgate::core
