// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/label_table.h"
#include "core/model/metric_type.h"
#include "core/model/payload_table.h"

#include <QByteArray>

#include <optional>
#include <span>

namespace pushgate::core {

/// One metric of a family, as a view: valid as long as the family.
class Metric {
public:
    Metric(const LabelTable& labels, const PayloadTable& payloads, size_t row)
        : m_labels(&labels)
        , m_payloads(&payloads)
        , m_row(row)
    {
    }

    LabelTable::Row labels() const { return m_labels->row(m_row); }

    bool has(Payload kind) const { return m_payloads->has(m_row, kind); }
    /// The number under Gauge, Counter or Untyped; nothing if the payload or its value is absent.
    std::optional<double> plain(Payload kind) const { return m_payloads->plain(m_row, kind); }
    std::optional<WireTime> counterCreated() const { return m_payloads->counterCreated(m_row); }
    const Exemplar* counterExemplar() const { return m_payloads->counterExemplar(m_row); }
    const Summary* summary() const { return m_payloads->summary(m_row); }
    const Histogram* histogram() const { return m_payloads->histogram(m_row); }
    /// Null for nearly all; else the whole payload again with what only odd metrics have.
    const OddMetric* odd() const { return m_payloads->odd(m_row); }
    std::optional<qint64> timestampMs() const { return odd() ? odd()->timestampMs : std::nullopt; }

private:
    const LabelTable* m_labels;
    const PayloadTable* m_payloads;
    size_t m_row;
};

/// All metrics of one name in one group.
/// Threads immutable: read from any thread.
class MetricFamily {
public:
    struct Header {
        QByteArray name;
        std::optional<QByteArray> help; ///< present but empty is not the same as absent
        std::optional<MetricType> declaredType; ///< absent: protobuf without a type
    };

    /// `labels` and `payloads` have the same number of rows.
    MetricFamily(Header header, LabelTable labels, PayloadTable payloads);

    const QByteArray& name() const { return m_header.name; }
    const std::optional<QByteArray>& help() const { return m_header.help; }
    MetricType type() const { return m_header.declaredType.value_or(MetricType::Counter); }
    bool isTypeGiven() const { return m_header.declaredType.has_value(); }
    const Header& header() const { return m_header; }

    size_t metricCount() const { return m_labels.rowCount(); }
    Metric metric(size_t row) const { return {m_labels, m_payloads, row}; }
    const LabelTable& labels() const { return m_labels; }
    const PayloadTable& payloads() const { return m_payloads; }

    /// The same metrics under other labels, row by row: how a push gets its grouping labels.
    MetricFamily withLabels(LabelTable labels) &&;
    MetricFamily sharing(std::shared_ptr<const Labels> shared) &&; ///< see LabelTable::sharing
    /// The same metrics in another order: row i is what was row `order[i]`; every row once.
    MetricFamily reordered(std::span<const quint32> order) &&;
    /// Copies of some metrics, in the order of `rows`.
    MetricFamily selected(std::span<const quint32> rows) const;

    size_t memoryBytes() const; ///< with itself, about

private:
    Header m_header;
    LabelTable m_labels;
    PayloadTable m_payloads;
};

} // namespace pushgate::core
