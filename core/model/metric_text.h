// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/metric_family.h"
#include "core/model/proto_text.h"

#include <QByteArray>

#include <span>

namespace pushgate::core {

/// The metric as one line of protobuf text, as consistency errors show it:
/// `label:{name:"a"  value:"b"}  untyped:{value:1}`.
/// Cost    O(bytes); made for errors, not for whole expositions.
/// Source  spec/consistency.md 1.
void appendMetricText(QByteArray& out, const Metric& metric);

/// A metric under other label names. Where one differs, unknown fields are lost, as in the
/// reference.
struct RenamedMetric {
    Metric metric;
    /// By LabelView::nameIndex; empty: the metric keeps its names.
    std::span<const QByteArray> labelNames;
};

/// The fields of a metric, in the order of the schema.
void writeMetric(ProtoText& text, const RenamedMetric& renamed);

/// Name, help and type: what a family has before its metrics.
void writeFamilyHeader(ProtoText& text, const MetricFamily::Header& header);

/// The whole family; ends with its last field, without a newline.
void appendFamilyText(QByteArray& out, const MetricFamily& family, ProtoText::Layout layout);

} // namespace pushgate::core
