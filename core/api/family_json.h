// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expose/name_pieces.h"
#include "core/expose/segments.h"
#include "core/model/group.h"

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace pushgate::core {

/// Writes stored families as the query API shows them.
/// Threads  one thread at a time.
/// Source   spec/query-api.md 4.
class FamilyJsonWriter {
public:
    explicit FamilyJsonWriter(Segments& out);

    /// `{"time_stamp":...,"type":...,"help":...,"metrics":[...]}`
    void write(const StoredFamily& stored);
    /// `{"name":"value",...}`
    void write(const Labels& labels);

private:
    struct KeyOf {
        QByteArray operator()(const QByteArray& name) const; ///< `"name":`
    };
    /// An entry of an object whose keys are numbers, both as JSON.
    struct Entry {
        QByteArray key;
        QByteArray value;
    };

    void writeMetric(const Metric& metric, MetricType type);
    void writeSummary(const Metric& metric);
    void writeHistogram(const Metric& metric);
    void writeNativeBuckets(const Histogram& histogram);
    void writeLabels(const LabelTable::Row& row);
    void writeLabel(const LabelView& label, char before);
    void writeEntries();
    template <typename Number>
    void writeNumber(Number number);

    Segments& m_out;
    NamePieces<KeyOf> m_keys;
    std::vector<Entry> m_entries;
    TimePoint m_time; ///< of m_timeText
    QByteArray m_timeText;
};

} // namespace pushgate::core
