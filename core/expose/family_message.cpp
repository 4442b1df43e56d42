// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expose/family_message.h"

#include "core/expose/protobuf_writer.h"
#include "core/expose/segments.h"

namespace pushgate::core {

QByteArray familyMessage(const MetricFamily& family)
{
    ProtobufWriter writer(Escaping::AllowUtf8);
    writer.begin(family.header());
    Segments metrics;
    writer.writeMetrics(metrics, family);
    QByteArray message = writer.header();
    message.reserve(message.size() + metrics.size());
    for (const QByteArray& segment : metrics.take())
        message.append(segment);
    return message;
}

} // namespace pushgate::core
