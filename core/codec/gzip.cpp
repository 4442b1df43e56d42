// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/gzip.h"

#include "core/codec/bounded_output.h"
#include "core/codec/inflater.h"

#include <array>
#include <cstdint>
#include <optional>
#include <zlib.h>

namespace pushgate::core {

namespace {

    constexpr qsizetype kFixedHeaderBytes = 10;
    constexpr qsizetype kTrailerBytes = 8;
    constexpr qsizetype kMaxTextBytes = 512; // of a name or comment with its terminating zero
    constexpr std::uint8_t kHasHeaderCrc = 0x02;
    constexpr std::uint8_t kHasExtra = 0x04;
    constexpr std::uint8_t kHasName = 0x08;
    constexpr std::uint8_t kHasComment = 0x10;

    Error unexpectedEnd()
    {
        return badRequest("unexpected EOF");
    }

    Error invalidHeader()
    {
        return badRequest("gzip: invalid header");
    }

    std::uint32_t littleEndian(QByteArrayView bytes)
    {
        std::uint32_t value = 0;
        for (qsizetype i = bytes.size(); i > 0; --i)
            value = (value << 8) | static_cast<std::uint8_t>(bytes[i - 1]);
        return value;
    }

    std::uint32_t crcOf(QByteArrayView bytes)
    {
        return static_cast<std::uint32_t>(crc32_z(
            0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<size_t>(bytes.size())));
    }

    /// The end of the extra field that begins at `at`.
    Result<qsizetype> skipExtra(QByteArrayView bytes, qsizetype at)
    {
        if (bytes.size() - at < 2)
            return unexpectedEnd();
        const auto length = static_cast<qsizetype>(littleEndian(bytes.sliced(at, 2)));
        if (bytes.size() - at - 2 < length)
            return unexpectedEnd();
        return at + 2 + length;
    }

    /// The end of the zero-terminated text that begins at `at`.
    Result<qsizetype> skipText(QByteArrayView bytes, qsizetype at)
    {
        const QByteArrayView rest = bytes.sliced(at);
        const qsizetype length = rest.first(qMin(rest.size(), kMaxTextBytes)).indexOf('\0');
        if (length >= 0)
            return at + length + 1;
        return rest.size() < kMaxTextBytes ? unexpectedEnd() : invalidHeader();
    }

    Result<qsizetype> skipHeaderCrc(QByteArrayView bytes, qsizetype at)
    {
        if (bytes.size() - at < 2)
            return unexpectedEnd();
        if (littleEndian(bytes.sliced(at, 2)) != (crcOf(bytes.first(at)) & 0xFFFF))
            return invalidHeader();
        return at + 2;
    }

    /// The length of the header at the front of `bytes`, which has at least one byte.
    Result<qsizetype> headerLength(QByteArrayView bytes)
    {
        if (bytes.size() < kFixedHeaderBytes)
            return unexpectedEnd();
        if (!bytes.startsWith("\x1f\x8b\x08"))
            return invalidHeader();
        const auto flags = static_cast<std::uint8_t>(bytes[3]);

        using Skip = Result<qsizetype> (*)(QByteArrayView, qsizetype);
        struct Field {
            std::uint8_t flag;
            Skip skip;
        };
        constexpr auto kFields = std::to_array<Field>({{kHasExtra, skipExtra}, {kHasName, skipText},
            {kHasComment, skipText}, {kHasHeaderCrc, skipHeaderCrc}});
        qsizetype at = kFixedHeaderBytes;
        for (const Field& field : kFields) {
            if ((flags & field.flag) == 0)
                continue;
            const auto end = field.skip(bytes, at);
            if (!end)
                return end.error();
            at = *end;
        }
        return at;
    }

    /// Decodes one member at the front of `rest`, appends to `out` and steps over the member.
    std::optional<Error> takeMember(QByteArrayView& rest, BoundedOutput& out, Inflater& inflater)
    {
        const auto header = headerLength(rest);
        if (!header)
            return header.error();
        rest = rest.sliced(*header);

        const qsizetype start = out.size();
        const auto consumed = inflater.inflate(rest, out);
        if (!consumed)
            return consumed.error();
        rest = rest.sliced(*consumed);

        if (rest.size() < kTrailerBytes)
            return unexpectedEnd();
        const QByteArrayView content = out.view().sliced(start);
        const bool intact = littleEndian(rest.first(4)) == crcOf(content)
            && littleEndian(rest.sliced(4, 4)) == static_cast<std::uint32_t>(content.size());
        if (!intact)
            return badRequest("gzip: invalid checksum");
        rest = rest.sliced(kTrailerBytes);
        return std::nullopt;
    }

} // namespace

Status checkGzipHeader(QByteArrayView body)
{
    if (body.isEmpty())
        return badRequest("EOF");
    const auto length = headerLength(body);
    return length ? ok() : Status(length.error());
}

DecodedBody decodeGzip(QByteArrayView body, qint64 limitBytes)
{
    if (body.isEmpty())
        return {{}, badRequest("EOF")};
    BoundedOutput out(limitBytes);
    Inflater inflater;
    std::optional<Error> failure;
    while (!body.isEmpty() && !failure)
        failure = takeMember(body, out, inflater);
    return {std::move(out).take(), std::move(failure)};
}

} // namespace pushgate::core
