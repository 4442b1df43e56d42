// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/histogram.h"
#include "core/model/metric_type.h"

#include <QByteArray>

#include <absl/container/inlined_vector.h>
#include <optional>
#include <span>
#include <vector>

namespace pushgate::core {

/// A metric that does not fit the flat layout: several payloads, a counter with an exemplar, a
/// timestamp, or fields unknown to our schema.
struct OddMetric {
    struct Plain {
        std::optional<double> value;
        std::optional<Exemplar> exemplar; ///< counters only
        std::optional<WireTime> created; ///< counters only
    };

    std::optional<Plain> gauge;
    std::optional<Plain> counter;
    std::optional<Plain> untyped;
    std::optional<Summary> summary;
    std::optional<Histogram> histogram;
    std::optional<qint64> timestampMs;
    QByteArray unknownFields; ///< protobuf wire bytes, passed through
};

/// What the metrics of one family hold, row by row, in flat arrays: a number for the usual
/// metric; histograms, summaries and odd metrics in arrays beside.
/// Appended to while a family is parsed, constant once it is in a MetricFamily.
class PayloadTable {
public:
    size_t rowCount() const { return m_slots.size(); }

    void appendPlain(Payload kind, double value); ///< Gauge, Counter or Untyped
    void appendCounter(double value, const WireTime& created);
    void appendSummary(Summary summary);
    void appendHistogram(Histogram histogram);
    void appendOdd(OddMetric metric); ///< goes to the flat layout if it fits there after all

    bool has(size_t row, Payload kind) const;
    /// The number under `kind` (Gauge, Counter, Untyped); nothing if payload or value is absent.
    std::optional<double> plain(size_t row, Payload kind) const;
    std::optional<WireTime> counterCreated(size_t row) const;
    const Exemplar* counterExemplar(size_t row) const; ///< null: none
    const Summary* summary(size_t row) const; ///< null: none
    const Histogram* histogram(size_t row) const; ///< null: none
    const OddMetric* odd(size_t row) const; ///< null: fits the flat layout
    /// Rows without `kind`. O(rows), but quick.
    quint32 countLacking(Payload kind) const;
    bool hasOdd() const { return !m_odd.empty(); }

    Summary* editSummary(size_t row); ///< for a parser that meets the parts one by one
    Histogram* editHistogram(size_t row);
    void setTimestamp(size_t row, qint64 timestampMs); ///< makes the metric an odd one

    /// Row i becomes what was row `order[i]`; `order` names every row once.
    void reorder(std::span<const quint32> order);
    PayloadTable selected(std::span<const quint32> rows) const; ///< copies of these rows
    void shrink(); ///< gives back what was reserved ahead
    size_t memoryBytes() const; ///< on the heap, about

private:
    // What a row's slot holds, beside the Payload bits of its shape; none: by the only payload.
    static constexpr quint8 kOdd = 0x80; ///< an index into m_odd
    static constexpr quint8 kValueless = 0x40; ///< nothing: no payload has a value, if there is one
    static constexpr quint8 kCreated = 0x20; ///< an index into m_created

    struct CreatedCounter {
        double value;
        WireTime created;
    };

    bool is(size_t row, quint8 form) const { return (m_shapes[row] & form) != 0; }
    OddMetric takeOutOfFlat(size_t row);

    absl::InlinedVector<quint8, 16> m_shapes; ///< Payload bits and the form
    absl::InlinedVector<quint64, 2>
        m_slots; ///< a double's bits, or an index into one of the arrays below
    std::vector<Summary> m_summaries;
    std::vector<Histogram> m_histograms;
    std::vector<CreatedCounter> m_created;
    std::vector<OddMetric> m_odd;
};

} // namespace pushgate::core
