// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expose/family_writer.h"
#include "core/expose/name_pieces.h"
#include "core/expose/wire_message.h"

#include <QByteArray>

#include <vector>

namespace pushgate::core {

/// Length-delimited protobuf messages, one a family, written straight from the flat layout.
/// Source  spec/exposition.md 5.
class ProtobufWriter final : public FamilyWriter {
public:
    explicit ProtobufWriter(Escaping escaping);

    void begin(const MetricFamily::Header& shown) override;
    void writeHead(Segments& out, qint64 metricsBytes) override;
    void writeMetrics(Segments& out, const MetricFamily& family) override;
    void writeTail(Segments& out) override;
    bool isLengthPrefixed() const override { return true; }

    /// Name, help and type of the family begun, as fields of its message.
    const QByteArray& header() const { return m_header.bytes(); }

private:
    struct NameField {
        Escaping escaping;
        QByteArray operator()(const QByteArray& name) const;
    };
    struct LabelField {
        QByteArrayView nameField; ///< empty: the name was absent
        QByteArrayView value;
        bool valueGiven = true;
        qsizetype size = 0; ///< of the message that holds both
    };

    qsizetype readLabels(const Metric& metric);
    void readPayload(const Metric& metric);
    char* writeLabels(char* out) const;

    Escaping m_escaping;
    NamePieces<NameField> m_nameFields;
    WireMessage m_header; ///< name, help and type
    std::vector<LabelField> m_labels; ///< of the metric being written
    WireMessage m_payload; ///< of the metric being written: all but the labels
};

} // namespace pushgate::core
