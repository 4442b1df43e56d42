// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/label_table_builder.h"
#include "core/model/metric_family.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace google::protobuf::io {
class CodedInputStream;
} // namespace google::protobuf::io

namespace pushgate::core {

namespace wire {
    class Metric;
}

/// One metric family while it is read from its protobuf message.
class ProtobufFamily {
public:
    /// Reads `message`, at most 2 GiB. `scratch` is overwritten by each metric: only one at a time
    /// is in the form of a message.
    /// Errors  BadRequest: malformed. What is wrong with a well-formed one, `finish` tells.
    /// Cost    O(bytes).
    Status read(QByteArrayView message, wire::Metric& scratch);

    const QByteArray& name() const { return m_header.name; }

    /// Errors  BadRequest: no scrape could show the family; TooLarge: its labels pass the limit of
    ///         a label table.
    Result<MetricFamily> finish() &&;

private:
    using Stream = google::protobuf::io::CodedInputStream;

    bool readField(quint32 tag, Stream& in, wire::Metric& scratch);
    bool readType(Stream& in);
    bool addMetric(QByteArrayView message, wire::Metric& scratch);
    std::optional<Error> objection() const;

    MetricFamily::Header m_header;
    qint32 m_typeNumber = 0; ///< what `m_header` cannot hold if nobody knows it
    LabelTableBuilder m_labels{LabelTableBuilder::RowOrder::AsAdded};
    PayloadTable m_payloads;
};

} // namespace pushgate::core
