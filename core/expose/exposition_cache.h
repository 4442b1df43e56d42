// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expose/negotiate.h"
#include "core/expose/rendered_chunks.h"
#include "core/store/snapshot.h"

#include <QByteArray>
#include <QList>

#include <chrono>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

namespace pushgate::core {

/// Renders expositions and keeps what may serve the next scrape: only chunks of families that
/// changed in between are rendered again.
/// Threads  any; renderings of one format take turns, since the second finds all done by the first.
/// Cost     O(bytes that changed), and O(chunks) to put the rest together. Memory: the bytes of the
///          last rendering in each of the kMostFormats formats last asked for, for kKeptFor.
class ExpositionCache {
public:
    using Time = std::chrono::steady_clock::time_point;
    static constexpr std::chrono::minutes kKeptFor{5};
    static constexpr size_t kMostFormats = 2; ///< a client that asks for all must not fill memory

    /// As renderExposition (exposition.h).
    QList<QByteArray> render(const Snapshot& snapshot, std::span<const MetricFamily> own,
        ExpositionFormat format, Time now);

private:
    struct Page {
        ExpositionFormat format;
        Time usedAt;
        std::mutex mutex; ///< guards `chunks`
        RenderedChunks chunks;
    };

    std::shared_ptr<Page> page(ExpositionFormat format, Time now);

    std::mutex m_mutex; ///< guards the list
    std::vector<std::shared_ptr<Page>> m_pages;
};

} // namespace pushgate::core
