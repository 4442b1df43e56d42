// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expose/wire_message.h"

#include <QtEndian>

#include <array>
#include <bit>

namespace pushgate::core {

void WireMessage::bytesField(quint32 number, QByteArrayView value)
{
    tag(number, Type::Length);
    appendVarint(m_bytes, static_cast<quint64>(value.size()));
    m_bytes.append(value);
}

void WireMessage::doubleField(quint32 number, const std::optional<double>& value)
{
    if (!value)
        return;
    tag(number, Type::Fixed64);
    const auto bits = qToLittleEndian(std::bit_cast<quint64>(*value));
    m_bytes.append(reinterpret_cast<const char*>(&bits), sizeof bits);
}

void WireMessage::zigzagField(quint32 number, const std::optional<qint64>& value)
{
    if (!value)
        return;
    const auto sign = static_cast<quint64>(*value >> 63);
    varintField(number, (static_cast<quint64>(*value) << 1) ^ sign);
}

void WireMessage::varintField(quint32 number, quint64 value)
{
    tag(number, Type::Varint);
    appendVarint(m_bytes, value);
}

qsizetype WireMessage::open(quint32 number)
{
    tag(number, Type::Length);
    m_bytes.append('\0'); // the usual length takes one byte
    return m_bytes.size();
}

void WireMessage::close(qsizetype opened)
{
    std::array<char, kMaxVarintBytes> length{};
    const char* const end
        = writeVarint(length.data(), static_cast<quint64>(m_bytes.size() - opened));
    m_bytes.replace(opened - 1, 1, length.data(), end - length.data());
}

} // namespace pushgate::core
