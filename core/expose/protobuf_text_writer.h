// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expose/family_writer.h"
#include "core/model/proto_text.h"

namespace pushgate::core {

/// Protobuf as text: indented with an empty line between families, or a line a family.
/// Made for people, not for speed.
/// Source  spec/exposition.md 5.
class ProtobufTextWriter final : public FamilyWriter {
public:
    ProtobufTextWriter(ProtoText::Layout layout, Escaping escaping)
        : m_layout(layout)
        , m_escaping(escaping)
    {
    }

    void begin(const MetricFamily::Header& shown) override;
    void writeHead(Segments& out, qint64 metricsBytes) override;
    void writeMetrics(Segments& out, const MetricFamily& family) override;
    void writeTail(Segments& out) override;

private:
    ProtoText::Layout m_layout;
    Escaping m_escaping;
    MetricFamily::Header m_shown; ///< with the name escaped
};

} // namespace pushgate::core
