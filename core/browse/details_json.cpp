// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/details_json.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <chrono>

using namespace Qt::StringLiterals;

namespace pushgate::core {

namespace {

    QString text(const QByteArray& utf8)
    {
        return QString::fromUtf8(utf8);
    }

    QJsonObject labelsObject(const Labels& labels)
    {
        QJsonObject object;
        for (const Label& label : labels)
            object.insert(text(label.name), text(label.value));
        return object;
    }

    /// The members of a series beside its labels.
    struct ValueMembers {
        QJsonObject operator()(const PlainValue& value) const
        {
            return {{u"value"_s, text(value.number)}};
        }
        QJsonObject operator()(const SummaryValue& value) const
        {
            QJsonObject quantiles;
            for (const auto& entry : value.quantiles)
                quantiles.insert(text(entry.quantile), text(entry.number));
            return observed(value, u"quantiles"_s, quantiles);
        }
        QJsonObject operator()(const HistogramValue& value) const
        {
            QJsonObject buckets;
            for (const auto& bucket : value.buckets)
                buckets.insert(text(bucket.upper), text(bucket.count));
            return observed(value, u"buckets"_s, buckets);
        }
        QJsonObject operator()(const NativeHistogramValue& value) const
        {
            QJsonArray buckets;
            for (const auto& bucket : value.buckets)
                buckets.push_back(QJsonArray{static_cast<int>(bucket.closed), text(bucket.lower),
                    text(bucket.upper), text(bucket.count)});
            return observed(value, u"buckets"_s, buckets);
        }

    private:
        template <typename Observed>
        static QJsonObject observed(
            const Observed& value, const QString& partsName, const QJsonValue& parts)
        {
            return {
                {u"count"_s, text(value.count)}, {u"sum"_s, text(value.sum)}, {partsName, parts}};
        }
    };

    QString timeStamp(TimePoint time)
    {
        const auto since = std::chrono::floor<std::chrono::milliseconds>(time.time_since_epoch());
        return QDateTime::fromMSecsSinceEpoch(since.count(), Qt::UTC).toString(Qt::ISODateWithMs);
    }

    QJsonObject familyObject(const FamilyRow& family, const GroupingKey& key)
    {
        QJsonArray metrics;
        for (const SeriesRow& series : family.series) {
            QJsonObject metric = std::visit(ValueMembers{}, series.value);
            metric.insert(u"labels"_s, labelsObject(series.labels.overriddenBy(key.labels())));
            metrics.push_back(metric);
        }
        QJsonObject object{{u"type"_s, text(family.type)}, {u"metrics"_s, metrics}};
        if (!family.help.isEmpty())
            object.insert(u"help"_s, text(family.help));
        if (family.pushedAt)
            object.insert(u"time_stamp"_s, timeStamp(*family.pushedAt));
        return object;
    }

    QJsonObject groupObject(const GroupDetails& group)
    {
        QJsonObject families;
        for (const FamilyRow& family : group.families)
            families.insert(text(family.name), familyObject(family, group.key));
        return {{u"labels"_s, labelsObject(group.key.labels())}, {u"metrics"_s, families}};
    }

} // namespace

QByteArray detailsJson(const std::vector<GroupDetailsPtr>& groups)
{
    if (groups.size() == 1)
        return QJsonDocument(groupObject(*groups.front())).toJson();
    QJsonArray list;
    for (const GroupDetailsPtr& group : groups)
        list.push_back(groupObject(*group));
    return QJsonDocument(list).toJson();
}

} // namespace pushgate::core
