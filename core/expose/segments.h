// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace pushgate::core {

/// Collects output in segments of about kSegmentBytes, so that nothing large is ever joined or
/// moved. Cuts may fall anywhere: only all segments together mean something.
/// Cost    a write costs its own bytes; one allocation a segment.
class Segments {
public:
    static constexpr qsizetype kSegmentBytes = qsizetype{64} * 1024;

    /// Room for `bytes` at the end of the output; whoever writes there says so by `advance`.
    /// The address holds until the next call of another member.
    char* room(qsizetype bytes)
    {
        if (m_end - m_at < bytes)
            beginSegment(bytes);
        return m_at;
    }
    void advance(char* end) { m_at = end; } ///< `end` of what was written to the room

    void append(QByteArrayView bytes); ///< copies
    void cut(); ///< here ends a segment, unless it would be a small one
    /// Takes over what another collected: large segments as they are, small ones are copied.
    void append(QList<QByteArray> segments);
    /// The same with all that `other` has so far; it is empty then, but keeps its memory.
    void append(Segments& other);

    qint64 size() const { return m_finishedBytes + (m_at - m_begin); }
    /// All output so far; leaves nothing behind. No segment is empty.
    QList<QByteArray> take();

private:
    void beginSegment(qsizetype bytes);
    void finishSegment();

    QList<QByteArray> m_finished;
    qint64 m_finishedBytes = 0;
    QByteArray m_segment; ///< being written, [m_begin, m_at) is in use
    char* m_begin = nullptr;
    char* m_at = nullptr;
    char* m_end = nullptr;
};

} // namespace pushgate::core
