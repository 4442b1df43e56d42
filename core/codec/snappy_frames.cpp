// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/snappy_frames.h"

#include "core/codec/bounded_output.h"
#include "core/codec/crc32c.h"

#include <QtEndian>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <snappy.h>
#include <utility>

namespace pushgate::core {

namespace {

    constexpr std::uint8_t kCompressed = 0x00;
    constexpr std::uint8_t kUncompressed = 0x01;
    constexpr std::uint8_t kFirstSkippable = 0x80;
    constexpr std::uint8_t kStreamIdentifier = 0xFF;
    constexpr QByteArrayView kMagic = "sNaPpY";

    constexpr qsizetype kChunkHeaderBytes = 4;
    constexpr qsizetype kChecksumBytes = 4;
    constexpr qsizetype kMostDecodedBytes = 65536;
    /// What 64 KiB can become at worst, with their checksum.
    constexpr qsizetype kMostChunkBytes
        = kChecksumBytes + 32 + kMostDecodedBytes + kMostDecodedBytes / 6;

    using Failure = std::optional<Error>;

    Error corrupt()
    {
        return badRequest("snappy: corrupt input");
    }

    Error unsupported()
    {
        return badRequest("snappy: unsupported input");
    }

    struct Chunk {
        std::uint8_t type;
        QByteArrayView payload;
    };

    /// The format rotates and offsets its checksums: a checksum of bytes that hold one is a weak
    /// one.
    std::uint32_t maskedChecksum(QByteArrayView decoded)
    {
        const std::uint32_t crc = crc32c(decoded);
        return ((crc >> 15) | (crc << 17)) + 0xA282EAD8;
    }

    /// Appends what `write` puts into room for `bytes`, if it matches the checksum of `payload`.
    template <typename Write>
    Failure appendChecked(QByteArrayView payload, qsizetype bytes, BoundedOutput& out, Write write)
    {
        if (bytes > kMostDecodedBytes)
            return corrupt();
        if (bytes > out.left())
            return decodedTooLarge(out.limitBytes());
        const std::span<char> room = out.room(bytes);
        if (!write(room.data()))
            return corrupt();
        const auto expected = qFromLittleEndian<std::uint32_t>(payload.data());
        if (maskedChecksum({room.data(), bytes}) != expected)
            return corrupt();
        out.commit(bytes);
        return std::nullopt;
    }

    Failure decodeCompressed(QByteArrayView payload, BoundedOutput& out)
    {
        if (payload.size() < kChecksumBytes)
            return corrupt();
        const QByteArrayView block = payload.sliced(kChecksumBytes);
        const auto blockBytes = static_cast<size_t>(block.size());
        size_t bytes = 0;
        if (!snappy::GetUncompressedLength(block.data(), blockBytes, &bytes))
            return corrupt();
        return appendChecked(payload, static_cast<qsizetype>(bytes), out,
            [&](char* room) { return snappy::RawUncompress(block.data(), blockBytes, room); });
    }

    Failure copyUncompressed(QByteArrayView payload, BoundedOutput& out)
    {
        if (payload.size() < kChecksumBytes)
            return corrupt();
        const QByteArrayView plain = payload.sliced(kChecksumBytes);
        return appendChecked(payload, plain.size(), out, [&](char* room) {
            std::copy(plain.begin(), plain.end(), room);
            return true;
        });
    }

    /// Cuts the chunk off the front of `rest`, which is not empty.
    Result<Chunk> takeChunk(QByteArrayView& rest)
    {
        if (rest.size() < kChunkHeaderBytes)
            return corrupt();
        const auto header = qFromLittleEndian<std::uint32_t>(rest.data());
        const auto type = static_cast<std::uint8_t>(header & 0xFF);
        const auto length = static_cast<qsizetype>(header >> 8);
        if (length > kMostChunkBytes)
            return unsupported();
        if (type > kUncompressed && type < kFirstSkippable)
            return unsupported();
        rest = rest.sliced(kChunkHeaderBytes);
        if (length > rest.size())
            return corrupt();
        const Chunk chunk{type, rest.first(length)};
        rest = rest.sliced(length);
        return chunk;
    }

    Failure decodeChunk(const Chunk& chunk, BoundedOutput& out)
    {
        switch (chunk.type) {
        case kCompressed: return decodeCompressed(chunk.payload, out);
        case kUncompressed: return copyUncompressed(chunk.payload, out);
        case kStreamIdentifier: return chunk.payload == kMagic ? Failure() : corrupt();
        default: return std::nullopt; // padding, or for other readers
        }
    }

    Failure decodeStream(QByteArrayView rest, BoundedOutput& out)
    {
        if (!rest.isEmpty() && static_cast<std::uint8_t>(rest.front()) != kStreamIdentifier)
            return corrupt();
        while (!rest.isEmpty()) {
            const auto chunk = takeChunk(rest);
            if (!chunk)
                return chunk.error();
            if (Failure failure = decodeChunk(*chunk, out))
                return failure;
        }
        return std::nullopt;
    }

} // namespace

DecodedBody decodeSnappyFrames(QByteArrayView body, qint64 limitBytes)
{
    BoundedOutput out(limitBytes);
    Failure failure = decodeStream(body, out);
    return {std::move(out).take(), std::move(failure)};
}

} // namespace pushgate::core
