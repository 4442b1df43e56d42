// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/snapshot.h"

namespace pushgate::core {

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
