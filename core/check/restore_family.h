// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/check/prepare.h"

#include <QByteArrayView>

namespace pushgate::core {

/// A family as it was stored, out of what was written down of it: labels are sorted, but neither
/// set nor checked, so that also what a push could not bring comes back as it was. Grouping labels
/// that all metrics have are shared again.
/// Errors  TooLarge: the labels pass the limit of a label table.
/// Cost    O(bytes).
/// Threads any.
Result<FamilyPtr> restoreFamily(MetricFamily family, const GroupingLabels& grouping);

/// The same out of its protobuf message, without its length in front; quicker than parsing first.
/// Errors  also those of `parseProtobufFamily`.
Result<FamilyPtr> restoreFamily(QByteArrayView message, const GroupingLabels& grouping);

} // namespace pushgate::core
