// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/codec/decoded_body.h"
#include "core/model/metric_family.h"

#include <QByteArrayView>

#include <vector>

namespace pushgate::core {

/// Reads a push body of delimited protobuf: the length of a metric family as a varint, then the
/// family, until the body ends.
/// Output  the families in the order of their names' first appearance, also those without
///         metrics; of several with one name only the last. Labels and everything else in the
///         pusher's order; absent fields stay absent. Names and labels are not judged.
/// Errors  BadRequest in the reference's words: `unexpected EOF` (a length is never believed
///         beyond the bytes there), `proto: variable length integer overflow`,
///         `proto: cannot parse invalid wire-format data`;
///         the failure of `body`, as it is, where its bytes end in the middle or in order;
///         BadRequest, in our words, for what would cut a scrape short: a family that has metrics
///         but no name, an unknown type, a gauge histogram's metric without a histogram;
///         TooLarge: a family beyond 2 GiB, or its labels beyond the limit of a label table.
/// Cost    O(bytes), one metric at a time. Memory: that of what is kept; the largest metric
/// besides. Threads any. Source  spec/push-api.md 8.
Result<std::vector<MetricFamily>> parseDelimitedProtobuf(const DecodedBody& body);

/// Reads one metric family, as it stands without its length in front.
/// Errors  as above, but for those of lengths.
/// Cost    O(bytes), one metric at a time.
/// Threads any.
Result<MetricFamily> parseProtobufFamily(QByteArrayView message);

} // namespace pushgate::core
