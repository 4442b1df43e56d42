// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/metric_type.h"

namespace pushgate::core {

Payload payloadOf(MetricType type)
{
    switch (type) {
    case MetricType::Counter: return Payload::Counter;
    case MetricType::Gauge: return Payload::Gauge;
    case MetricType::Summary: return Payload::Summary;
    case MetricType::Untyped: return Payload::Untyped;
    case MetricType::Histogram:
    case MetricType::GaugeHistogram: return Payload::Histogram;
    }
    Q_UNREACHABLE();
}

QByteArrayView upperName(MetricType type)
{
    switch (type) {
    case MetricType::Counter: return "COUNTER";
    case MetricType::Gauge: return "GAUGE";
    case MetricType::Summary: return "SUMMARY";
    case MetricType::Untyped: return "UNTYPED";
    case MetricType::Histogram: return "HISTOGRAM";
    case MetricType::GaugeHistogram: return "GAUGE_HISTOGRAM";
    }
    Q_UNREACHABLE();
}

QByteArrayView expositionName(MetricType type)
{
    switch (type) {
    case MetricType::Counter: return "counter";
    case MetricType::Gauge: return "gauge";
    case MetricType::Summary: return "summary";
    case MetricType::Untyped: return "untyped";
    case MetricType::Histogram:
    case MetricType::GaugeHistogram: return "histogram";
    }
    Q_UNREACHABLE();
}

std::optional<MetricType> metricTypeFromNumber(qint32 number)
{
    if (number < 0 || number >= kMetricTypeCount)
        return std::nullopt;
    return static_cast<MetricType>(number);
}

} // namespace pushgate::core
