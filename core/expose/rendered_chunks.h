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

/// Keeps what the chunks of families were rendered as in one format. A chunk never changes once a
/// snapshot has it, so what was made of it holds as long as it is stored.
/// Threads  one thread at a time.
class RenderedChunks {
public:
    /// What a chunk's text depends on besides its content and its family's name.
    using ShownType = std::optional<MetricType>;

    /// Appends the rendering of `chunk`, by `render` if it is not known yet.
    void append(Segments& out, const FamilyOwners::ChunkPtr& chunk, ShownType type,
        const std::function<void(Segments&)>& render);

    /// Forgets every chunk that was not asked for since the last call: O(chunks kept).
    void forgetUnused();

private:
    struct Kept {
        std::weak_ptr<const FamilyOwners::Chunk> chunk; ///< so that no other gets its address
        ShownType type;
        QList<QByteArray> segments;
        bool isMade = false;
        bool isUsed = false;
    };

    absl::flat_hash_map<const FamilyOwners::Chunk*, Kept> m_kept;
    Segments m_piece; ///< being rendered; kept for its memory
};

} // namespace pushgate::core
