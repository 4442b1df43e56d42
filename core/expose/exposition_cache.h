// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expose/deflated_segments.h"
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
///          last rendering in each of the kMostFormats formats last asked for, for kKeptFor; where
///          gzip was asked for the compressed ones too.
class ExpositionCache {
public:
    using Time = std::chrono::steady_clock::time_point;
    static constexpr std::chrono::minutes kKeptFor{5};
    static constexpr size_t kMostFormats = 2; ///< a client that asks for all must not fill memory

    /// As renderExposition (exposition.h).
    QList<QByteArray> render(const Snapshot& snapshot, std::span<const MetricFamily> own,
        ExpositionFormat format, Time now);
    /// The same as one gzip member, of which only what differs from the last one is compressed.
    /// Errors  Unavailable: no memory.
    Result<QList<QByteArray>> renderGzip(const Snapshot& snapshot,
        std::span<const MetricFamily> own, ExpositionFormat format, Time now);

private:
    struct Page {
        ExpositionFormat format;
        Time usedAt;
        std::mutex mutex; ///< guards `chunks`
        RenderedChunks chunks;
        std::mutex gzipMutex; ///< guards what follows; never locked while `mutex` is
        Time compressedAt;
        DeflatedSegments deflated;
    };

    static QList<QByteArray> render(
        Page& page, const Snapshot& snapshot, std::span<const MetricFamily> own);
    std::shared_ptr<Page> page(ExpositionFormat format, Time now);

    std::mutex m_mutex; ///< guards the list
    std::vector<std::shared_ptr<Page>> m_pages;
};

} // namespace pushgate::core
