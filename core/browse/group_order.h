// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/browse/group_words.h"

namespace pushgate::core {

/// Whether `left` comes before `right` where a list is sorted ascending by `column`: urgent before
/// fresh, a young push before an old one, what is due first at the top, absent values at the end.
/// Rows that are equal in the column are before each other in neither direction.
bool comesBefore(const GroupMoment& left, const GroupMoment& right, GroupColumn column);
/// The same for the values of one label.
bool comesBefore(const GroupMoment& left, const GroupMoment& right, QByteArrayView label);

} // namespace pushgate::core
