// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expose/segments.h"
#include "core/model/metric_type.h"
#include "core/store/snapshot.h"

#include <absl/container/flat_hash_map.h>
#include <functional>
#include <memory>
#include <optional>

namespace pushgate::core {

/// Keeps what was rendered in one format: chunks of one family's groups, and chunks of families as
/// wholes. A chunk never changes once a snapshot has it, so what was made of it holds as long as
/// it is stored.
/// Threads  one thread at a time.
class RenderedChunks {
public:
    using FamilyChunk = ChunkedMap<FamilyOwners>::Chunk;
    using Render = std::function<void(Segments&)>;
    /// What a chunk's text depends on besides its content and its family's name.
    using ShownType = std::optional<MetricType>;

    /// Appends the rendering of `chunk`, by `render` if it is not known yet.
    void append(
        Segments& out, const FamilyOwners::ChunkPtr& chunk, ShownType type, const Render& render);
    /// The same for whole families, which show nothing but what is in the chunk.
    void append(
        Segments& out, const std::shared_ptr<const FamilyChunk>& chunk, const Render& render);

    /// Forgets chunks that are stored no more, after each scrape. O(chunks kept) if anything was
    /// rendered for it, and now and then else, since what goes need not be followed by what comes.
    void forgetGone();

    /// How many scrapes without news what is gone may outlast.
    static constexpr int kMostIdleScrapes = 16;

private:
    template <typename Chunk>
    struct Kept {
        std::weak_ptr<const Chunk> chunk; ///< so that no other gets its address
        QList<QByteArray> segments;
        ShownType type{};
        bool isMade = false;
    };
    template <typename Chunk>
    using ByAddress = absl::flat_hash_map<const Chunk*, Kept<Chunk>>;

    ByAddress<FamilyOwners::Chunk> m_groups;
    ByAddress<FamilyChunk> m_families;
    Segments m_piece; ///< of groups, being rendered; kept for its memory
    bool m_hasRendered = false; // since what is gone was last looked for
    int m_idleScrapes = 0; // likewise
};

} // namespace pushgate::core
