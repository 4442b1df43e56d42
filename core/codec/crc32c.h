// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <cstdint>

namespace pushgate::core {

/// The CRC-32 with Castagnoli's polynomial, as in RFC 3720.
std::uint32_t crc32c(QByteArrayView bytes);

} // namespace pushgate::core
