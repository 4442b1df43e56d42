// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expose/rendered_chunks.h"

namespace pushgate::core {

void RenderedChunks::append(Segments& out, const FamilyOwners::ChunkPtr& chunk, ShownType type,
    const std::function<void(Segments&)>& render)
{
    Kept& kept = m_kept[chunk.get()];
    if (!kept.isMade || kept.type != type) {
        render(m_piece);
        kept = {chunk, type, m_piece.take(), true};
    }
    kept.isUsed = true;
    out.append(kept.segments);
}

void RenderedChunks::forgetUnused()
{
    absl::erase_if(m_kept, [](auto& entry) { return !std::exchange(entry.second.isUsed, false); });
}

} // namespace pushgate::core
