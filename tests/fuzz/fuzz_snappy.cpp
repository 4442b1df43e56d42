// SPDX-License-Identifier: GPL-3.0-or-later
// Any body decodes within its limit, less input gives a prefix, what is compressed comes back,
// and a block of any bytes never shows without a matching checksum.
#include "core/codec/snappy_frames.h"
#include "tests/fuzz/property.h"
#include "tests/support/compression.h"

using namespace pushgate::core;
using namespace pushgate::tests;

namespace {

constexpr qint64 kLimit = 1 << 20;

void checkBody(QByteArrayView body)
{
    const DecodedBody whole = decodeSnappyFrames(body, kLimit);
    require(whole.bytes.size() <= kLimit, "the limit holds");
    const DecodedBody cut = decodeSnappyFrames(body.first(body.size() / 2), kLimit);
    require(whole.bytes.startsWith(cut.bytes), "half of the input gives a prefix");
    const qint64 lower = whole.bytes.size() / 2;
    const DecodedBody limited = decodeSnappyFrames(body, lower);
    require(limited.bytes.size() <= lower && whole.bytes.startsWith(limited.bytes),
        "a lower limit gives a prefix");
}

void checkRoundTrip(QByteArrayView content)
{
    const DecodedBody decoded = decodeSnappyFrames(snappyFramed(content), content.size());
    require(!decoded.failure && decoded.bytes == content, "what is compressed comes back");
}

void checkChunk(char type, QByteArrayView payload)
{
    const QByteArray body = snappyIdentifier() + snappyChunk(type, payload);
    const DecodedBody decoded = decodeSnappyFrames(body, kLimit);
    if (!decoded.bytes.isEmpty())
        require(payload.startsWith(snappyChecksum(decoded.bytes)), "the checksum matches");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, size_t size)
{
    const QByteArrayView bytes = viewOf(data, size);
    checkBody(bytes);
    checkRoundTrip(bytes);
    checkChunk(0, bytes);
    checkChunk(1, bytes);
    return 0;
}
