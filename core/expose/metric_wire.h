// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expose/wire_message.h"
#include "core/model/metric_family.h"

namespace pushgate::core {

/// Appends all of a metric but its labels: payloads and timestamp, in the order of the field
/// numbers, every field present that the pusher gave. Unknown fields are left to the caller.
/// Source  spec/exposition.md 5.
void appendPayload(WireMessage& message, const Metric& metric);

} // namespace pushgate::core
