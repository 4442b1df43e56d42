// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes_hash.h"
#include "core/check/own_family.h"
#include "core/model/checked_family.h"

#include <QByteArray>

#include <absl/container/flat_hash_map.h>
#include <array>
#include <optional>
#include <span>
#include <vector>

namespace pushgate::core {

/// Counts E, the number of errors that a scrape of the store would report, and keeps the count up
/// in O(what changed). Adding and removing are exact inverses, so that a change is undone by the
/// opposite calls; what a change adds may go in before what it displaces goes out.
/// Threads  none of its own: the store's mutex guards it.
/// Cost     `add` and `remove` O(metrics of the family), the rest O(1).
/// Source   Consistency checks, section 7.
class ConsistencyIndex {
public:
    explicit ConsistencyIndex(const std::vector<OwnFamily>& own);

    void add(const CheckedFamily& family);
    void remove(const CheckedFamily& family); ///< one that was added
    /// The same as adding each, but quicker where they are many: each part of the index is filled
    /// while it is at hand. Takes 16 bytes a series meanwhile.
    void addAll(std::span<const CheckedFamily* const> families);

    /// E. A checked push is applied, and a scrape served, iff it is 0.
    quint64 errorCount() const;
    /// Metrics of all families added.
    quint64 seriesCount() const { return m_seriesCount; }

    /// What is known of all families of one name: how many owners declare which type, and how
    /// many of their metrics could not pass as it.
    struct FamilyEntry {
        std::optional<OwnFamily> own; ///< the gateway exposes a family of that name itself
        quint32 owners = 0; ///< added families of that name
        std::array<quint32, kMetricTypeCount> declared{};
        std::array<quint64, kCheckedTypeCount> lacking{};
        quint32 otherHelp = 0; ///< owners whose help differs from the own family's
        quint32 otherType = 0; ///< owners whose type differs from the own family's

        bool isPresent() const { return own || owners > 0; }
        bool isDeclared(MetricType type) const;
        bool hasTypeConflict() const;
        bool hasOwnConflict() const;
    };

    /// Null: neither own nor stored.
    const FamilyEntry* family(QByteArrayView name) const;
    /// How often a series of that hash is stored.
    quint32 occurrences(const SeriesHash& hash) const;

private:
    enum class Direction { Add, Remove };
    static constexpr size_t kShards = 64; ///< a map that grows stops its writer: so many small ones
    using SeriesShard = absl::flat_hash_map<SeriesHash, quint32>;
    /// What of an entry matters to other names: suffix collisions.
    struct Standing {
        bool present = false;
        bool summary = false;
        bool histogram = false;

        friend bool operator==(const Standing&, const Standing&) = default;
    };

    static Standing standingOf(const FamilyEntry& entry);
    Standing standingOf(QByteArrayView name) const;
    static void count(FamilyEntry& entry, const CheckedFamily& family, Direction direction);
    void apply(const CheckedFamily& family, Direction direction);
    void addFacts(const CheckedFamily& family);
    void addSeries(const SeriesHash& hash);
    void addSeries(SeriesShard& shard, const SeriesHash& hash);
    void removeSeries(const SeriesHash& hash);
    quint64 collisionsOf(QByteArrayView name, Standing standing) const;

    static size_t shardOf(const SeriesHash& hash) { return hash.high % kShards; }

    absl::flat_hash_map<QByteArray, FamilyEntry, BytesHash, BytesEqual> m_families;
    std::vector<SeriesShard> m_series{kShards}; ///< hash -> occurrences
    quint64 m_seriesCount = 0;
    quint64 m_badMetrics = 0;
    quint64 m_duplicates = 0; ///< sum over all series of occurrences - 1
    quint64 m_typeConflicts = 0; ///< families with one
    quint64 m_ownConflicts = 0; ///< families with one
    quint64 m_collisions = 0; ///< pairs of names
};

} // namespace pushgate::core
