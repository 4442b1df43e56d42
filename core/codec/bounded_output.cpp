// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/bounded_output.h"

#include <algorithm>
#include <utility>

namespace pushgate::core {

namespace {

    constexpr qsizetype kFirstBytes = 4096;

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
    const qsizetype doubled = std::max({bytes, kFirstBytes, 2 * m_used});
    m_bytes.resize(std::min(doubled, m_limitBytes));
}

QByteArray BoundedOutput::take() &&
{
    m_bytes.truncate(m_used);
    return std::exchange(m_bytes, {});
}

} // namespace pushgate::core
