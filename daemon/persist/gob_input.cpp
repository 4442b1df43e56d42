// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/persist/gob_input.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace pushgate::daemon {

namespace {
    constexpr qint64 kBufferBytes = 64LL * 1024;
} // namespace

GobInput::GobInput(QIODevice& device)
    : m_device(device)
    , m_left(device.size() - device.pos())
{
}

core::Error GobInput::damaged(const char* what) const
{
    return core::badRequest(
        "damaged gob stream, byte "_ba + QByteArray::number(m_offset) + ": " + what);
}

core::Result<bool> GobInput::enterMessage()
{
    if (const core::Status skipped = skip(m_messageLeft); !skipped)
        return skipped.error();
    m_messageLeft = 0;
    if (m_left == 0)
        return false;
    const auto length = readUint(m_left);
    if (!length)
        return length.error();
    if (*length > static_cast<quint64>(m_left))
        return damaged("the file ends before its message does");
    m_messageLeft = static_cast<qint64>(*length);
    m_left -= m_messageLeft;
    return true;
}

core::Result<quint64> GobInput::readUint()
{
    return readUint(m_messageLeft);
}

/// A byte below 128 is the number; any other is minus the count of the big-endian bytes behind it.
core::Result<quint64> GobInput::readUint(qint64& left)
{
    const auto first = readByte(left);
    if (!first)
        return first.error();
    if (*first < 0x80)
        return quint64{*first};
    const int count = 0x100 - *first;
    if (count > 8)
        return damaged("an integer of more than 8 bytes");
    quint64 value = 0;
    for (int i = 0; i < count; ++i) {
        const auto byte = readByte(left);
        if (!byte)
            return byte.error();
        value = value << 8 | *byte;
    }
    return value;
}

core::Result<qint64> GobInput::readInt()
{
    const auto bits = readUint();
    if (!bits)
        return bits.error();
    const auto half = static_cast<qint64>(*bits >> 1);
    return (*bits & 1) != 0 ? ~half : half;
}

core::Result<qint64> GobInput::readCount()
{
    return readLength();
}

core::Result<qint64> GobInput::readLength()
{
    const auto length = readUint();
    if (!length)
        return length.error();
    if (*length > static_cast<quint64>(m_messageLeft))
        return damaged("a length reaches beyond its message");
    return static_cast<qint64>(*length);
}

core::Result<QByteArray> GobInput::readBytes()
{
    const auto length = readLength();
    if (!length)
        return length.error();
    QByteArray bytes(static_cast<qsizetype>(*length), Qt::Uninitialized);
    qsizetype filled = 0;
    while (filled < bytes.size()) {
        if (const core::Status there = fill(); !there)
            return there.error();
        const qsizetype part = std::min(bytes.size() - filled, m_buffer.size() - m_at);
        std::copy_n(m_buffer.constData() + m_at, part, bytes.data() + filled);
        m_at += part;
        filled += part;
        m_offset += part;
    }
    m_messageLeft -= *length;
    return bytes;
}

core::Status GobInput::skipBytes()
{
    const auto length = readLength();
    if (!length)
        return length.error();
    m_messageLeft -= *length;
    return skip(*length);
}

core::Status GobInput::skip(qint64 length)
{
    while (length > 0) {
        if (core::Status there = fill(); !there)
            return there;
        const qint64 part = std::min<qint64>(length, m_buffer.size() - m_at);
        m_at += static_cast<qsizetype>(part);
        m_offset += part;
        length -= part;
    }
    return core::ok();
}

core::Result<quint8> GobInput::readByte(qint64& left)
{
    if (left == 0)
        return damaged("a message ends in the middle of a value");
    if (const core::Status there = fill(); !there)
        return there.error();
    --left;
    ++m_offset;
    return static_cast<quint8>(m_buffer.at(m_at++));
}

/// Sees to it that the buffer holds at least one byte that is not read yet.
core::Status GobInput::fill()
{
    if (m_at < m_buffer.size())
        return core::ok();
    m_at = 0;
    m_buffer = m_device.read(kBufferBytes);
    if (!m_buffer.isEmpty())
        return core::ok();
    return core::Error{core::Error::Kind::Unavailable,
        "reading fails at byte "_ba + QByteArray::number(m_offset) + ": "
            + m_device.errorString().toUtf8()};
}

} // namespace pushgate::daemon
