// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/group_order.h"

namespace pushgate::core {

namespace {

    /// Absent after present.
    template <typename Value>
    bool isLess(const std::optional<Value>& left, const std::optional<Value>& right)
    {
        if (left && right)
            return *left < *right;
        return left.has_value() && !right.has_value();
    }

    bool isLabelLess(const GroupRow& left, const GroupRow& right, QByteArrayView name)
    {
        return isLess(left.key.labels().value(name), right.key.labels().value(name));
    }

} // namespace

bool comesBefore(const GroupMoment& left, const GroupMoment& right, GroupColumn column)
{
    const GroupRow& one = left.row;
    const GroupRow& other = right.row;
    switch (column) {
    case GroupColumn::State: return left.state < right.state;
    case GroupColumn::Job: return isLabelLess(one, other, "job");
    case GroupColumn::Instance: return isLabelLess(one, other, "instance");
    case GroupColumn::Labels: return one.key < other.key;
    case GroupColumn::LastPush: return isLess(ageOf(one, left.now), ageOf(other, right.now));
    case GroupColumn::Rhythm: return isLess(one.rhythm, other.rhythm);
    case GroupColumn::Due: return isLess(dueTime(one), dueTime(other));
    case GroupColumn::Series: return one.series < other.series;
    case GroupColumn::Families: return one.families < other.families;
    case GroupColumn::Bytes: return isLess(one.bytes, other.bytes);
    }
    return false;
}

bool comesBefore(const GroupMoment& left, const GroupMoment& right, QByteArrayView label)
{
    return isLabelLess(left.row, right.row, label);
}

} // namespace pushgate::core
