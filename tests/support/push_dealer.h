// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/snapshot.h"
#include "tests/support/naive_store.h"

#include <map>
#include <random>
#include <vector>

namespace pushgate::tests {

/// Families that a gateway might expose of itself, each of another rule.
const std::vector<core::OwnFamily>& ownFamilies();

/// Draws pushes that are likely to contradict each other.
class PushDealer {
public:
    explicit PushDealer(unsigned seed)
        : m_random(seed)
    {
    }

    unsigned below(unsigned bound) { return static_cast<unsigned>(m_random() % bound); }

    PlainKey key();
    /// Often once more what was pushed before, as jobs do.
    PlainPush push();

private:
    QByteArray name();
    PlainFamily family();
    PlainMetric metric(core::MetricType type);

    std::mt19937 m_random;
    PlainPush m_last{{{"job", "a"}}, core::PushMode::Replace, {}};
};

/// Group -> family name -> number of metrics, as NaiveStore has it.
using StoreShape = std::map<QByteArray, std::map<QByteArray, size_t>>;
StoreShape shapeOf(const core::Snapshot& snapshot);
StoreShape shapeByFamily(const core::Snapshot& snapshot); ///< the same, by way of the families

/// E counted anew from what is stored.
quint64 recount(const core::Snapshot& snapshot);

} // namespace pushgate::tests
