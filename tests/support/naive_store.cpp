// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/naive_store.h"

#include "core/base/utf8.h"
#include "core/model/label_table_builder.h"

#include <algorithm>

using namespace pushgate::core;
using namespace Qt::Literals::StringLiterals;

namespace pushgate::tests {

namespace {

    constexpr char kPushTime[] = "push_time_seconds";
    constexpr char kFailureTime[] = "push_failure_time_seconds";

    PlainFamily timeFamily(const PlainKey& key, const QByteArray& name)
    {
        PlainMetric metric{{}, {Payload::Gauge}, {}};
        for (const auto& label : key)
            metric.labels.push_back(label);
        if (!key.contains("instance"_ba))
            metric.labels.emplace_back("instance", "");
        std::stable_sort(metric.labels.begin(), metric.labels.end());
        return {name, "a time"_ba, MetricType::Gauge, {metric}};
    }

    void sanitise(PlainMetric& metric, const PlainKey& key)
    {
        const auto named = [&metric](const QByteArray& name) {
            return std::find_if(metric.labels.begin(), metric.labels.end(),
                [&name](const auto& label) { return label.first == name; });
        };
        for (const auto& [name, value] : key) {
            if (const auto label = named(name); label != metric.labels.end())
                label->second = value;
            else
                metric.labels.emplace_back(name, value);
        }
        if (named("instance"_ba) == metric.labels.end())
            metric.labels.emplace_back("instance", "");
        std::stable_sort(metric.labels.begin(), metric.labels.end(),
            [](const auto& left, const auto& right) { return left.first < right.first; });
    }

    bool isBad(const PlainMetric& metric)
    {
        QByteArray previous;
        for (const auto& [name, value] : metric.labels) {
            if (name == previous || name.startsWith("__") || !isValidUtf8(name))
                return true;
            if (name == "quantile" && metric.payloads.contains(Payload::Summary))
                return true;
            if (!isValidUtf8(value))
                return true;
            previous = name;
        }
        return false;
    }

