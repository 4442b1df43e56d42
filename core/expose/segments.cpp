// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expose/segments.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace pushgate::core {

namespace {

    /// From here on copying a segment costs more than another segment in the list.
    constexpr qsizetype kLargeBytes = Segments::kSegmentBytes / 4;
    /// And from here on giving back the rest costs more than it is worth.
    constexpr qsizetype kFullBytes = Segments::kSegmentBytes / 4 * 3;

} // namespace

void Segments::append(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return;
    char* const at = room(bytes.size());
    std::memcpy(at, bytes.data(), static_cast<size_t>(bytes.size()));
    advance(at + bytes.size());
}

void Segments::cut()
{
    if (m_at - m_begin >= kLargeBytes)
        finishSegment();
}

void Segments::append(QList<QByteArray> segments)
{
    for (QByteArray& segment : segments) {
        if (segment.size() < kLargeBytes) {
            append(QByteArrayView(segment));
            continue;
        }
        finishSegment();
        m_finishedBytes += segment.size();
        m_finished.push_back(std::move(segment));
    }
}

void Segments::append(Segments& other)
{
    if (other.m_at - other.m_begin >= kLargeBytes)
        other.finishSegment();
    append(std::exchange(other.m_finished, {}));
    other.m_finishedBytes = 0;
    append(QByteArrayView(other.m_begin, other.m_at));
    other.m_at = other.m_begin;
}

QList<QByteArray> Segments::take()
{
    finishSegment();
    m_finishedBytes = 0;
    return std::exchange(m_finished, {});
}

void Segments::beginSegment(qsizetype bytes)
{
    finishSegment();
    m_segment = QByteArray(std::max(bytes, kSegmentBytes), Qt::Uninitialized);
    m_begin = m_segment.data();
    m_at = m_begin;
    m_end = m_begin + m_segment.size();
}

void Segments::finishSegment()
{
    const qsizetype used = m_at - m_begin;
    if (used > 0) {
        m_segment.truncate(used);
        if (used < kFullBytes)
            m_segment.squeeze();
        m_finishedBytes += used;
        m_finished.push_back(std::move(m_segment));
    }
    m_segment = {};
    m_begin = m_at = m_end = nullptr;
}

} // namespace pushgate::core
