// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QtGlobal>

#include <optional>

namespace pushgate::core {

/// The declared type of a family. Numbers as in the protobuf schema of the client data model.
enum class MetricType : qint32 {
    Counter = 0,
    Gauge = 1,
    Summary = 2,
    Untyped = 3,
    Histogram = 4,
    GaugeHistogram = 5
};

inline constexpr int kMetricTypeCount = 6;

/// What a metric can hold. A metric pushed as protobuf may hold several or none of them.
enum class Payload : quint8 { Gauge = 1, Counter = 2, Summary = 4, Untyped = 8, Histogram = 16 };

/// The payload a metric must have to pass as `type`.
Payload payloadOf(MetricType type);

/// `COUNTER`, `GAUGE_HISTOGRAM`: as in protobuf text and the query API.
QByteArrayView upperName(MetricType type);

/// `counter`, and `histogram` for both kinds of histogram: as in the text exposition.
QByteArrayView expositionName(MetricType type);

/// The type with that number in the protobuf schema, if there is one.
std::optional<MetricType> metricTypeFromNumber(qint32 number);

} // namespace pushgate::core
