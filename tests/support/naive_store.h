// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/own_family.h"
#include "core/check/prepare.h"

#include <QByteArray>

#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace pushgate::tests {

/// A push written down in the plainest way: what a property test draws at random.
struct PlainMetric {
    std::vector<std::pair<QByteArray, QByteArray>> labels;
    std::set<core::Payload> payloads;
    std::optional<qint64> timestamp;
};

struct PlainFamily {
    QByteArray name;
    std::optional<QByteArray> help;
    core::MetricType type = core::MetricType::Untyped;
    std::vector<PlainMetric> metrics;
};

using PlainKey = std::map<QByteArray, QByteArray>;

struct PlainPush {
    PlainKey key;
    core::PushMode mode = core::PushMode::Replace;
    std::vector<PlainFamily> families;
};

/// The push as a parser would hand it over.
core::ParsedPush parsed(const PlainPush& push);
core::GroupingKey groupingKey(const PlainKey& key);

/// A gateway that checks each push as the reference does: it applies the push to a copy of
/// everything and looks at all of it. Written from the specification, sharing no code with core's
/// check.
class NaiveStore {
public:
    explicit NaiveStore(std::vector<core::OwnFamily> own)
        : m_own(std::move(own))
    {
    }

    /// Whether the push was applied.
    bool push(const PlainPush& push, bool checked);
    void remove(const PlainKey& key) { m_groups.erase(key); }
    void wipe() { m_groups.clear(); }

    /// E, counted over everything.
    quint64 errorCount() const { return errorCount(m_groups); }
    /// Group -> family name -> number of metrics.
    std::map<QByteArray, std::map<QByteArray, size_t>> shape() const;

private:
    using Families = std::map<QByteArray, PlainFamily>;
    using Groups = std::map<PlainKey, Families>;

    using Declared = std::map<QByteArray, std::set<core::MetricType>>;

    quint64 errorCount(const Groups& groups) const;
    static quint64 badAndDoubled(const Groups& groups);
    static bool hasTypeConflict(const Groups& groups, const QByteArray& name);
    bool hasOwnConflict(const Groups& groups, const QByteArray& name) const;
    quint64 collisions(const Declared& stored) const;
    void markFailure(const PlainKey& key);

    std::vector<core::OwnFamily> m_own;
    Groups m_groups;
};

} // namespace pushgate::tests
