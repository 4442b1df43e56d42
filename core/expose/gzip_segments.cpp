// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expose/gzip_segments.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <zlib.h>

namespace pushgate::core {

namespace {

    constexpr int kRawDeflate = -MAX_WBITS;
    constexpr int kMemoryLevel = 8; // zlib's default
    /// The empty stored block of a flush, with the bits that fill the byte before it.
    constexpr uLong kFlushBytes = 6;

    /// No name, no time, unknown system.
    constexpr QByteArrayView kHeader("\x1F\x8B\x08\x00\x00\x00\x00\x00\x00\xFF", 10);
    /// A last block without content, which ends what the segments began.
    constexpr QByteArrayView kLastBlock("\x03\x00", 2);

    Error noMemory()
    {
        return {Error::Kind::Unavailable, "no memory to compress the answer"};
    }

    /// zlib only reads through it, but its interface does not say so.
    Bytef* inputOf(QByteArrayView bytes)
    {
        return reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    }

    QByteArray trailerOf(quint32 crc, qint64 plainBytes)
    {
        const std::array numbers{
            qToLittleEndian(crc), qToLittleEndian(static_cast<quint32>(plainBytes))};
        QByteArray trailer = kLastBlock.toByteArray();
        return trailer.append(reinterpret_cast<const char*>(numbers.data()), sizeof numbers);
    }

} // namespace

SegmentDeflater::SegmentDeflater() = default;

SegmentDeflater::~SegmentDeflater()
{
    if (m_stream)
        deflateEnd(m_stream.get());
}

Status SegmentDeflater::start()
{
    if (m_stream)
        return deflateReset(m_stream.get()) == Z_OK ? ok() : noMemory();
    auto stream = std::make_unique<z_stream>();
    if (deflateInit2(stream.get(), Z_DEFAULT_COMPRESSION, Z_DEFLATED, kRawDeflate, kMemoryLevel,
            Z_DEFAULT_STRATEGY)
        != Z_OK)
        return noMemory();
    m_stream = std::move(stream);
    return ok();
}

Result<DeflatedSegment> SegmentDeflater::deflate(QByteArrayView segment)
{
    if (const Status started = start(); !started)
        return started.error();
    Q_ASSERT(segment.size() <= kMostPlainBytes);
    const auto inputSize = static_cast<uInt>(segment.size());
    const auto most = static_cast<qsizetype>(deflateBound(m_stream.get(), inputSize) + kFlushBytes);
    if (m_output.size() < most)
        m_output = QByteArray(most, Qt::Uninitialized);

    m_stream->next_in = inputOf(segment);
    m_stream->avail_in = inputSize;
    m_stream->next_out = reinterpret_cast<Bytef*>(m_output.data());
    m_stream->avail_out = static_cast<uInt>(m_output.size());
    if (::deflate(m_stream.get(), Z_SYNC_FLUSH) != Z_OK)
        return noMemory();
    const auto size = m_output.size() - static_cast<qsizetype>(m_stream->avail_out);
    const uLong crc = crc32(0, inputOf(segment), inputSize);
    return DeflatedSegment{m_output.first(size), static_cast<quint32>(crc), segment.size()};
}

Result<QList<DeflatedSegment>> SegmentDeflater::deflateInPieces(QByteArrayView segment)
{
    QList<DeflatedSegment> pieces;
    while (!segment.isEmpty()) {
        const auto piece = segment.first(std::min(segment.size(), kMostPlainBytes));
        auto result = deflate(piece);
        if (!result)
            return result.error();
        pieces.push_back(*std::move(result));
        segment = segment.sliced(piece.size());
    }
    return pieces;
}

QList<QByteArray> gzipMember(const QList<DeflatedSegment>& segments)
{
    QList<QByteArray> member;
    member.reserve(segments.size() + 2);
    member.push_back(kHeader.toByteArray());
    uLong crc = 0;
    qint64 plainBytes = 0;
    for (const DeflatedSegment& segment : segments) {
        crc = crc32_combine(crc, segment.crc, segment.plainBytes);
        plainBytes += segment.plainBytes;
        member.push_back(segment.bytes);
    }
    member.push_back(trailerOf(static_cast<quint32>(crc), plainBytes));
    return member;
}

Result<QList<QByteArray>> gzipSegments(const QList<QByteArray>& segments)
{
    SegmentDeflater deflater;
    QList<DeflatedSegment> deflated;
    deflated.reserve(segments.size());
    for (const QByteArray& segment : segments) {
        auto pieces = deflater.deflateInPieces(segment);
        if (!pieces)
            return pieces.error();
        deflated.append(*std::move(pieces));
    }
    return gzipMember(deflated);
}

} // namespace pushgate::core
