// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/series_hasher.h"

#define XXH_INLINE_ALL
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
        const XXH128_hash_t digest
            = XXH3_128bits_withSeed(piece.data(), static_cast<size_t>(piece.size()), processSeed());
        buffer.append(reinterpret_cast<const char*>(&digest), sizeof digest);
    }

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
    const XXH128_hash_t hash = XXH3_128bits_withSeed(
        m_buffer.constData(), static_cast<size_t>(m_buffer.size()), processSeed());
    return {hash.low64, hash.high64};
}

} // namespace pushgate::core
