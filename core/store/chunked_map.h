// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
/// Cost    copy O(chunks); find, edit and erase O(log n) and one chunk (at most kMostEntries).
/// Threads one writer; copies are independent and may be read anywhere.
template <typename Value>
class ChunkedMap {
public:
    static constexpr size_t kMostEntries = 64;

    struct Entry {
        QByteArray key;
        Value value;
    };
    struct Chunk {
        quint64 era = 0;
        std::vector<Entry> entries; ///< sorted by key, never empty
    };
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
        const auto& entries = m_chunks[at]->entries;
        const auto found = std::lower_bound(entries.begin(), entries.end(), key, keyBefore);
        return found != entries.end() && found->key == key ? &found->value : nullptr;
    }

    /// The value under `key`, made if it was not there. Valid until the next change.
    Value& edit(const QByteArray& key, quint64 era)
    {
        // A key after the last one goes into the last chunk.
        const size_t at = m_chunks.empty() ? 0 : std::min(chunkFor(key), m_chunks.size() - 1);
        if (m_chunks.empty())
            m_chunks.push_back(std::make_shared<Chunk>(Chunk{era, {}}));
        Chunk* chunk = own(at, era);
        auto found = std::lower_bound(chunk->entries.begin(), chunk->entries.end(), key, keyBefore);
        if (found != chunk->entries.end() && found->key == key)
            return found->value;
        found = chunk->entries.insert(found, Entry{key, Value{}});
        ++m_size;
        if (chunk->entries.size() <= kMostEntries)
            return found->value;
        const auto index = static_cast<size_t>(found - chunk->entries.begin());
        const size_t kept = split(at, era);
        Chunk* holder = index < kept ? chunk : own(at + 1, era);
        return holder->entries[index < kept ? index : index - kept].value;
    }

    /// Does nothing if the key is not there.
    void erase(QByteArrayView key, quint64 era)
    {
        if (!find(key))
            return;
        const size_t at = chunkFor(key);
        auto& entries = own(at, era)->entries;
        entries.erase(std::lower_bound(entries.begin(), entries.end(), key, keyBefore));
        --m_size;
        if (entries.empty())
            m_chunks.erase(m_chunks.begin() + static_cast<std::ptrdiff_t>(at));
        else
            mergeWithNext(at, era);
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
    static bool keyBefore(const Entry& left, QByteArrayView right) { return left.key < right; }

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

    /// Moves the upper entries of a chunk into a new one behind it; returns how many it kept.
    size_t split(size_t at, quint64 era)
    {
        auto& entries = own(at, era)->entries;
        // Keys often arrive in order; then full chunks behind are better than half-full ones.
        const bool atEnd = at + 1 == m_chunks.size();
        const size_t kept = atEnd ? kMostEntries : entries.size() / 2;
        const auto keep = static_cast<std::ptrdiff_t>(kept);
        auto upper = std::make_shared<Chunk>(Chunk{era, {}});
        upper->entries.assign(std::make_move_iterator(entries.begin() + keep),
            std::make_move_iterator(entries.end()));
        entries.erase(entries.begin() + keep, entries.end());
        m_chunks.insert(m_chunks.begin() + static_cast<std::ptrdiff_t>(at) + 1, std::move(upper));
        return kept;
    }

    void mergeWithNext(size_t at, quint64 era)
    {
        if (at + 1 == m_chunks.size())
            return;
        const auto& next = m_chunks[at + 1]->entries;
        if (m_chunks[at]->entries.size() + next.size() > kMostEntries / 2)
            return;
        auto& entries = own(at, era)->entries;
        entries.insert(entries.end(), next.begin(), next.end());
        m_chunks.erase(m_chunks.begin() + static_cast<std::ptrdiff_t>(at) + 1);
    }

    std::vector<ChunkPtr> m_chunks;
    size_t m_size = 0;
};

} // namespace pushgate::core
