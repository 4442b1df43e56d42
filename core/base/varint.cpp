// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/varint.h"

#include <array>

namespace pushgate::core {

namespace {

    constexpr unsigned kPayloadBits = 7;
    constexpr std::uint8_t kMoreFollows = 0x80;

} // namespace

Result<Varint> readVarint(QByteArrayView bytes)
{
    const qsizetype available = qMin(bytes.size(), kMaxVarintBytes);
    Varint varint;
    while (varint.length < available) {
        const auto byte = static_cast<std::uint8_t>(bytes[varint.length]);
        if (varint.length == kMaxVarintBytes - 1 && byte > 1)
            break;
        const unsigned shift = kPayloadBits * static_cast<unsigned>(varint.length);
        varint.value |= std::uint64_t(byte & ~kMoreFollows) << shift;
        ++varint.length;
        if (byte < kMoreFollows)
            return varint;
    }
    if (available < kMaxVarintBytes)
        return badRequest("unexpected EOF");
    return badRequest("proto: variable length integer overflow");
}

void appendVarint(QByteArray& out, std::uint64_t value)
{
    std::array<char, kMaxVarintBytes> bytes{};
    out.append(bytes.data(), writeVarint(bytes.data(), value) - bytes.data());
}

} // namespace pushgate::core
