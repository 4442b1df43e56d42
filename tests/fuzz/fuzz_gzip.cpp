// SPDX-License-Identifier: GPL-3.0-or-later
// Any body decodes within its limit, less input or a lower limit gives a prefix of the same, and
// what is compressed comes back.
#include "core/codec/gzip.h"
#include "tests/fuzz/property.h"
#include "tests/support/compression.h"

using namespace pushgate::core;
using pushgate::tests::require;

namespace {

constexpr qint64 kLimit = 1 << 20;

void checkBody(QByteArrayView body)
{
    const DecodedBody whole = decodeGzip(body, kLimit);
    require(whole.bytes.size() <= kLimit, "the limit holds");
    const Status header = checkGzipHeader(body);
    require(header || (whole.failure == header.error() && whole.bytes.isEmpty()),
        "a bad header is the first error");

    const DecodedBody cut = decodeGzip(body.first(body.size() / 2), kLimit);
    require(whole.bytes.startsWith(cut.bytes), "half of the input gives a prefix");

    const qint64 lower = whole.bytes.size() / 2;
    const DecodedBody limited = decodeGzip(body, lower);
    require(whole.bytes.first(lower) == limited.bytes, "a lower limit gives a prefix");
    if (whole.bytes.size() > lower)
        require(limited.failure && limited.failure->kind == Error::Kind::TooLarge, "and says so");
}

void checkRoundTrip(QByteArrayView content)
{
    const DecodedBody decoded = decodeGzip(pushgate::tests::gzipped(content), content.size());
    require(!decoded.failure && decoded.bytes == content, "what is compressed comes back");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, size_t size)
{
    const QByteArrayView bytes = pushgate::tests::viewOf(data, size);
    checkBody(bytes);
    checkRoundTrip(bytes);
    return 0;
}
