// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/bounded_output.h"

#include <algorithm>
#include <utility>

namespace pushgate::core {

namespace {

    constexpr qsizetype kFirstBytes = 4096;

    /// From here on memory grows in long strides: it is only there once it is written to, while
    /// for each stride all bytes are in memory twice for a moment.
    constexpr qsizetype kManyBytes = qsizetype{16} * 1024 * 1024;
    constexpr qsizetype kStride = 8;

} // namespace

BoundedOutput::BoundedOutput(qint64 limitBytes)
    : m_limitBytes(limitBytes)
{
}

std::span<char> BoundedOutput::room()
{
    if (m_bytes.size() == m_used)
        growTo(m_used + 1);
    return {m_bytes.data() + m_used, static_cast<size_t>(m_bytes.size() - m_used)};
}

std::span<char> BoundedOutput::room(qsizetype bytes)
{
    growTo(m_used + bytes);
    return {m_bytes.data() + m_used, static_cast<size_t>(bytes)};
}

void BoundedOutput::growTo(qsizetype bytes)
{
    if (bytes <= m_bytes.size())
        return;
    const qsizetype times = m_used < kManyBytes ? 2 : kStride;
    const qsizetype ahead = std::max({bytes, kFirstBytes, times * m_used});
    m_bytes.resize(std::min(ahead, m_limitBytes));
}

QByteArray BoundedOutput::take() &&
{
    m_bytes.truncate(m_used);
    return std::exchange(m_bytes, {});
}

} // namespace pushgate::core
