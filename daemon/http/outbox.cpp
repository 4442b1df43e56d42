// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/http/outbox.h"

#include <algorithm>

namespace pushgate::daemon {

namespace {

    constexpr size_t kUsualSegments = 8; ///< room for so many is kept from answer to answer

} // namespace

void Outbox::append(QByteArray segment)
{
    if (segment.isEmpty())
        return;
    m_bytes += segment.size();
    m_segments.push_back(std::move(segment));
}

void Outbox::clear()
{
    m_segments = {};
    m_first = 0;
    m_offset = 0;
    m_bytes = 0;
}

size_t Outbox::gather(std::span<iovec> pieces, qint64 most) const
{
    size_t count = 0;
    qsizetype offset = m_offset;
    for (size_t i = m_first; i < m_segments.size() && count < pieces.size() && most > 0; ++i) {
        const QByteArray& segment = m_segments[i];
        const qint64 length = std::min<qint64>(segment.size() - offset, most);
        // An iovec is the same for reading and writing, hence not const; nothing is written here.
        pieces[count].iov_base = const_cast<char*>(segment.constData() + offset);
        pieces[count].iov_len = static_cast<size_t>(length);
        most -= length;
        offset = 0;
        ++count;
    }
    return count;
}

void Outbox::advance(qint64 bytes)
{
    m_bytes -= bytes;
    while (m_first < m_segments.size()) {
        const qint64 left = m_segments[m_first].size() - m_offset;
        if (bytes < left) {
            m_offset += bytes;
            return;
        }
        bytes -= left;
        m_offset = 0;
        m_segments[m_first++] = {};
    }
    m_first = 0;
    if (m_segments.capacity() > kUsualSegments)
        m_segments = {};
    else
        m_segments.clear();
}

} // namespace pushgate::daemon
