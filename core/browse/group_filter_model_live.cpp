// SPDX-License-Identifier: GPL-3.0-or-later
// How the model follows what happens at the gateway without moving anything.
#include "core/browse/group_filter_model.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace pushgate::core {

namespace {

    int toInt(size_t number)
    {
        return static_cast<int>(number);
    }

} // namespace

void GroupFilterModel::takeInserted(const QModelIndex&, int first, int last)
{
    const int added = last - first + 1;
    for (const auto& branch : m_branches) {
        for (int& row : branch->rows)
            row += row >= first ? added : 0;
    }
    m_places.insert(m_places.begin() + first, size_t(added), Place{});

    std::vector<int> wanted;
    for (int row = first; row <= last; ++row) {
        if (m_filter.accepts(m_groups.moment(row)))
            wanted.push_back(row);
    }
    sortRows(wanted);
    if (isFlat()) {
        append(*m_branches.front(), wanted);
        return;
    }
    Branches fresh;
    for (auto& branch : branchesOf(wanted)) {
        if (Branch* const known = m_branchOf.value(branch->value))
            append(*known, branch->rows);
        else
            fresh.push_back(std::move(branch));
    }
    append(std::move(fresh));
}

void GroupFilterModel::append(Branch& branch, const std::vector<int>& sourceRows)
{
    if (sourceRows.empty())
        return;
    const size_t end = branch.rows.size();
    beginInsertRows(branchIndex(branch), toInt(end), toInt(end + sourceRows.size()) - 1);
    branch.rows.insert(branch.rows.end(), sourceRows.begin(), sourceRows.end());
    renumber(branch, end);
    endInsertRows();
    tellFigures(branch);
}

void GroupFilterModel::append(Branches branches)
{
    if (branches.empty())
        return;
    sortBranches(branches);
    const size_t end = m_branches.size();
    beginInsertRows({}, toInt(end), toInt(end + branches.size()) - 1);
    for (auto& branch : branches) {
        branch->place = toInt(m_branches.size());
        m_branchOf.insert(branch->value, branch.get());
        renumber(*branch, 0);
        m_branches.push_back(std::move(branch));
    }
    endInsertRows();
}

void GroupFilterModel::dropDoomed(const QModelIndex&, int first, int last)
{
    std::vector<Branch*> touched;
    for (int row = first; row <= last; ++row) {
        if (Branch* const branch = m_places[size_t(row)].branch)
            touched.push_back(branch);
    }
    std::sort(touched.begin(), touched.end());
    touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
    for (Branch* const branch : touched) {
        const bool isDoomed = std::all_of(branch->rows.begin(), branch->rows.end(),
            [&](int row) { return row >= first && row <= last; });
        if (isDoomed && !isFlat())
            drop(*branch);
        else
            drop(*branch, first, last);
    }
}

void GroupFilterModel::drop(Branch& branch)
{
    const int place = branch.place;
    beginRemoveRows({}, place, place);
    for (const int row : branch.rows)
        m_places[size_t(row)] = {};
    m_branchOf.remove(branch.value);
    m_branches.erase(m_branches.begin() + place);
    for (auto at = size_t(place); at < m_branches.size(); ++at)
        m_branches[at]->place = toInt(at);
    endRemoveRows();
}

void GroupFilterModel::drop(Branch& branch, int first, int last)
{
    const auto isDoomed = [&](int row) { return row >= first && row <= last; };
    std::vector<int>& rows = branch.rows;
    for (size_t end = rows.size(); end > 0; --end) {
        if (!isDoomed(rows[end - 1]))
            continue;
        size_t begin = end - 1;
        while (begin > 0 && isDoomed(rows[begin - 1]))
            --begin;
        beginRemoveRows(branchIndex(branch), toInt(begin), toInt(end) - 1);
        for (size_t row = begin; row < end; ++row)
            m_places[size_t(rows[row])] = {};
        rows.erase(rows.begin() + ptrdiff_t(begin), rows.begin() + ptrdiff_t(end));
        renumber(branch, begin);
        endRemoveRows();
        end = begin + 1;
    }
    tellFigures(branch);
}

void GroupFilterModel::closeGap(const QModelIndex&, int first, int last)
{
    for (const auto& branch : m_branches) {
        for (int& row : branch->rows)
            row -= row > last ? last - first + 1 : 0;
    }
    m_places.erase(m_places.begin() + first, m_places.begin() + last + 1);
}

void GroupFilterModel::passOn(const QModelIndex& topLeft, const QModelIndex& bottomRight)
{
    // One row is told of exactly, of more the whole branches that they are in.
    std::vector<Branch*> touched;
    for (int row = topLeft.row(); row <= bottomRight.row(); ++row) {
        Branch* const branch = m_places[size_t(row)].branch;
        if (branch != nullptr && (touched.empty() || touched.back() != branch))
            touched.push_back(branch);
    }
    std::sort(touched.begin(), touched.end());
    touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
    for (Branch* const branch : touched) {
        const bool isOne = topLeft.row() == bottomRight.row();
        const int first = isOne ? m_places[size_t(topLeft.row())].row : 0;
        const int last = isOne ? first : toInt(branch->rows.size()) - 1;
        emit dataChanged(createIndex(first, topLeft.column(), branch),
            createIndex(last, bottomRight.column(), branch));
        tellFigures(*branch);
    }
}

void GroupFilterModel::tellFigures(Branch& branch)
{
    branch.figures.reset();
    if (!isFlat())
        emit dataChanged(branchIndex(branch), branchIndex(branch, columnCount() - 1));
}

} // namespace pushgate::core
