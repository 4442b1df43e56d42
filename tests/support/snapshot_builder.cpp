// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/snapshot_builder.h"

#include "core/check/prepare.h"

#include <algorithm>

namespace pushgate::tests {

using namespace core;

SnapshotBuilder& SnapshotBuilder::add(
    const std::vector<Label>& grouping, std::vector<MetricFamily> families, TimePoint pushedAt)
{
    constexpr quint64 kEra = 1;
    const auto key = GroupingKey::from(*Labels::from(grouping));
    const GroupingLabels labels(*key);
    auto group = std::make_shared<Group>(Group{*key, {}, pushedAt, {}});
    for (MetricFamily& family : families) {
        const QByteArray name = family.name();
        const StoredFamily stored{*prepareFamily(std::move(family), labels), pushedAt, ++m_order};
        m_snapshot.seriesCount += stored.family().metricCount();
        m_snapshot.families.edit(name, kEra).put(key->encoded(), stored, kEra);
        group->families.push_back(stored);
    }
    std::sort(group->families.begin(), group->families.end(),
        [](const StoredFamily& left, const StoredFamily& right) {
            return left.family().name() < right.family().name();
        });
    m_snapshot.groups.edit(key->encoded(), kEra) = std::move(group);
    return *this;
}

} // namespace pushgate::tests
