// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <span>

namespace pushgate::core {

/// What a decoder writes to: bytes that may become `limitBytes` and no more. It touches at most
/// some megabytes and an eighth more memory than it uses, twice that below some megabytes.
class BoundedOutput {
public:
    explicit BoundedOutput(qint64 limitBytes);

    qsizetype size() const { return m_used; }
    qint64 limitBytes() const { return m_limitBytes; }
    qint64 left() const { return m_limitBytes - m_used; }
    QByteArrayView view() const { return QByteArrayView(m_bytes).first(m_used); }

    /// Free space of at least one byte; left() must not be 0. Valid until the next call.
    std::span<char> room();
    /// Free space of exactly `bytes`, at most left().
    std::span<char> room(qsizetype bytes);
    /// So many bytes at the front of the free space have been written.
    void commit(qsizetype written) { m_used += written; }

    QByteArray take() &&;

private:
    void growTo(qsizetype bytes);

    QByteArray m_bytes; // longer than what is used
    qsizetype m_used = 0;
    qint64 m_limitBytes;
};

} // namespace pushgate::core
