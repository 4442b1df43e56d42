// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QIODevice>

#include <limits>

namespace pushgate::daemon {

/// The messages of a Go gob stream and the primitives inside them, read front to back.
/// No length and no count is believed beyond the bytes of its message, nor a message beyond those
/// of the device; so memory is bounded by what is really there.
/// Errors  BadRequest with the offset of the damage, for all that reads; Unavailable if the device
///         fails. After an error nothing more can be read.
/// Cost    O(bytes), through a buffer of 64 KiB.
/// Source  Persistence, section 3.
class GobInput {
public:
    /// `device` is open for reading and knows its size; the stream is what it holds from its
    /// position on. It must outlive this.
    explicit GobInput(QIODevice& device);

    /// Skips what is left of the message and goes into the next one; false if there is none.
    core::Result<bool> enterMessage();
    qint64 leftInMessage() const { return m_messageLeft; }

    core::Result<quint64> readUint();
    core::Result<qint64> readInt();
    /// The number of elements that follow, each of which takes at least a byte.
    core::Result<qint64> readCount();
    core::Result<QByteArray> readBytes(); ///< also strings and all that encodes itself
    core::Status skipBytes();

    /// Reads a struct: calls `readField` with the number of each field, which must read its value.
    template <typename ReadField>
    core::Status readFields(const ReadField& readField);

    core::Error damaged(const char* what) const;

private:
    core::Result<quint64> readUint(qint64& left);
    core::Result<quint8> readByte(qint64& left);
    core::Result<qint64> readLength();
    core::Status fill();
    core::Status skip(qint64 length);

    QIODevice& m_device;
    QByteArray m_buffer;
    qsizetype m_at = 0; ///< into m_buffer
    qint64 m_left; ///< of the stream behind the current message
    qint64 m_messageLeft = 0;
    qint64 m_offset = 0; ///< in the stream
};

template <typename ReadField>
core::Status GobInput::readFields(const ReadField& readField)
{
    qint64 field = -1;
    for (;;) {
        const auto delta = readUint();
        if (!delta)
            return delta.error();
        if (*delta == 0)
            return core::ok();
        if (*delta > quint64{std::numeric_limits<qint32>::max()})
            return damaged("a field number out of range");
        field += static_cast<qint64>(*delta);
        if (core::Status read = readField(field); !read)
            return read;
    }
}

} // namespace pushgate::daemon
