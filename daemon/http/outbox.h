// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <span>
#include <sys/uio.h>
#include <vector>

namespace pushgate::daemon {

/// The bytes a connection still has to write, as the shared segments they came in.
/// A segment is let go once it is written.
class Outbox {
public:
    void append(QByteArray segment);
    void clear();

    bool isEmpty() const { return m_bytes == 0; }
    qint64 bytes() const { return m_bytes; }

    /// Fills `pieces` from the front, with at most `most` bytes in all; returns how many pieces.
    size_t gather(std::span<iovec> pieces, qint64 most) const;
    /// The first so many bytes are written.
    void advance(qint64 bytes);

private:
    std::vector<QByteArray> m_segments;
    size_t m_first = 0; ///< those before it are written and let go
    qsizetype m_offset = 0; ///< written of the first one
    qint64 m_bytes = 0;
};

} // namespace pushgate::daemon
