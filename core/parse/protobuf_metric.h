// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client_model.pb.h"
#include "core/model/label_table_builder.h"
#include "core/model/payload_table.h"

namespace pushgate::core {

/// Adds the labels of `metric` as a row, in the pusher's order.
void appendLabels(const wire::Metric& metric, LabelTableBuilder& labels);

/// Adds what `metric` holds as a row.
void appendPayload(const wire::Metric& metric, PayloadTable& payloads);

} // namespace pushgate::core
