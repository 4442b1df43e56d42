// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/promql_selector.h"

#include "core/browse/label_text.h"
#include "core/model/name_rules.h"

#include <algorithm>

namespace pushgate::core {

namespace {

    bool hasBucketSeries(const FamilyRow& family)
    {
        return std::any_of(family.series.begin(), family.series.end(), [](const SeriesRow& series) {
            return std::holds_alternative<HistogramValue>(series.value);
        });
    }

} // namespace

QByteArray promqlSelector(const GroupingKey& key)
{
    return labelsText(key.labels());
}

QByteArray promqlSelector(const GroupingKey& key, const FamilyRow& family, const Labels& labels)
{
    const QByteArray name = hasBucketSeries(family) ? family.name + "_bucket" : family.name;
    const QByteArray braces = labelsText(labels.overriddenBy(key.labels()));
    return isLegacyMetricName(name) ? name + braces : '{' + quotedText(name) + ',' + braces.mid(1);
}

} // namespace pushgate::core
