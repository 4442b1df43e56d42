// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/listed_group.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

namespace pushgate::core {

/// An order of groups; total, since groups that are equal in it go by their keys.
struct GroupSort {
    enum class By : quint8 { Key, Age, Series, Job };
    enum class Direction : quint8 { Ascending, Descending };

    By by = By::Key;
    Direction direction = Direction::Ascending;

    /// `key`, `age`, `series` or `job`, with a `-` in front for descending. BadRequest: none of
    /// them.
    static Result<GroupSort> fromName(QByteArrayView name);
    friend bool operator==(const GroupSort&, const GroupSort&) = default;
};

/// A place in a sorted list of groups. It stays where it is, whatever is added, removed or changed
/// around it.
struct GroupCursor {
    GroupSort sort;
    qint64 rank = 0; ///< what is sorted by, ascending whatever the direction; 0 for keys
    QByteArray key; ///< encoded; behind the job, if it goes by that
    TimePoint asOf; ///< when the first page was asked for

    static GroupCursor at(const ListedGroup& group, GroupSort sort, TimePoint asOf);
    bool isBefore(const GroupCursor& other) const; ///< of the same sort

    /// For a client, who need not understand it.
    QByteArray toText() const;
    /// Errors  BadRequest: not made by `toText`.
    static Result<GroupCursor> fromText(QByteArrayView text);
    friend bool operator==(const GroupCursor&, const GroupCursor&) = default;
};

} // namespace pushgate::core
