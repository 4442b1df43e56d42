// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/compression.h"

#include <QtGlobal>

#include <cstdint>
#include <snappy.h>
#include <string>
#include <zlib.h>

namespace pushgate::tests {

namespace {

    QByteArray littleEndian(std::uint32_t value, int bytes)
    {
        QByteArray out;
        for (int i = 0; i < bytes; ++i)
            out += static_cast<char>((value >> (8 * i)) & 0xFF);
        return out;
    }

    std::uint32_t crc32cBitByBit(QByteArrayView content)
    {
        std::uint32_t crc = 0xFFFFFFFF;
        for (const char byte : content) {
            crc ^= static_cast<std::uint8_t>(byte);
            for (int bit = 0; bit < 8; ++bit)
                crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0x82F63B78 : 0);
        }
        return ~crc;
    }

} // namespace

QByteArray deflated(QByteArrayView content, int level)
{
    z_stream stream{};
    if (deflateInit2(&stream, level, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        qFatal("no memory for zlib");
    const auto bytes = static_cast<uLong>(content.size());
    QByteArray out(static_cast<qsizetype>(deflateBound(&stream, bytes)), Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));
    stream.avail_in = static_cast<uInt>(bytes);
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    if (deflate(&stream, Z_FINISH) != Z_STREAM_END)
        qFatal("zlib needs more room than it said");
    out.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return out;
}

GzipMember GzipMember::of(QByteArrayView content)
{
    const auto* bytes = reinterpret_cast<const Bytef*>(content.data());
    const uLong crc = crc32(0, bytes, static_cast<uInt>(content.size()));
    GzipMember member;
    member.deflated = tests::deflated(content);
    member.trailer = littleEndian(static_cast<std::uint32_t>(crc), 4)
        + littleEndian(static_cast<std::uint32_t>(content.size()), 4);
    return member;
}

QByteArray gzipped(QByteArrayView content)
{
    return GzipMember::of(content).joined();
}

QByteArray snappyIdentifier()
{
    return snappyChunk('\xff', "sNaPpY");
}

QByteArray snappyChunk(char type, QByteArrayView payload)
{
    return type + littleEndian(static_cast<std::uint32_t>(payload.size()), 3)
        + payload.toByteArray();
}

QByteArray snappyChecksum(QByteArrayView content)
{
    const std::uint32_t crc = crc32cBitByBit(content);
    return littleEndian(((crc >> 15) | (crc << 17)) + 0xA282EAD8, 4);
}

QByteArray snappyCompressedChunk(QByteArrayView content)
{
    std::string block;
    snappy::Compress(content.data(), static_cast<size_t>(content.size()), &block);
    return snappyChunk(0, snappyChecksum(content) + QByteArray::fromStdString(block));
}

QByteArray snappyPlainChunk(QByteArrayView content)
{
    return snappyChunk(1, snappyChecksum(content) + content.toByteArray());
}

QByteArray snappyFramed(QByteArrayView content)
{
    constexpr qsizetype kBlockBytes = 65536;
    QByteArray stream = snappyIdentifier();
    for (qsizetype at = 0; at < content.size(); at += kBlockBytes)
        stream += snappyCompressedChunk(content.sliced(at, qMin(kBlockBytes, content.size() - at)));
    return stream;
}

} // namespace pushgate::tests
