// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/value_history.h"

#include "core/base/number_text.h"
#include "core/model/group.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace pushgate::core {

namespace {

    double numberOf(const SeriesValue& value)
    {
        return parseGoFloat(headNumber(value)).value_or(std::numeric_limits<double>::quiet_NaN());
    }

    bool isOwn(const FamilyRow& family)
    {
        return family.name == kPushTimeName || family.name == kFailureTimeName;
    }

} // namespace

size_t ValueHistory::Watched::points() const
{
    size_t count = 0;
    for (const auto& [name, family] : families) {
        for (const auto& [labels, series] : family)
            count += series.size();
    }
    return count;
}

bool ValueHistory::Watched::dropOldest()
{
    bool hasDropped = false;
    for (auto& [name, family] : families) {
        for (auto& [labels, series] : family) {
            if (series.size() > 1) {
                series.erase(series.begin());
                hasDropped = true;
            }
        }
    }
    return hasDropped;
}

void ValueHistory::observe(const GroupDetails& details)
{
    const auto time = timeIn(details, kPushTimeName);
    if (!time)
        return;
    Watched& watched = m_groups[details.key];
    watched.seen = ++m_observations;
    if (*time == watched.pushTime)
        return;
    if (*time < watched.pushTime)
        watched.families.clear();
    watched.pushTime = *time;
    std::map<QByteArray, Series> families;
    for (const FamilyRow& family : details.families) {
        if (isOwn(family))
            continue;
        Series& before = watched.families[family.name];
        Series& now = families[family.name];
        for (const SeriesRow& row : family.series) {
            Points& points = now[row.labels];
            points = std::move(before[row.labels]);
            if (points.size() >= m_bounds.ofSeries)
                points.erase(points.begin());
            points.push_back({*time, numberOf(row.value)});
        }
    }
    watched.families = std::move(families);
    keepBounds(watched);
}

void ValueHistory::keepBounds(Watched& latest)
{
    size_t total = 0;
    for (const auto& [key, group] : m_groups)
        total += group.points();
    while (total > m_bounds.ofAll && m_groups.size() > 1) {
        const auto oldest = std::min_element(
            m_groups.begin(), m_groups.end(), [](const auto& left, const auto& right) {
                return left.second.seen < right.second.seen;
            });
        total -= oldest->second.points();
        m_groups.erase(oldest);
    }
    while (latest.points() > m_bounds.ofAll) {
        if (!latest.dropOldest()) {
            latest.families.clear(); // more series than values may be kept
            return;
        }
    }
}

std::span<const ValueHistory::Point> ValueHistory::of(
    const GroupingKey& key, const QByteArray& family, const Labels& labels) const
{
    const auto group = m_groups.find(key);
    if (group == m_groups.end())
        return {};
    const auto series = group->second.families.find(family);
    if (series == group->second.families.end())
        return {};
    const auto points = series->second.find(labels);
    return points == series->second.end() ? std::span<const Point>() : points->second;
}

} // namespace pushgate::core
