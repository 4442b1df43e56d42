// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/push_dealer.h"

#include "core/check/consistency_index.h"

namespace pushgate::tests {

using namespace core;
using namespace Qt::Literals::StringLiterals;

const std::vector<OwnFamily>& ownFamilies()
{
    static const std::vector<OwnFamily> families{
        {"process_open_fds", "Own help.", MetricType::Gauge, OwnFamily::HelpRule::OwnHelpWins},
        {"own_late", "Late help.", MetricType::Counter, OwnFamily::HelpRule::HelpMustMatch},
        {"own_summary", "S.", MetricType::Summary, OwnFamily::HelpRule::HelpMustMatch},
    };
    return families;
}

PlainKey PushDealer::key()
{
    static const std::vector<PlainKey> keys{{{"job", "a"}}, {{"job", "a"}, {"instance", ""}},
        {{"job", "a"}, {"x", "1"}}, {{"job", "b"}}, {{"job", "b"}, {"x", "2"}, {"y", "3"}}};
    return keys[below(static_cast<unsigned>(keys.size()))];
}

PlainPush PushDealer::push()
{
    if (below(4) == 0)
        return m_last;
    PlainPush push{key(), below(2) == 0 ? PushMode::Replace : PushMode::Merge, {}};
    for (unsigned i = below(4); i > 0; --i)
        push.families.push_back(family());
    m_last = push;
    return push;
}

QByteArray PushDealer::name()
{
    static const std::vector<QByteArray> names{"m", "m", "n", "m_count", "m_sum", "m_bucket",
        "n_bucket", "m_count_sum", "push_time_seconds", "push_failure_time_seconds",
        "process_open_fds", "own_late", "own_summary_count", "own_summary", ""};
    // Own names are drawn less often: they refuse nearly everything.
    const unsigned span = below(6) == 0 ? static_cast<unsigned>(names.size()) : 8;
    return names[below(span)];
}

PlainFamily PushDealer::family()
{
    PlainFamily family{name(), {}, static_cast<MetricType>(below(6)), {}};
    if (below(2) == 0)
        family.help = below(2) == 0 ? "Late help."_ba : "other"_ba;
    for (unsigned i = below(3); i > 0; --i)
        family.metrics.push_back(metric(family.type));
    return family;
}

PlainMetric PushDealer::metric(MetricType type)
{
    static const std::vector<std::pair<QByteArray, QByteArray>> labels{{"x", "1"}, {"x", "2"},
        {"job", "z"}, {"instance", "i"}, {"y", "3"}, {"a", "\xff"}, {"__r", "v"}, {"quantile", "1"},
        {"", "e"}};
    PlainMetric metric;
    metric.payloads.insert(payloadOf(type));
    if (below(12) == 0)
        metric.payloads = {};
    for (unsigned i = below(8) == 0 ? 2 : 0; i > 0; --i)
        metric.payloads.insert(payloadOf(static_cast<MetricType>(below(6))));
    for (unsigned i = below(3); i > 0; --i)
        metric.labels.push_back(labels[below(below(10) == 0 ? 9 : 5)]);
    if (below(60) == 0)
        metric.timestamp = below(2);
    return metric;
}

StoreShape shapeOf(const Snapshot& snapshot)
{
    StoreShape shape;
    snapshot.groups.forEach([&shape](const QByteArray& key, const GroupPtr& group) {
        auto& families = shape[key];
        for (const StoredFamily& family : group->families)
            families[family.family().name()] = family.family().metricCount();
    });
    return shape;
}

StoreShape shapeByFamily(const Snapshot& snapshot)
{
    StoreShape shape;
    snapshot.families.forEach([&shape](const QByteArray& name, const FamilyOwners& owners) {
        owners.forEach([&shape, &name](const QByteArray& key, const StoredFamily& family) {
            shape[key][name] = family.family().metricCount();
        });
    });
    return shape;
}

quint64 recount(const Snapshot& snapshot)
{
    ConsistencyIndex index(ownFamilies());
    snapshot.groups.forEach([&index](const QByteArray&, const GroupPtr& group) {
        for (const StoredFamily& family : group->families)
            index.add(*family.checked);
    });
    return index.errorCount();
}

} // namespace pushgate::tests
