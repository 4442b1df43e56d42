// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/codec/decoded_body.h"
#include "core/model/metric_family.h"
#include "core/model/name_rules.h"

#include <vector>

namespace pushgate::core {

/// Reads a push body in the text format, version 0.0.4.
/// Output  the families that have metrics, in order of first appearance; labels sorted by name,
///         without grouping labels.
/// Errors  BadRequest: the first mistake, with the number of its line; TooLarge: see
///         TextFamily::finish; the failure of `body`, as it is, if its bytes have no mistake.
/// Cost    one pass; amortised O(bytes), no allocation a line but for what is kept of it.
/// Threads any.
/// Source  spec/text-format.md, including what it recommends where the reference is undefined.
Result<std::vector<MetricFamily>> parseText(DecodedBody body, NameScheme names);

} // namespace pushgate::core
