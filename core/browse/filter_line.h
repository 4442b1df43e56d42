// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace pushgate::core {

/// Ages that are wanted; from inclusive, to exclusive.
struct AgeBounds {
    std::optional<std::chrono::nanoseconds> from;
    std::optional<std::chrono::nanoseconds> to;

    bool isOpen() const { return !from && !to; }
    friend bool operator==(const AgeBounds&, const AgeBounds&) = default;
};

/// What somebody typed to filter groups, taken apart but not understood yet.
/// Shape   `{selector} word age>1h age<2d`: each part may be missing, the selector comes first.
struct FilterLine {
    QString selector; ///< with its braces; without the closing one, all that follows belongs to it
    QStringList words;
    QStringList ages; ///< the words that begin with `age>` or `age<`

    static FilterLine of(const QString& text);
    QString text() const; ///< one line that comes apart into the same
    /// The same with these bounds of the age instead of its own, to the second.
    FilterLine withAges(const AgeBounds& bounds) const;

    friend bool operator==(const FilterLine&, const FilterLine&) = default;
};

} // namespace pushgate::core
