// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/push_errors.h"

#include <absl/container/flat_hash_map.h>
#include <algorithm>

namespace pushgate::core {

namespace {

    using FamilyEntry = ConsistencyIndex::FamilyEntry;

    /// Holds the families of one push against the index, one after the other.
    class PushInspection {
    public:
        PushInspection(
            const ConsistencyIndex& index, const std::vector<const CheckedFamily*>& added)
            : m_index(index)
            , m_added(added)
        {
        }

        ErrorList run()
        {
            for (m_at = 0; m_at < m_added.size(); ++m_at) {
                if (!inspectFamily())
                    inspectMetrics();
            }
            return std::move(m_errors);
        }

    private:
        const CheckedFamily& checked() const { return *m_added[m_at]; }
        const MetricFamily& family() const { return checked().family; }

        /// True if the family as a whole is refused: then its metrics are not looked at.
        bool inspectFamily()
        {
            const FamilyEntry& entry = *m_index.family(family().name());
            if (entry.own) {
                const bool helpMatters = entry.own->helpRule == OwnFamily::HelpRule::HelpMustMatch;
                if (helpMatters && family().help().value_or(QByteArray()) != entry.own->help)
                    return refuse(otherHelpText(family(), *entry.own));
                if (family().type() != entry.own->type)
                    return refuse(otherTypeText(family(), *entry.own));
            }
            for (const SuffixRule& rule : kSuffixRules) {
                if (collides(rule))
                    return true;
            }
            return false;
        }

        bool refuse(QByteArray text)
        {
            m_errors.add(std::move(text));
            return true;
        }

        bool collides(const SuffixRule& rule)
        {
            const QByteArray& name = family().name();
            if (const auto base = rule.stripped(name)) {
                const FamilyEntry* entry = metBefore(*base);
                const bool summary = entry && isA(MetricType::Summary, *entry, *base);
                const bool histogram = entry && isA(MetricType::Histogram, *entry, *base);
                if (rule.appliesTo(summary, histogram))
                    return refuse(collidesWithBaseText(name, *base, summary && rule.forSummaries));
            }
            const MetricType type = mergedType(checked());
            const bool summary = type == MetricType::Summary;
            const bool histogram = type == MetricType::Histogram;
            if (rule.appliesTo(summary, histogram) && metBefore(rule.appended(name)))
                return refuse(collidesWithLineText(family(), rule));
            return false;
        }

        /// Whether the family `name`, met before this one, is of `type` as merged.
        bool isA(MetricType type, const FamilyEntry& entry, QByteArrayView name) const
        {
            const auto here = m_added.begin() + static_cast<std::ptrdiff_t>(m_at);
            const auto pushed = find(m_added.begin(), here, name);
            if (pushed != here)
                return mergedType(**pushed) == type;
            return entry.isDeclared(type) || (entry.own && entry.own->type == type);
        }

        /// The entry of `name`, unless only a later family of this push makes it.
        const FamilyEntry* metBefore(QByteArrayView name) const
        {
            const FamilyEntry* entry = m_index.family(name);
            if (!entry || entry->own || entry->owners > 1)
                return entry;
            const auto later = m_added.begin() + static_cast<std::ptrdiff_t>(m_at) + 1;
            return find(later, m_added.end(), name) != m_added.end() ? nullptr : entry;
        }

        using Position = std::vector<const CheckedFamily*>::const_iterator;

        /// `end` if there is none of that name.
        static Position find(Position begin, Position end, QByteArrayView name)
        {
            const Position found = std::lower_bound(
                begin, end, name, [](const CheckedFamily* left, QByteArrayView right) {
                    return left->family.name() < right;
                });
            return found != end && (*found)->family.name() == name ? found : end;
        }

        /// The type that the metrics are held against: what others declare, if they disagree.
        MetricType mergedType(const CheckedFamily& pushed) const
        {
            const FamilyEntry& entry = *m_index.family(pushed.family.name());
            for (size_t type = 0; type < kCheckedTypeCount; ++type) {
                const quint32 ours = static_cast<size_t>(pushed.family.type()) == type ? 1 : 0;
                if (entry.declared[type] > ours && pushed.lacking[type] > 0)
                    return static_cast<MetricType>(type);
            }
            return pushed.family.type();
        }

        void inspectMetrics()
        {
            const QByteArray& name = family().name();
            const MetricType type = mergedType(checked());
            FaultFinder faults(family());
            const bool isChecked = static_cast<size_t>(type) < kCheckedTypeCount;
            absl::flat_hash_map<SeriesHash, quint32> inPush;
            for (const SeriesHash& hash : checked().seriesHashes)
                ++inPush[hash];
            absl::flat_hash_map<SeriesHash, quint32> seen;
            auto nextHash = checked().seriesHashes.begin();
            for (size_t row = 0; row < family().metricCount(); ++row) {
                const Metric metric = family().metric(row);
                const auto faulty = faults.find(row);
                const SeriesHash hash = faulty ? SeriesHash{} : *nextHash++;
                if (isChecked && !metric.has(payloadOf(type))) {
                    report([&] { return notOfTypeText(name, metric, type); });
                } else if (faulty) {
                    report([&] { return faultText(name, metric, *faulty); });
                } else if (seen[hash]++ > 0 || m_index.occurrences(hash) > inPush[hash]) {
                    report([&] { return duplicateText(name, metric); });
                }
            }
        }

        template <typename Text>
        void report(Text&& text)
        {
            if (m_errors.isFull())
                m_errors.countOnly();
            else
                m_errors.add(text());
        }

        const ConsistencyIndex& m_index;
        const std::vector<const CheckedFamily*>& m_added;
        size_t m_at = 0;
        ErrorList m_errors;
    };

} // namespace

ErrorList describePushErrors(
    const ConsistencyIndex& index, const std::vector<const CheckedFamily*>& added)
{
    return PushInspection(index, added).run();
}

} // namespace pushgate::core
