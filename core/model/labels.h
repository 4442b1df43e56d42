// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <compare>
#include <cstddef>
#include <optional>
#include <vector>

namespace pushgate::core {

/// One name and its value, both UTF-8; ordered by name, then by value, bytewise.
struct Label {
    QByteArray name;
    QByteArray value;

    friend bool operator==(const Label&, const Label&) = default;
    friend std::strong_ordering operator<=>(const Label&, const Label&) = default;
};

/// A label set. Invariant: names are unique and sorted bytewise; values are any bytes.
/// Names are not held against a naming scheme here, see core/model/name_rules.h.
class Labels {
public:
    using const_iterator = std::vector<Label>::const_iterator;

    Labels() = default;
    /// Takes the labels in any order. BadRequest if a name repeats. O(n log n).
    static Result<Labels> from(std::vector<Label> labels);

    /// Where `name` stands in the order of this set; O(log n).
    std::optional<size_t> indexOf(QByteArrayView name) const;
    /// The value under `name`, valid as long as this set; O(log n).
    std::optional<QByteArrayView> value(QByteArrayView name) const;
    /// The labels of both; where both have a name, the value of `other` wins. O(n + m).
    Labels overriddenBy(const Labels& other) const;

    size_t size() const { return m_labels.size(); }
    bool empty() const { return m_labels.empty(); }
    const_iterator begin() const { return m_labels.cbegin(); }
    const_iterator end() const { return m_labels.cend(); }

    friend bool operator==(const Labels&, const Labels&) = default;
    friend std::strong_ordering operator<=>(const Labels&, const Labels&) = default;

private:
    std::vector<Label> m_labels;
};

} // namespace pushgate::core
