// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/group.h"

#include <algorithm>

namespace pushgate::core {

namespace {

    double firstGauge(const MetricFamily& family)
    {
        return family.metric(0).plain(Payload::Gauge).value_or(0);
    }

} // namespace

const StoredFamily* Group::find(QByteArrayView name) const
{
    const auto found = std::lower_bound(
        families.begin(), families.end(), name, [](const StoredFamily& left, QByteArrayView right) {
            return left.family().name() < right;
        });
    if (found == families.end() || found->family().name() != name)
        return nullptr;
    return &*found;
}

bool isLastPushSuccessful(const Group& group)
{
    const StoredFamily* success = group.find(kPushTimeName);
    const StoredFamily* failure = group.find(kFailureTimeName);
    if (!success || !failure)
        return true;
    if (success->family().metricCount() == 0 || failure->family().metricCount() == 0)
        return true;
    return !(firstGauge(failure->family()) > firstGauge(success->family()));
}

} // namespace pushgate::core
