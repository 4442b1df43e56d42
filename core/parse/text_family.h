// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes_hash.h"
#include "core/base/result.h"
#include "core/model/label_table_builder.h"
#include "core/model/metric_family.h"
#include "core/parse/text_labels.h"

#include <QByteArray>

#include <absl/container/flat_hash_map.h>
#include <optional>
#include <vector>

namespace pushgate::core {

/// What a sample of a summary or histogram says of its metric, by the suffix of its name.
enum class SampleRole {
    Part, ///< a quantile or bucket
    Count, ///< `_count`
    Sum ///< `_sum`
};

/// One family while its lines are read. A metric is a row, in the order of first appearance.
class TextFamily {
public:
    explicit TextFamily(QByteArray name);

    const QByteArray& name() const { return m_header.name; }
    const std::optional<MetricType>& type() const { return m_header.declaredType; }
    bool hasHelp() const { return m_header.help.has_value(); }
    void setHelp(QByteArray help) { m_header.help = std::move(help); }
    void setType(MetricType type) { m_header.declaredType = type; }
    bool isSummary() const { return type() == MetricType::Summary; }
    bool isHistogram() const
    {
        return type() == MetricType::Histogram || type() == MetricType::GaugeHistogram;
    }

    struct Sample {
        TextLabels& labels;
        SampleRole role;
        double value;
    };
    /// Takes a sample; the family has a type. A sample of a counter, gauge or untyped family is a
    /// metric of its own; one of a summary or histogram goes to the metric with its labels.
    /// Output  the row it went to.
    /// Errors  BadRequest: a negative count in a histogram.
    /// Cost    amortised O(bytes of its labels).
    /// Source  spec/text-format.md 5.
    Result<size_t> addSample(const Sample& sample);
    void setTimestamp(size_t row, qint64 timestampMs);

    bool hasMetrics() const { return m_payloads.rowCount() > 0; }
    /// Errors  TooLarge: the labels pass the limit of a label table.
    Result<MetricFamily> finish() &&;

private:
    enum class RowState { Known, New };
    struct Row {
        size_t index;
        RowState state;
    };

    size_t addToSummary(const Sample& sample);
    Result<size_t> addToHistogram(const Sample& sample);
    Row findRow(TextLabels& labels);
    void addRow(const TextLabels& labels);

    MetricFamily::Header m_header;
    /// Sorted, and no name twice: a push can then share its grouping labels among all rows.
    LabelTableBuilder m_labels{LabelTableBuilder::RowOrder::ByName};
    PayloadTable m_payloads;

    // Summaries and histograms only: the row of each label set.
    absl::flat_hash_map<QByteArrayView, size_t, BytesHash, BytesEqual> m_rows; ///< by key
    std::vector<QByteArray> m_keys;
    QByteArray m_lastKey; ///< consecutive lines tend to be of one metric
    size_t m_lastRow = 0;
    QByteArray m_key;
};

} // namespace pushgate::core
