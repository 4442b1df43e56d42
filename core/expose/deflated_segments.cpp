// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expose/deflated_segments.h"

#define XXH_INLINE_ALL
#include <utility>
#include <xxhash.h>

namespace pushgate::core {

namespace {

    quint64 digestOf(QByteArrayView bytes)
    {
        return XXH3_64bits(bytes.data(), static_cast<size_t>(bytes.size()));
    }

} // namespace

Result<QList<QByteArray>> DeflatedSegments::gzipMember(const QList<QByteArray>& segments)
{
    ByAddress next; // what is not in this body is forgotten
    next.reserve(static_cast<size_t>(segments.size()));
    QList<DeflatedSegment> deflated;
    deflated.reserve(segments.size());
    for (const QByteArray& segment : segments) {
        auto result = kept(segment);
        if (!result)
            return result.error();
        deflated.append(result->deflated);
        next.insert_or_assign(segment.constData(), *std::move(result));
    }
    m_kept.swap(next);
    m_byDigest.clear();
    for (const auto& [address, kept] : m_kept)
        m_byDigest.emplace(kept.digest, address);
    return core::gzipMember(deflated);
}

/// Null: not seen before.
const DeflatedSegments::Kept* DeflatedSegments::known(const QByteArray& segment) const
{
    const auto shared = m_kept.find(segment.constData());
    if (shared != m_kept.end() && shared->second.plain.size() == segment.size())
        return &shared->second;
    const auto alike = m_byDigest.find(digestOf(segment));
    if (alike == m_byDigest.end())
        return nullptr;
    const Kept& kept = m_kept.find(alike->second)->second;
    return kept.plain == segment ? &kept : nullptr; // digests may be equal by chance or by intent
}

Result<DeflatedSegments::Kept> DeflatedSegments::kept(const QByteArray& segment)
{
    if (const Kept* const before = known(segment))
        return Kept{segment, before->digest, before->deflated};
    auto deflated = m_deflater.deflateInPieces(segment);
    if (!deflated)
        return deflated.error();
    return Kept{segment, digestOf(segment), *std::move(deflated)};
}

void DeflatedSegments::clear()
{
    m_kept.clear();
    m_byDigest.clear();
}

} // namespace pushgate::core
