// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/snapshot.h"

namespace pushgate::core {

size_t chunkWeight(const StoredFamily& family)
{
    constexpr size_t kLinesOfSummary = 5;
    constexpr size_t kLinesOfHistogram = 13;
    if (!family.checked)
        return 0;
    switch (payloadOf(family.family().type())) {
    case Payload::Summary: return family.family().metricCount() * kLinesOfSummary;
    case Payload::Histogram: return family.family().metricCount() * kLinesOfHistogram;
    default: return family.family().metricCount();
    }
}

const StoredFamily& oldestOwner(const FamilyOwners& owners)
{
    const StoredFamily* oldest = nullptr;
    owners.forEach([&oldest](const QByteArray&, const StoredFamily& owner) {
        if (!oldest || owner.order < oldest->order)
            oldest = &owner;
    });
    Q_ASSERT(oldest);
    return *oldest;
}

} // namespace pushgate::core
