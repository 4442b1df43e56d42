// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expose/negotiate.h"
#include "core/expose/segments.h"
#include "core/model/metric_family.h"

#include <memory>

namespace pushgate::core {

/// Writes families in one syntax: for each one `begin`, the head, the metrics of every group that
/// has it, the tail. Metrics depend on nothing but what `begin` was told and on themselves, so
/// what they were written as can be kept.
/// Threads  one thread at a time.
class FamilyWriter {
public:
    virtual ~FamilyWriter() = default;

    /// `shown`: name, help and type as the exposition has them, not yet escaped.
    virtual void begin(const MetricFamily::Header& shown) = 0;
    /// `metricsBytes`: how much was written for all metrics of the family.
    virtual void writeHead(Segments& out, qint64 metricsBytes) = 0;
    virtual void writeMetrics(Segments& out, const MetricFamily& family) = 0;
    virtual void writeTail(Segments& out) = 0;

    /// Whether the head needs to know `metricsBytes`, so that it can only be written afterwards.
    virtual bool isLengthPrefixed() const { return false; }
};

std::unique_ptr<FamilyWriter> makeFamilyWriter(ExpositionFormat format);

} // namespace pushgate::core