    OddMetric oddMetric(const PlainMetric& metric)
    {
        OddMetric odd;
        if (metric.payloads.contains(Payload::Gauge))
            odd.gauge = OddMetric::Plain{1.0, {}, {}};
        if (metric.payloads.contains(Payload::Counter))
            odd.counter = OddMetric::Plain{1.0, {}, {}};
        if (metric.payloads.contains(Payload::Untyped))
            odd.untyped = OddMetric::Plain{1.0, {}, {}};
        if (metric.payloads.contains(Payload::Summary))
            odd.summary = Summary{};
        if (metric.payloads.contains(Payload::Histogram))
            odd.histogram = Histogram{};
        odd.timestampMs = metric.timestamp;
        return odd;
    }

} // namespace

GroupingKey groupingKey(const PlainKey& key)
{
    std::vector<Label> labels;
    for (const auto& [name, value] : key)
        labels.push_back({name, value});
    return *GroupingKey::from(*Labels::from(std::move(labels)));
}

ParsedPush parsed(const PlainPush& push)
{
    ParsedPush result{groupingKey(push.key), push.mode, {}};
    for (const PlainFamily& family : push.families) {
        LabelTableBuilder labels(LabelTableBuilder::RowOrder::AsAdded);
        PayloadTable payloads;
        for (const PlainMetric& metric : family.metrics) {
            for (const auto& [name, value] : metric.labels)
                labels.addLabel(name, value);
            labels.endRow();
            payloads.appendOdd(oddMetric(metric));
        }
        result.families.emplace_back(MetricFamily::Header{family.name, family.help, family.type},
            std::move(labels).finish(), std::move(payloads));
    }
    return result;
}

bool NaiveStore::push(const PlainPush& push, bool checked)
{
    Families incoming;
    for (PlainFamily family : push.families) {
        for (PlainMetric& metric : family.metrics) {
            if (metric.timestamp) {
                markFailure(push.key);
                return false;
            }
            sanitise(metric, push.key);
        }
        incoming[family.name] = std::move(family);
    }
    Groups next = m_groups;
    Families& group = next[push.key];
    const bool hadFailureTime = group.contains(kFailureTime);
    if (push.mode == PushMode::Replace)
        std::erase_if(group, [](const auto& entry) {
            return entry.first != kPushTime && entry.first != kFailureTime;
        });
    incoming[kPushTime] = timeFamily(push.key, kPushTime);
    if (!hadFailureTime)
        incoming[kFailureTime] = timeFamily(push.key, kFailureTime);
    for (auto& [name, family] : incoming)
        group[name] = std::move(family);
    if (checked && errorCount(next) > 0) {
        markFailure(push.key);
        return false;
    }
    m_groups = std::move(next);
    return true;
}

void NaiveStore::markFailure(const PlainKey& key)
{
    Groups next = m_groups;
    Families& group = next[key];
    group[kFailureTime] = timeFamily(key, kFailureTime);
    group.try_emplace(kPushTime, timeFamily(key, kPushTime));
    if (errorCount(next) <= errorCount())
        m_groups = std::move(next);
}

std::map<QByteArray, std::map<QByteArray, size_t>> NaiveStore::shape() const
{
    std::map<QByteArray, std::map<QByteArray, size_t>> shape;
    for (const auto& [key, families] : m_groups) {
        auto& group = shape[groupingKey(key).encoded()];
        for (const auto& [name, family] : families)
            group[name] = family.metrics.size();
    }
    return shape;
}

quint64 NaiveStore::errorCount(const Groups& groups) const
{
    Declared declared;
    for (const auto& [key, families] : groups) {
        for (const auto& [name, family] : families)
            declared[name].insert(family.type);
    }
    quint64 errors = badAndDoubled(groups) + collisions(declared);
    for (const auto& [name, types] : declared) {
        errors += hasTypeConflict(groups, name) ? 1U : 0U;
        errors += hasOwnConflict(groups, name) ? 1U : 0U;
    }
    return errors;
}

quint64 NaiveStore::badAndDoubled(const Groups& groups)
{
    quint64 errors = 0;
    std::set<std::pair<QByteArray, std::vector<std::pair<QByteArray, QByteArray>>>> seen;
    for (const auto& [key, families] : groups) {
        for (const auto& [name, family] : families) {
            for (const PlainMetric& metric : family.metrics)
                errors += isBad(metric) || !seen.emplace(name, metric.labels).second ? 1U : 0U;
        }
    }
    return errors;
}

bool NaiveStore::hasTypeConflict(const Groups& groups, const QByteArray& name)
{
    for (const auto& [key, families] : groups) {
        const auto declaring = families.find(name);
        if (declaring == families.end() || declaring->second.type == MetricType::GaugeHistogram)
            continue;
        for (const auto& [otherKey, others] : groups) {
            const auto other = others.find(name);
            if (other == others.end())
                continue;
            for (const PlainMetric& metric : other->second.metrics) {
                if (!metric.payloads.contains(payloadOf(declaring->second.type)))
                    return true;
            }
        }
    }
    return false;
}

bool NaiveStore::hasOwnConflict(const Groups& groups, const QByteArray& name) const
{
    const auto own = std::find_if(m_own.begin(), m_own.end(),
        [&name](const OwnFamily& candidate) { return candidate.name == name; });
    if (own == m_own.end())
        return false;
    for (const auto& [key, families] : groups) {
        const auto stored = families.find(name);
        if (stored == families.end())
            continue;
        if (stored->second.type != own->type)
            return true;
        if (own->helpRule == OwnFamily::HelpRule::HelpMustMatch
            && stored->second.help.value_or(""_ba) != own->help)
            return true;
    }
    return false;
}

quint64 NaiveStore::collisions(const Declared& stored) const
{
    Declared declared = stored;
    for (const OwnFamily& own : m_own)
        declared[own.name].insert(own.type);
    quint64 pairs = 0;
    for (const auto& [name, types] : declared) {
        const bool histogram = types.contains(MetricType::Histogram);
        const bool both = histogram || types.contains(MetricType::Summary);
        pairs += both && declared.contains(name + "_count") ? 1U : 0U;
        pairs += both && declared.contains(name + "_sum") ? 1U : 0U;
        pairs += histogram && declared.contains(name + "_bucket") ? 1U : 0U;
    }
    return pairs;
}

} // namespace pushgate::tests
