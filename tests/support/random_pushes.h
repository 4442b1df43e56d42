// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/metric_store.h"
#include "tests/support/random_families.h"

#include <QByteArray>

#include <random>
#include <vector>

namespace pushgate::tests {

/// Does to a store what clients do: pushes of every kind of metric, refused ones, deletions and
/// now and then a wipe; the same for the same seed.
class RandomPushes {
public:
    explicit RandomPushes(quint32 seed)
        : m_random(seed)
        , m_families(seed)
    {
    }

    /// One change, or an attempt at one. `percentUnchecked`: how many pushes are not checked.
    void doOne(core::MetricStore& store, quint32 percentUnchecked = 20);

private:
    quint32 below(quint32 limit) { return static_cast<quint32>(m_random() % limit); }
    core::GroupingKey key();
    core::PreparedPush push();

    std::mt19937 m_random;
    RandomFamilies m_families;
    qint64 m_now = 1'700'000'000'000'000'000;
};

/// What is stored after that many changes to a store without own families.
std::vector<core::GroupPtr> groupsAfter(int changes, quint32 seed);

} // namespace pushgate::tests
