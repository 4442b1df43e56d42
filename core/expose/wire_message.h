// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/varint.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <type_traits>

namespace pushgate::core {

/// Puts a protobuf message together field by field. Optional fields that hold nothing are left
/// out; everything else is written, also zeros.
/// Cost    amortised O(bytes); a nested message of more than 127 bytes is moved once when closed.
class WireMessage {
public:
    const QByteArray& bytes() const { return m_bytes; }
    void clear() { m_bytes.resize(0); } ///< keeps the memory

    void bytesField(quint32 number, QByteArrayView value);
    void doubleField(quint32 number, const std::optional<double>& value);
    /// int32, int64, uint32 and uint64: a negative number takes ten bytes.
    template <typename Integer>
    void integerField(quint32 number, const std::optional<Integer>& value)
    {
        static_assert(std::is_integral_v<Integer>);
        if (value)
            varintField(number, static_cast<quint64>(*value));
    }
    void zigzagField(quint32 number, const std::optional<qint64>& value); ///< sint32 and sint64

    /// Begins a nested message; what it returns is for `close`, which ends it.
    qsizetype open(quint32 number);
    void close(qsizetype opened);

    void append(QByteArrayView fields) { m_bytes.append(fields); } ///< already in wire format

private:
    enum class Type : quint32 { Varint = 0, Fixed64 = 1, Length = 2 };

    void tag(quint32 number, Type type)
    {
        appendVarint(m_bytes, (number << 3) | static_cast<quint32>(type));
    }
    void varintField(quint32 number, quint64 value);

    QByteArray m_bytes;
};

} // namespace pushgate::core
