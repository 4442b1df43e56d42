// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/map_chunk.h"

#include <QByteArray>
#include <QByteArrayView>

#include <algorithm>
#include <memory>
#include <vector>

namespace pushgate::core {

/// A sorted map in chunks, made to be copied: a copy shares all chunks, and a change replaces
/// the one chunk it falls into.
/// Changes carry the `era` of the writer. A writer that copies the map and will change it further
/// begins a new era; chunks made in the current era are changed in place, since no copy has them.
/// Cost    copy O(chunks); find, edit and erase O(log n) and one chunk, whose size is bounded by
///         entries and, where values have a weight (map_chunk.h), by that.
/// Threads one writer; copies are independent and may be read anywhere.
template <typename Value>
class ChunkedMap {
public:
    using Chunk = MapChunk<Value>;
    using Entry = typename Chunk::Entry;
    using ChunkPtr = std::shared_ptr<const Chunk>;

    const std::vector<ChunkPtr>& chunks() const { return m_chunks; }
    size_t size() const { return m_size; }
    bool empty() const { return m_size == 0; }

    /// Null: no such key. Valid until the next change.
    const Value* find(QByteArrayView key) const
    {
        const size_t at = chunkFor(key);
        if (at == m_chunks.size())
            return nullptr;
        const Chunk& chunk = *m_chunks[at];
        const size_t place = chunk.placeOf(key);
        return chunk.has(key, place) ? &chunk.entries[place].value : nullptr;
    }

    /// The value under `key`, made if need be, until the next change; keep its weight.
    Value& edit(const QByteArray& key, quint64 era)
    {
        size_t at = chunkToHold(key, era);
        size_t place = insert(at, key);
        if (m_chunks[at]->isTooLarge()) {
            const size_t kept = split(at, era);
            at += place < kept ? 0 : 1;
            place -= place < kept ? 0 : kept;
        }
        return own(at, era)->entries[place].value;
    }

    /// Sets the value under `key`.
    void put(const QByteArray& key, Value value, quint64 era)
    {
        const size_t at = chunkToHold(key, era);
        const size_t place = insert(at, key);
        own(at, era)->set(place, std::move(value));
        if (m_chunks[at]->isTooLarge())
            split(at, era);
    }

    /// Does nothing if the key is not there.
    void erase(QByteArrayView key, quint64 era)
    {
        if (!find(key))
            return;
        const size_t at = chunkFor(key);
        Chunk* const chunk = own(at, era);
        chunk->erase(chunk->placeOf(key));
        --m_size;
        if (chunk->entries.empty()) {
            m_chunks.erase(iteratorTo(at));
        } else if (at + 1 < m_chunks.size() && chunk->fitsWith(*m_chunks[at + 1])) {
            chunk->append(*m_chunks[at + 1]);
            m_chunks.erase(iteratorTo(at + 1));
        }
    }

    template <typename Visit>
    void forEach(Visit&& visit) const
    {
        for (const ChunkPtr& chunk : m_chunks) {
            for (const Entry& entry : chunk->entries)
                visit(entry.key, entry.value);
        }
    }

private:
    /// The first chunk whose last key is not before `key`; the number of chunks if there is none.
    size_t chunkFor(QByteArrayView key) const
    {
        const auto found = std::lower_bound(
            m_chunks.begin(), m_chunks.end(), key, [](const ChunkPtr& left, QByteArrayView right) {
                return left->entries.back().key < right;
            });
        return static_cast<size_t>(found - m_chunks.begin());
    }

    /// The chunk at `at`, replaced by a copy unless nobody else can have it.
    Chunk* own(size_t at, quint64 era)
    {
        if (m_chunks[at]->era != era) {
            auto copy = std::make_shared<Chunk>(*m_chunks[at]);
            copy->era = era;
            m_chunks[at] = std::move(copy);
        }
        return const_cast<Chunk*>(m_chunks[at].get());
    }

    /// The chunk that `key` belongs into, own already.
    size_t chunkToHold(const QByteArray& key, quint64 era)
    {
        if (m_chunks.empty())
            m_chunks.push_back(std::make_shared<Chunk>(Chunk{era, {}, 0}));
        const bool isFirst = m_chunks.back()->entries.empty();
        const size_t at = isFirst ? 0 : std::min(chunkFor(key), m_chunks.size() - 1);
        own(at, era);
        return at;
    }

    size_t insert(size_t at, const QByteArray& key)
    {
        Chunk* const chunk = const_cast<Chunk*>(m_chunks[at].get());
        m_size += chunk->has(key, chunk->placeOf(key)) ? 0U : 1U;
        return chunk->insert(key);
    }

    /// Moves the upper entries of a chunk into a new one behind it; returns how many it kept.
    size_t split(size_t at, quint64 era)
    {
        Chunk* const chunk = own(at, era);
        // Keys often arrive in order; then full chunks behind are better than half-full ones.
        const bool atEnd = at + 1 == m_chunks.size();
        const size_t kept = atEnd ? chunk->entries.size() - 1 : chunk->half();
        m_chunks.insert(iteratorTo(at + 1), std::make_shared<Chunk>(chunk->takeFrom(kept)));
        return kept;
    }

    auto iteratorTo(size_t at) { return m_chunks.begin() + static_cast<std::ptrdiff_t>(at); }

    std::vector<ChunkPtr> m_chunks;
    size_t m_size = 0;
};

} // namespace pushgate::core
