// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expose/protobuf_text_writer.h"

#include "core/model/metric_text.h"

#include <vector>

namespace pushgate::core {

namespace {

    std::vector<QByteArray> escapedNames(const LabelTable& labels, Escaping escaping)
    {
        std::vector<QByteArray> names;
        for (size_t i = 0; i < labels.nameCount(); ++i) {
            const QByteArray name = labels.name(static_cast<quint32>(i)).toByteArray();
            names.push_back(escapeName(name, escaping));
        }
        return names;
    }

} // namespace

void ProtobufTextWriter::begin(const MetricFamily::Header& shown)
{
    m_shown = shown;
    m_shown.name = escapeName(shown.name, m_escaping);
}

void ProtobufTextWriter::writeHead(Segments& out, qint64 /*metricsBytes*/)
{
    QByteArray head;
    ProtoText text(head, m_layout);
    writeFamilyHeader(text, m_shown);
    out.append(head);
}

void ProtobufTextWriter::writeMetrics(Segments& out, const MetricFamily& family)
{
    const std::vector<QByteArray> names = escapedNames(family.labels(), m_escaping);
    for (size_t row = 0; row < family.metricCount(); ++row) {
        QByteArray piece;
        ProtoText text(piece, m_layout, ProtoText::Place::AfterField);
        text.open("metric");
        writeMetric(text, {family.metric(row), names});
        text.close();
        out.append(piece);
    }
}

void ProtobufTextWriter::writeTail(Segments& out)
{
    out.append(m_layout == ProtoText::Layout::Indented ? "\n\n" : "\n");
}

} // namespace pushgate::core
