// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/crc32c.h"

#include <QtEndian>

#include <array>

namespace pushgate::core {

namespace {

    constexpr std::uint32_t kReversedPolynomial = 0x82F63B78;

    /// One table per byte of an eight-byte step: kTables[n][b] is the effect of byte b with n more
    /// bytes after it in the step.
    using Tables = std::array<std::array<std::uint32_t, 256>, 8>;

    constexpr Tables makeTables()
    {
        Tables tables{};
        for (std::uint32_t byte = 0; byte < 256; ++byte) {
            std::uint32_t crc = byte;
            for (int bit = 0; bit < 8; ++bit)
                crc = (crc >> 1) ^ ((crc & 1) != 0 ? kReversedPolynomial : 0);
            tables[0][byte] = crc;
        }
        for (size_t after = 1; after < tables.size(); ++after) {
            for (size_t byte = 0; byte < 256; ++byte) {
                const std::uint32_t crc = tables[after - 1][byte];
                tables[after][byte] = (crc >> 8) ^ tables[0][crc & 0xFF];
            }
        }
        return tables;
    }

    constexpr Tables kTables = makeTables();

} // namespace

std::uint32_t crc32c(QByteArrayView bytes)
{
    std::uint32_t crc = 0xFFFFFFFF;
    while (bytes.size() >= 8) {
        const auto next = qFromLittleEndian<std::uint64_t>(bytes.data()) ^ crc;
        crc = 0;
        for (size_t i = 0; i < 8; ++i)
            crc ^= kTables[7 - i][(next >> (8 * i)) & 0xFF];
        bytes = bytes.sliced(8);
    }
    for (const char byte : bytes)
        crc = (crc >> 8) ^ kTables[0][(crc ^ static_cast<std::uint8_t>(byte)) & 0xFF];
    return ~crc;
}

} // namespace pushgate::core
