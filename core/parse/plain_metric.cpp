// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/plain_metric.h"

#include <QtEndian>

#include <bit>
#include <utility>

namespace pushgate::core {

namespace {

    // Tags of fields: number times eight plus the wire type, which is 2 for bytes, 1 for doubles.
    constexpr char kLabelTag = 0x0A; // Metric 1
    constexpr char kNameTag = 0x0A; // LabelPair 1
    constexpr char kValueTag = 0x12; // LabelPair 2
    constexpr char kNumberTag = 0x09; // Gauge, Counter and Untyped 1
    constexpr qsizetype kNumberBytes = 9; // with its tag

    /// Takes a field of bytes off `rest`; nothing if there is none, or its length takes more than
    /// one byte.
    std::optional<QByteArrayView> takeField(QByteArrayView& rest, char tag)
    {
        if (rest.size() < 2 || rest[0] != tag)
            return std::nullopt;
        const qsizetype length = rest[1];
        if (length < 0 || length > rest.size() - 2)
            return std::nullopt;
        const QByteArrayView field = rest.sliced(2, length);
        rest = rest.sliced(2 + length);
        return field;
    }

    std::optional<PlainMetric::Label> readLabel(QByteArrayView pair)
    {
        const auto name = takeField(pair, kNameTag);
        const auto value = name ? takeField(pair, kValueTag) : std::nullopt;
        if (!value || !pair.isEmpty())
            return std::nullopt;
        return PlainMetric::Label{*name, *value};
    }

    std::optional<Payload> payloadOfTag(char tag)
    {
        switch (tag) {
        case 0x12: return Payload::Gauge; // Metric 2
        case 0x1A: return Payload::Counter; // Metric 3
        case 0x2A: return Payload::Untyped; // Metric 5
        default: return std::nullopt;
        }
    }

} // namespace

std::optional<PlainMetric> readPlainMetric(QByteArrayView message)
{
    std::optional<PlainMetric> metric(std::in_place); // made where it is returned: it is large
    while (const auto pair = takeField(message, kLabelTag)) {
        const auto label = readLabel(*pair);
        if (!label)
            return std::nullopt;
        metric->labels.push_back(*label);
    }
    if (message.isEmpty())
        return std::nullopt;
    const char tag = message[0];
    const auto kind = payloadOfTag(tag);
    const auto payload = kind ? takeField(message, tag) : std::nullopt;
    if (!payload || !message.isEmpty() || payload->size() != kNumberBytes
        || (*payload)[0] != kNumberTag)
        return std::nullopt;
    metric->kind = *kind;
    metric->value = std::bit_cast<double>(qFromLittleEndian<quint64>(payload->data() + 1));
    return metric;
}

} // namespace pushgate::core
