// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QtGlobal>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

namespace pushgate::core {

/// What a value adds to the weight of its chunk. Types of unequal size have an overload of their
/// own; a value made by default weighs nothing.
template <typename Value>
size_t chunkWeight(const Value&)
{
    return 0;
}

/// A run of neighbouring entries of a ChunkedMap.
template <typename Value>
struct MapChunk {
    static constexpr size_t kMostEntries = 64;
    /// About what a segment of an exposition has room for, in lines.
    static constexpr size_t kMostWeight = 400;

    struct Entry {
        QByteArray key;
        Value value;
    };

    quint64 era = 0; ///< see ChunkedMap
    std::vector<Entry> entries; ///< sorted by key, never empty
    size_t weight = 0; ///< of all entries

    /// The place of `key`, whether it is there or not.
    size_t placeOf(QByteArrayView key) const
    {
        const auto found = std::lower_bound(entries.begin(), entries.end(), key,
            [](const Entry& left, QByteArrayView right) { return left.key < right; });
        return static_cast<size_t>(found - entries.begin());
    }
    bool has(QByteArrayView key, size_t place) const
    {
        return place < entries.size() && entries[place].key == key;
    }

    bool isTooLarge() const
    {
        return entries.size() > kMostEntries || (weight > kMostWeight && entries.size() > 1);
    }
    /// How many entries make about half of it: at least one, and not all.
    size_t half() const
    {
        if (weight <= kMostWeight)
            return entries.size() / 2;
        size_t sum = 0;
        size_t kept = 0;
        while (kept + 2 < entries.size() && 2 * sum < weight)
            sum += chunkWeight(entries[kept++].value);
        return std::max<size_t>(kept, 1);
    }
    /// Whether it is better to have both in one chunk.
    bool fitsWith(const MapChunk& next) const
    {
        return entries.size() + next.entries.size() <= kMostEntries / 2
            && weight + next.weight <= kMostWeight / 2;
    }

    /// The place of `key`, which is put there if it was not.
    size_t insert(const QByteArray& key)
    {
        const size_t place = placeOf(key);
        if (!has(key, place))
            entries.insert(at(place), Entry{key, Value{}});
        return place;
    }
    void set(size_t place, Value value)
    {
        weight = weight - chunkWeight(entries[place].value) + chunkWeight(value);
        entries[place].value = std::move(value);
    }
    void erase(size_t place)
    {
        weight -= chunkWeight(entries[place].value);
        entries.erase(at(place));
    }
    /// All entries from `kept` on, as a chunk of the same era.
    MapChunk takeFrom(size_t kept)
    {
        MapChunk upper{era, {}, 0};
        upper.entries.assign(
            std::make_move_iterator(at(kept)), std::make_move_iterator(entries.end()));
        entries.erase(at(kept), entries.end());
        weigh();
        upper.weigh();
        return upper;
    }
    void append(const MapChunk& next)
    {
        entries.insert(entries.end(), next.entries.begin(), next.entries.end());
        weight += next.weight;
    }

private:
    auto at(size_t place) { return entries.begin() + static_cast<std::ptrdiff_t>(place); }
    void weigh()
    {
        weight = 0;
        for (const Entry& entry : entries)
            weight += chunkWeight(entry.value);
    }
};

} // namespace pushgate::core
