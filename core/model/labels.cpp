// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/labels.h"

#include "core/base/go_quote.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace pushgate::core {

namespace {

    bool nameLess(const Label& left, const Label& right)
    {
        return left.name < right.name;
    }

} // namespace

Result<Labels> Labels::from(std::vector<Label> labels)
{
    std::sort(labels.begin(), labels.end(), nameLess);
    const auto twice = std::adjacent_find(labels.cbegin(), labels.cend(),
        [](const Label& left, const Label& right) { return left.name == right.name; });
    if (twice != labels.cend())
        return badRequest("label name " + goQuote(twice->name) + " is given more than once");

    Labels set;
    set.m_labels = std::move(labels);
    return set;
}

std::optional<size_t> Labels::indexOf(QByteArrayView name) const
{
    const auto found = std::lower_bound(m_labels.cbegin(), m_labels.cend(), name,
        [](const Label& label, QByteArrayView wanted) { return label.name < wanted; });
    if (found == m_labels.cend() || found->name != name)
        return std::nullopt;
    return static_cast<size_t>(found - m_labels.cbegin());
}

std::optional<QByteArrayView> Labels::value(QByteArrayView name) const
{
    const auto index = indexOf(name);
    if (!index)
        return std::nullopt;
    return QByteArrayView(m_labels[*index].value);
}

Labels Labels::overriddenBy(const Labels& other) const
{
    Labels merged;
    merged.m_labels.reserve(size() + other.size());
    // Of two equal elements set_union takes the one of the first range.
    std::set_union(
        other.begin(), other.end(), begin(), end(), std::back_inserter(merged.m_labels), nameLess);
    return merged;
}

} // namespace pushgate::core
