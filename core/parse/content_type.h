// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace pushgate::core {

/// How the families of a push are written.
enum class BodyFormat { Text, DelimitedProtobuf };

/// The format that `contentType`, the first such header or nothing, announces: protobuf if it is
/// a well-formed `application/vnd.google.protobuf` with `encoding=delimited` and
/// `proto=io.prometheus.client.MetricFamily`; text in every other case, JSON and OpenMetrics too.
/// Shape   RFC 2045: type and parameter names in any case, quoted values, equal duplicates
///         tolerated. Parameters split by RFC 2231 (`name*0`) are not put together.
/// Source  spec/push-api.md 8.
BodyFormat bodyFormatOf(QByteArrayView contentType);

} // namespace pushgate::core
