// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/random_pushes.h"

#include "tests/support/naive_store.h"

#include <array>

namespace pushgate::tests {

core::GroupingKey RandomPushes::key()
{
    static const std::array<PlainKey, 6> keys{PlainKey{{"job", "a"}},
        PlainKey{{"job", "a"}, {"instance", ""}}, PlainKey{{"job", "a"}, {"instance", "i"}},
        PlainKey{{"job", "b"}, {"ö.x", "\n"}}, PlainKey{{"job", "b"}, {"x", "2"}, {"y", "3"}},
        PlainKey{{"job", "\"c\\"}}};
    PlainKey key = keys[below(keys.size())];
    if (below(2) == 0)
        key["n"] = QByteArray::number(below(8));
    return groupingKey(key);
}

core::PreparedPush RandomPushes::push()
{
    const auto mode = below(2) == 0 ? core::PushMode::Replace : core::PushMode::Merge;
    core::ParsedPush push{key(), mode, {}};
    for (quint32 i = below(4); i > 0; --i) {
        const QByteArray name = QByteArray::number(below(5));
        push.families.push_back(
            below(3) == 0 ? m_families.forProtobuf(name) : m_families.forText(name));
    }
    m_now += below(1'000'000'007);
    return *core::prepare(std::move(push), core::TimePoint(std::chrono::nanoseconds(m_now)));
}

void RandomPushes::doOne(core::MetricStore& store, quint32 percentUnchecked)
{
    const quint32 action = below(200);
    if (action == 0) {
        (void)store.wipe();
    } else if (action < 20) {
        store.remove(key());
    } else {
        // Refused ones are part of the game: they leave a mark.
        (void)store.push(push(),
            below(100) < percentUnchecked ? core::Consistency::Unchecked
                                          : core::Consistency::Checked);
    }
}

std::vector<core::GroupPtr> groupsAfter(int changes, quint32 seed)
{
    core::NoChangeSink none;
    core::MetricStore store({}, none);
    RandomPushes pushes(seed);
    for (int i = 0; i < changes || store.snapshot()->groups.empty(); ++i)
        pushes.doOne(store);
    std::vector<core::GroupPtr> groups;
    store.snapshot()->groups.forEach(
        [&groups](const QByteArray&, const core::GroupPtr& group) { groups.push_back(group); });
    return groups;
}

} // namespace pushgate::tests
