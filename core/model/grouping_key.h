// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/labels.h"

#include <QByteArray>

#include <compare>
#include <cstddef>
#include <functional>

namespace pushgate::core {

/// What a group is identified by: a label set with a non-empty `job`.
/// Two keys are the same group iff equal; `{job=a}` and `{job=a,instance=""}` are two groups.
/// Equality, order and hash go by the encoded form, so all are one comparison of bytes.
class GroupingKey {
public:
    /// BadRequest if `job` is absent or empty.
    static Result<GroupingKey> from(Labels labels);

    const Labels& labels() const { return m_labels; }
    /// The labels in order, joined `name FF value FF name FF value`; computed once.
    /// Unambiguous as long as names and values are valid UTF-8, in which FF does not occur.
    const QByteArray& encoded() const { return m_encoded; }

    friend bool operator==(const GroupingKey& left, const GroupingKey& right)
    {
        return left.m_encoded == right.m_encoded;
    }
    friend std::strong_ordering operator<=>(const GroupingKey& left, const GroupingKey& right)
    {
        return left.m_encoded.compare(right.m_encoded) <=> 0;
    }

private:
    GroupingKey(Labels labels, QByteArray encoded);

    Labels m_labels;
    QByteArray m_encoded;
};

/// The labels of an encoded key, which must be one.
Labels labelsOfKey(const QByteArray& encoded);

} // namespace pushgate::core

/// Seeded once per process, since clients choose the keys.
template <>
struct std::hash<pushgate::core::GroupingKey> {
    size_t operator()(const pushgate::core::GroupingKey& key) const noexcept;
};
