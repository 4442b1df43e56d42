// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expose/rendered_chunks.h"

namespace pushgate::core {

void RenderedChunks::append(
    Segments& out, const FamilyOwners::ChunkPtr& chunk, ShownType type, const Render& render)
{
    auto& kept = m_groups[chunk.get()];
    if (!kept.isMade || kept.type != type) {
        render(m_piece);
        kept = {chunk, m_piece.take(), type, true};
        m_hasRendered = true;
    }
    out.append(kept.segments);
}

void RenderedChunks::append(
    Segments& out, const std::shared_ptr<const FamilyChunk>& chunk, const Render& render)
{
    auto& kept = m_families[chunk.get()];
    if (!kept.isMade) {
        Segments piece;
        render(piece);
        kept = {chunk, piece.take(), {}, true};
        m_hasRendered = true;
    }
    out.append(kept.segments);
}

void RenderedChunks::forgetGone()
{
    if (!m_hasRendered && ++m_idleScrapes < kMostIdleScrapes)
        return;
    m_hasRendered = false;
    m_idleScrapes = 0;
    const auto isGone = [](const auto& entry) { return entry.second.chunk.expired(); };
    absl::erase_if(m_groups, isGone);
    absl::erase_if(m_families, isGone);
}

} // namespace pushgate::core
