// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <bit>
#include <cstdint>

namespace pushgate::core {

inline constexpr qsizetype kMaxVarintBytes = 10;

struct Varint {
    std::uint64_t value = 0;
    qsizetype length = 0; ///< in bytes
};

/// Reads the protobuf varint at the front of `bytes`; forms longer than needed are accepted.
/// Errors  BadRequest `unexpected EOF`: the bytes end before it does (also if there are none);
///         BadRequest `proto: variable length integer overflow`: beyond 64 bits.
Result<Varint> readVarint(QByteArrayView bytes);

void appendVarint(QByteArray& out, std::uint64_t value);

/// The same where `out` has room for it, at most kMaxVarintBytes.
/// Output  the end of what was written.
inline char* writeVarint(char* out, std::uint64_t value)
{
    for (; value >= 0x80; value >>= 7)
        *out++ = static_cast<char>(value | 0x80);
    *out++ = static_cast<char>(value);
    return out;
}

/// How many bytes both write.
inline qsizetype varintLength(std::uint64_t value)
{
    const auto bits = static_cast<qsizetype>(std::bit_width(value | 1));
    return (bits + 6) / 7;
}

} // namespace pushgate::core
