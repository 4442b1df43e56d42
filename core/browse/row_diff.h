// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal> // moc cannot read <compare> before it

#include <compare>
#include <span>
#include <vector>

namespace pushgate::core {

/// One step on the way from a list to another. `first` counts in the list as it is when the step
/// is due; everything before it is then already as in the new list, so that inserted and updated
/// rows are those of the new list at the same positions.
struct RowStep {
    enum class Kind { Remove, Insert, Update };

    Kind kind = Kind::Update;
    int first = 0;
    int count = 0;

    friend bool operator==(const RowStep&, const RowStep&) = default;
};

/// Adds one row to the last step where it continues it, else as a step of its own.
inline void appendRow(std::vector<RowStep>& steps, RowStep::Kind kind, int row)
{
    if (!steps.empty() && steps.back().kind == kind) {
        RowStep& last = steps.back();
        if (row == (kind == RowStep::Kind::Remove ? last.first : last.first + last.count)) {
            ++last.count;
            return;
        }
    }
    steps.push_back({kind, row, 1});
}

/// The steps that turn `before` into `after`, fewest for rows that keep their order.
/// Input   both lists ascending by `order(a, b)`, a std::strong_ordering, no two rows equal in it;
///         `same(a, b)` says whether a row that is in both needs no update.
/// Cost    O(rows of both).
template <typename Row, typename Order, typename Same>
std::vector<RowStep> rowDiff(
    std::span<const Row> before, std::span<const Row> after, Order order, Same same)
{
    std::vector<RowStep> steps;
    int row = 0;
    for (size_t old = 0, now = 0; old < before.size() || now < after.size();) {
        const auto which = old == before.size() ? std::strong_ordering::greater
            : now == after.size()               ? std::strong_ordering::less
                                                : order(before[old], after[now]);
        if (which == std::strong_ordering::less) {
            appendRow(steps, RowStep::Kind::Remove, row);
            ++old;
            continue;
        }
        if (which == std::strong_ordering::greater)
            appendRow(steps, RowStep::Kind::Insert, row);
        else if (!same(before[old++], after[now]))
            appendRow(steps, RowStep::Kind::Update, row);
        ++now;
        ++row;
    }
    return steps;
}

} // namespace pushgate::core
