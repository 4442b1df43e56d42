// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/series_hasher.h"

#define XXH_INLINE_ALL
#include <array>
#include <random>
#include <xxhash.h>

namespace pushgate::core {

namespace {

    constexpr char kTimestampFollows[4] = {'\xff', '\xff', '\xff', '\xff'}; // no size of a piece

    constexpr qsizetype kLongestRawPiece = 64;

    quint64 processSeed()
    {
        static const quint64 seed = [] {
            std::random_device device;
            return (quint64{device()} << 32) | device();
        }();
        return seed;
    }

    XXH128_hash_t digestOf(const void* bytes, size_t size)
    {
        return XXH3_128bits_withSeed(bytes, size, processSeed());
    }

    /// With its size in front, so that no two lists of pieces give the same bytes; long ones as
    /// their digest, so that what is repeated in each metric stays short.
    void appendPiece(QByteArray& buffer, QByteArrayView piece)
    {
        const auto size = static_cast<quint32>(piece.size());
        buffer.append(reinterpret_cast<const char*>(&size), sizeof size);
        if (piece.size() <= kLongestRawPiece) {
            buffer.append(piece);
            return;
        }
        const XXH128_hash_t digest = digestOf(piece.data(), static_cast<size_t>(piece.size()));
        buffer.append(reinterpret_cast<const char*>(&digest), sizeof digest);
    }

    /// What is hashed of a family, with pieces of any length as their digests: no padding.
    struct ShapeParts {
        XXH128_hash_t name;
        XXH128_hash_t help;
        XXH128_hash_t series;
        quint64 metricCount;
        std::array<quint32, kCheckedTypeCount> lacking;
        quint32 badMetrics;
        quint64 type;
    };
    static_assert(sizeof(ShapeParts) == 3 * 16 + 2 * 8 + (kCheckedTypeCount + 1) * 4);

} // namespace

SeriesHasher::SeriesHasher(const MetricFamily& family)
{
    m_buffer.reserve(512);
    appendPiece(m_buffer, family.name());
    m_prefix = m_buffer.size();
}

void SeriesHasher::appendLabel(const LabelView& label)
{
    if (!label.isShared) {
        appendPiece(m_buffer, label.name);
        appendPiece(m_buffer, label.value);
        return;
    }
    if (m_sharedPieces.size() <= label.nameIndex)
        m_sharedPieces.resize(label.nameIndex + 1);
    QByteArray& piece = m_sharedPieces[label.nameIndex];
    if (piece.isEmpty()) {
        appendPiece(piece, label.name);
        appendPiece(piece, label.value);
    }
    m_buffer.append(piece);
}

SeriesHash SeriesHasher::hash(const Metric& metric)
{
    m_buffer.resize(m_prefix);
    for (const LabelView& label : metric.labels())
        appendLabel(label);
    if (const std::optional<qint64> timestamp = metric.timestampMs()) {
        m_buffer.append(kTimestampFollows, sizeof kTimestampFollows);
        m_buffer.append(reinterpret_cast<const char*>(&*timestamp), sizeof *timestamp);
    }
    const XXH128_hash_t hash = digestOf(m_buffer.constData(), static_cast<size_t>(m_buffer.size()));
    return {hash.low64, hash.high64};
}

FamilyShape shapeOf(const CheckedFamily& checked)
{
    const MetricFamily& family = checked.family;
    const auto digestOfBytes = [](const QByteArray& bytes) {
        return digestOf(bytes.constData(), static_cast<size_t>(bytes.size()));
    };
    // The index takes no help for an empty one.
    const ShapeParts parts{digestOfBytes(family.name()),
        digestOfBytes(family.help().value_or(QByteArray())),
        digestOf(checked.seriesHashes.data(), checked.seriesHashes.size() * sizeof(SeriesHash)),
        family.metricCount(), checked.lacking, checked.badMetrics,
        static_cast<quint64>(family.type())};
    const XXH128_hash_t shape = digestOf(&parts, sizeof parts);
    return {shape.low64, shape.high64};
}

} // namespace pushgate::core
