// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/inflater.h"

#include "core/codec/bounded_output.h"
#include "core/codec/decoded_body.h"

#include <limits>
#include <zlib.h>

namespace pushgate::core {

namespace {

    constexpr int kRawDeflate = -MAX_WBITS;

    /// zlib counts in 32 bits.
    uInt atMostUInt(qsizetype bytes)
    {
        constexpr qsizetype kMost = std::numeric_limits<uInt>::max();
        return static_cast<uInt>(qMin(bytes, kMost));
    }

    /// One call of zlib's inflate.
    struct Step {
        int code;
        qsizetype consumed;
        qsizetype produced;
    };

    Step inflateStep(z_stream& stream, QByteArrayView input, std::span<char> room)
    {
        const uInt availableIn = atMostUInt(input.size());
        const uInt availableOut = atMostUInt(static_cast<qsizetype>(room.size()));
        // zlib does not write to its input; its interface only fails to say so.
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(input.data()));
        stream.avail_in = availableIn;
        stream.next_out = reinterpret_cast<Bytef*>(room.data());
        stream.avail_out = availableOut;
        const int code = ::inflate(&stream, Z_NO_FLUSH);
        return {code, qsizetype(availableIn - stream.avail_in),
            qsizetype(availableOut - stream.avail_out)};
    }

    Error noMemory()
    {
        return {Error::Kind::Unavailable, "there is not enough memory to decompress the body"};
    }

    Error corruptInput(qsizetype offset)
    {
        return badRequest("flate: corrupt input before offset " + QByteArray::number(offset));
    }

} // namespace

Inflater::Inflater() = default;

Inflater::~Inflater()
{
    if (m_stream)
        inflateEnd(m_stream.get());
}

Status Inflater::start()
{
    if (m_stream) {
        inflateReset(m_stream.get());
        return ok();
    }
    auto stream = std::make_unique<z_stream>();
    if (inflateInit2(stream.get(), kRawDeflate) != Z_OK)
        return noMemory();
    m_stream = std::move(stream);
    return ok();
}

Result<qsizetype> Inflater::inflate(QByteArrayView input, BoundedOutput& out)
{
    if (const Status started = start(); !started)
        return started.error();
    qsizetype consumed = 0;
    while (true) {
        // When all is used, room for one byte shows whether there would be more.
        char beyond = 0;
        const bool isFull = out.left() == 0;
        const std::span<char> room = isFull ? std::span(&beyond, 1) : out.room();
        const Step step = inflateStep(*m_stream, input.sliced(consumed), room);
        consumed += step.consumed;
        if (isFull && step.produced > 0)
            return decodedTooLarge(out.limitBytes());
        out.commit(step.produced);

        switch (step.code) {
        case Z_STREAM_END: return consumed;
        case Z_DATA_ERROR: return corruptInput(consumed);
        case Z_MEM_ERROR: return noMemory();
        default: break;
        }
        if (consumed == input.size() && step.produced < static_cast<qsizetype>(room.size()))
            return badRequest("unexpected EOF");
    }
}

} // namespace pushgate::core
