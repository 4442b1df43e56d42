// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/browse/filter_line.h"
#include "core/browse/group_words.h"
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
    /// Of the last push that succeeded, else of the first that failed.
    AgeBounds ages;

    /// A selector in braces, then words between blanks, then `age>1h` and `age<2d`; all may be
    /// missing. Of several bounds of a kind the narrowest counts.
    /// Errors  BadRequest: those of Selector::parse, an age that is no duration.
    static Result<GroupFilter> ofLine(const QString& line);

    /// Whether every group passes.
    bool isOpen() const { return words.isEmpty() && !selector && !state && ages.isOpen(); }
    bool accepts(const GroupMoment& moment) const;

    friend bool operator==(const GroupFilter& left, const GroupFilter& right);
};

} // namespace pushgate::core
