// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/full_check.h"

#include "core/check/series_hasher.h"

#include <absl/container/flat_hash_set.h>
#include <algorithm>

namespace pushgate::core {

namespace {

    using Owners = std::vector<const StoredFamily*>;

    Owners byAge(const FamilyOwners& owners)
    {
        Owners sorted;
        sorted.reserve(owners.size());
        owners.forEach(
            [&sorted](const QByteArray&, const StoredFamily& owner) { sorted.push_back(&owner); });
        std::sort(
            sorted.begin(), sorted.end(), [](const StoredFamily* left, const StoredFamily* right) {
                return left->order < right->order;
            });
        return sorted;
    }

    bool anyDeclares(const FamilyOwners& owners, MetricType type)
    {
        for (const auto& chunk : owners.chunks()) {
            for (const auto& entry : chunk->entries) {
                if (entry.value.family().type() == type)
                    return true;
            }
        }
        return false;
    }

    class FullCheck {
    public:
        FullCheck(const Snapshot& snapshot, const std::vector<OwnFamily>& own)
            : m_snapshot(snapshot)
            , m_own(own)
        {
        }

        ErrorList run()
        {
            m_snapshot.families.forEach([this](const QByteArray& name, const FamilyOwners& owners) {
                const Owners sorted = byAge(owners);
                if (!refuseFamily(name, sorted))
                    checkMetrics(name, sorted);
            });
            return std::move(m_errors);
        }

    private:
        const OwnFamily* ownFamily(QByteArrayView name) const
        {
            const auto found = std::find_if(m_own.begin(), m_own.end(),
                [name](const OwnFamily& family) { return family.name == name; });
            return found == m_own.end() ? nullptr : &*found;
        }

        bool refuseFamily(QByteArrayView name, const Owners& owners)
        {
            if (const OwnFamily* own = ownFamily(name)) {
                for (const StoredFamily* owner : owners) {
                    if (refuseBesideOwn(owner->family(), *own))
                        return true;
                }
            }
            for (const SuffixRule& rule : kSuffixRules) {
                if (collidesWithBase(name, rule) || collidesWithOwnLine(owners, rule))
                    return true;
            }
            return false;
        }

        bool refuseBesideOwn(const MetricFamily& family, const OwnFamily& own)
        {
            const bool helpMatters = own.helpRule == OwnFamily::HelpRule::HelpMustMatch;
            if (helpMatters && family.help().value_or(QByteArray()) != own.help) {
                m_errors.add(otherHelpText(family, own));
                return true;
            }
            if (family.type() == own.type)
                return false;
            m_errors.add(otherTypeText(family, own));
            return true;
        }

        /// A stored base sorts before its lines, so it is the line that is met later.
        bool collidesWithBase(QByteArrayView name, const SuffixRule& rule)
        {
            const auto base = rule.stripped(name);
            if (!base)
                return false;
            const FamilyOwners* owners = m_snapshot.families.find(*base);
            const OwnFamily* own = ownFamily(*base);
            const auto declares = [owners, own](MetricType type) {
                return (owners && anyDeclares(*owners, type)) || (own && own->type == type);
            };
            const bool summary = declares(MetricType::Summary);
            if (!rule.appliesTo(summary, declares(MetricType::Histogram)))
                return false;
            m_errors.add(collidesWithBaseText(name, *base, summary && rule.forSummaries));
            return true;
        }

        /// A stored base with a line named like one of the gateway's own families.
        bool collidesWithOwnLine(const Owners& owners, const SuffixRule& rule)
        {
            for (const StoredFamily* owner : owners) {
                const MetricFamily& family = owner->family();
                if (!rule.appliesTo(family.type() == MetricType::Summary,
                        family.type() == MetricType::Histogram))
                    continue;
                if (!ownFamily(rule.appended(family.name())))
                    return false;
                m_errors.add(collidesWithLineText(family, rule));
                return true;
            }
            return false;
        }

        /// The first declared type, by age, that some metric cannot pass as.
        static std::optional<MetricType> conflictingType(const Owners& owners)
        {
            std::array<quint64, kCheckedTypeCount> lacking{};
            for (const StoredFamily* owner : owners) {
                for (size_t type = 0; type < kCheckedTypeCount; ++type)
                    lacking[type] += owner->checked->lacking[type];
            }
            for (const StoredFamily* owner : owners) {
                const auto type = static_cast<size_t>(owner->family().type());
                if (type < kCheckedTypeCount && lacking[type] > 0)
                    return owner->family().type();
            }
            return std::nullopt;
        }

        void checkMetrics(QByteArrayView name, const Owners& owners)
        {
            const std::optional<MetricType> type = conflictingType(owners);
            absl::flat_hash_set<SeriesHash> seen;
            for (const StoredFamily* owner : owners) {
                FaultFinder faults(owner->family());
                auto nextHash = owner->checked->seriesHashes.begin();
                for (size_t row = 0; row < owner->family().metricCount(); ++row) {
                    const Metric metric = owner->family().metric(row);
                    const auto faulty = faults.find(row);
                    const bool isNew = faulty || seen.insert(*nextHash++).second;
                    if (type && !metric.has(payloadOf(*type)))
                        report([&] { return notOfTypeText(name, metric, *type); });
                    else if (faulty)
                        report([&] { return faultText(name, metric, *faulty); });
                    else if (!isNew)
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

        const Snapshot& m_snapshot;
        const std::vector<OwnFamily>& m_own;
        ErrorList m_errors;
    };

} // namespace

ErrorList findErrors(const Snapshot& snapshot, const std::vector<OwnFamily>& own)
{
    return FullCheck(snapshot, own).run();
}

} // namespace pushgate::core
