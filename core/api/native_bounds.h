// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace pushgate::core {

/// The finest resolution of a native histogram: 2^8 buckets for each doubling.
inline constexpr qint32 kFinestSchema = 8;

/// The upper bound of the positive bucket `index` in a native histogram of `schema`, to the last
/// bit as Prometheus computes it; the largest double where infinity would be due first.
/// Input   `schema` at most kFinestSchema; any below 0 is computed, sensible or not.
/// Cost    O(1).
/// Source  spec/query-api.md 4.
double nativeBound(qint32 index, qint32 schema);

} // namespace pushgate::core
