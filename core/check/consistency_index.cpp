// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/consistency_index.h"

#include "core/check/suffix_rules.h"

#include <algorithm>

namespace pushgate::core {

bool ConsistencyIndex::FamilyEntry::isDeclared(MetricType type) const
{
    return declared[static_cast<size_t>(type)] > 0;
}

bool ConsistencyIndex::FamilyEntry::hasTypeConflict() const
{
    for (size_t type = 0; type < kCheckedTypeCount; ++type) {
        if (declared[type] > 0 && lacking[type] > 0)
            return true;
    }
    return false;
}

bool ConsistencyIndex::FamilyEntry::hasOwnConflict() const
{
    if (!own)
        return false;
    const bool helpMatters = own->helpRule == OwnFamily::HelpRule::HelpMustMatch;
    return otherType > 0 || (helpMatters && otherHelp > 0);
}

ConsistencyIndex::ConsistencyIndex(const std::vector<OwnFamily>& own)
{
    for (const OwnFamily& family : own)
        m_families[family.name].own = family;
}

void ConsistencyIndex::add(const CheckedFamily& family)
{
    addFacts(family);
    for (const SeriesHash& hash : family.seriesHashes)
        addSeries(hash);
}

void ConsistencyIndex::addAll(std::span<const CheckedFamily* const> families)
{
    std::array<std::vector<SeriesHash>, kShards> hashes;
    for (const CheckedFamily* const family : families) {
        addFacts(*family);
        for (const SeriesHash& hash : family->seriesHashes)
            hashes[shardOf(hash)].push_back(hash);
    }
    for (size_t i = 0; i < kShards; ++i) {
        m_series[i].reserve(m_series[i].size() + hashes[i].size());
        for (const SeriesHash& hash : hashes[i])
            addSeries(m_series[i], hash);
    }
}

void ConsistencyIndex::addFacts(const CheckedFamily& family)
{
    apply(family, Direction::Add);
    m_badMetrics += family.badMetrics;
    m_seriesCount += family.family.metricCount();
}

void ConsistencyIndex::remove(const CheckedFamily& family)
{
    for (const SeriesHash& hash : family.seriesHashes)
        removeSeries(hash);
    m_seriesCount -= family.family.metricCount();
    m_badMetrics -= family.badMetrics;
    apply(family, Direction::Remove);
}

quint64 ConsistencyIndex::errorCount() const
{
    return m_badMetrics + m_duplicates + m_typeConflicts + m_ownConflicts + m_collisions;
}

const ConsistencyIndex::FamilyEntry* ConsistencyIndex::family(QByteArrayView name) const
{
    const auto found = m_families.find(name);
    return found == m_families.end() ? nullptr : &found->second;
}

quint32 ConsistencyIndex::occurrences(const SeriesHash& hash) const
{
    const SeriesShard& shard = m_series[shardOf(hash)];
    const auto found = shard.find(hash);
    return found == shard.end() ? 0 : found->second;
}

ConsistencyIndex::Standing ConsistencyIndex::standingOf(const FamilyEntry& entry)
{
    const auto declares = [&entry](MetricType type) {
        return entry.isDeclared(type) || (entry.own && entry.own->type == type);
    };
    return {entry.isPresent(), declares(MetricType::Summary), declares(MetricType::Histogram)};
}

ConsistencyIndex::Standing ConsistencyIndex::standingOf(QByteArrayView name) const
{
    const FamilyEntry* entry = family(name);
    return entry ? standingOf(*entry) : Standing{};
}

void ConsistencyIndex::count(FamilyEntry& entry, const CheckedFamily& checked, Direction direction)
{
    const MetricFamily& family = checked.family;
    const bool adding = direction == Direction::Add;
    const auto step = [adding](auto& counter, auto by) {
        counter
            = static_cast<std::decay_t<decltype(counter)>>(adding ? counter + by : counter - by);
    };
    step(entry.owners, 1U);
    step(entry.declared[static_cast<size_t>(family.type())], 1U);
    for (size_t type = 0; type < kCheckedTypeCount; ++type)
        step(entry.lacking[type], checked.lacking[type]);
    if (!entry.own)
        return;
    step(entry.otherHelp, family.help().value_or(QByteArray()) != entry.own->help ? 1U : 0U);
    step(entry.otherType, family.type() != entry.own->type ? 1U : 0U);
}

void ConsistencyIndex::apply(const CheckedFamily& family, Direction direction)
{
    const QByteArray& name = family.family.name();
    FamilyEntry& entry = m_families[name];
    const Standing before = standingOf(entry);
    m_typeConflicts -= entry.hasTypeConflict() ? 1U : 0U;
    m_ownConflicts -= entry.hasOwnConflict() ? 1U : 0U;
    count(entry, family, direction);
    m_typeConflicts += entry.hasTypeConflict() ? 1U : 0U;
    m_ownConflicts += entry.hasOwnConflict() ? 1U : 0U;
    const Standing after = standingOf(entry);
    if (before != after)
        m_collisions += collisionsOf(name, after) - collisionsOf(name, before);
    if (!entry.isPresent())
        m_families.erase(name);
}

quint64 ConsistencyIndex::collisionsOf(QByteArrayView name, Standing standing) const
{
    if (!standing.present)
        return 0;
    quint64 pairs = 0;
    for (const SuffixRule& rule : kSuffixRules) {
        const auto base = rule.stripped(name);
        const Standing shorter = base ? standingOf(*base) : Standing{};
        pairs += rule.appliesTo(shorter.summary, shorter.histogram) ? 1U : 0U;
        if (rule.appliesTo(standing.summary, standing.histogram))
            pairs += standingOf(rule.appended(name)).present ? 1U : 0U;
    }
    return pairs;
}

void ConsistencyIndex::addSeries(const SeriesHash& hash)
{
    addSeries(m_series[shardOf(hash)], hash);
}

void ConsistencyIndex::addSeries(SeriesShard& shard, const SeriesHash& hash)
{
    quint32& occurrences = shard[hash];
    m_duplicates += occurrences > 0 ? 1U : 0U;
    ++occurrences;
}

void ConsistencyIndex::removeSeries(const SeriesHash& hash)
{
    SeriesShard& shard = m_series[shardOf(hash)];
    const auto found = shard.find(hash);
    Q_ASSERT(found != shard.end());
    m_duplicates -= found->second > 1 ? 1U : 0U;
    if (--found->second == 0)
        shard.erase(found);
}

} // namespace pushgate::core
