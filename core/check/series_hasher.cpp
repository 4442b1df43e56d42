// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/series_hasher.h"

#define XXH_INLINE_ALL
#include <array>
#include <cstring>
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
    appendPiece(m_buffer, family.name());
    m_prefix = m_buffer.size();
}

void SeriesHasher::append(Buffer& buffer, QByteArrayView bytes)
{
    const size_t at = buffer.size();
    buffer.resize(at + static_cast<size_t>(bytes.size()));
    if (!bytes.isEmpty())
        std::memcpy(buffer.data() + at, bytes.data(), static_cast<size_t>(bytes.size()));
}

/// With its size in front, so that no two lists of pieces give the same bytes; long ones as
/// their digest, so that what is repeated in each metric stays short.
void SeriesHasher::appendPiece(Buffer& buffer, QByteArrayView piece)
{
    const auto size = static_cast<quint32>(piece.size());
    append(buffer, {reinterpret_cast<const char*>(&size), sizeof size});
    if (piece.size() <= kLongestRawPiece)
        return append(buffer, piece);
    const XXH128_hash_t digest = digestOf(piece.data(), static_cast<size_t>(piece.size()));
    append(buffer, {reinterpret_cast<const char*>(&digest), sizeof digest});
}

void SeriesHasher::appendLabel(const LabelView& label)
{
    const bool isLong
        = label.name.size() > kLongestRawPiece || label.value.size() > kLongestRawPiece;
    if (!label.isShared || !isLong) {
        appendPiece(m_buffer, label.name);
        appendPiece(m_buffer, label.value);
        return;
    }
    if (m_longPieces.size() <= label.nameIndex)
        m_longPieces.resize(label.nameIndex + 1);
    Buffer& piece = m_longPieces[label.nameIndex];
    if (piece.empty()) {
        appendPiece(piece, label.name);
        appendPiece(piece, label.value);
    }
    append(m_buffer, {piece.data(), static_cast<qsizetype>(piece.size())});
}

SeriesHash SeriesHasher::hash(const Metric& metric)
{
    m_buffer.resize(m_prefix);
    for (const LabelView& label : metric.labels())
        appendLabel(label);
    if (const std::optional<qint64> timestamp = metric.timestampMs()) {
        append(m_buffer, {kTimestampFollows, sizeof kTimestampFollows});
        append(m_buffer, {reinterpret_cast<const char*>(&*timestamp), sizeof *timestamp});
    }
    const XXH128_hash_t hash = digestOf(m_buffer.data(), m_buffer.size());
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
