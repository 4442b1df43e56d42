// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

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

/// How many bytes appendVarint appends.
qsizetype varintLength(std::uint64_t value);

} // namespace pushgate::core
