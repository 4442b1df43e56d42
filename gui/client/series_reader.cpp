// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/series_reader.h"

#include "core/base/number_text.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <chrono>
#include <limits>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace pushgate::gui {

namespace {

    QByteArray text(const QJsonValue& value)
    {
        return value.toString().toUtf8();
    }

    /// Those of the series alone: grouping labels are said once, and the empty `instance` never.
    core::Labels ownLabels(const QJsonObject& object, const core::GroupingKey& key)
    {
        std::vector<core::Label> labels;
        for (auto it = object.begin(); it != object.end(); ++it) {
            core::Label label{it.key().toUtf8(), text(it.value())};
            const bool isEmptyInstance = label.name == "instance" && label.value.isEmpty();
            if (!isEmptyInstance && key.labels().value(label.name) != QByteArrayView(label.value))
                labels.push_back(std::move(label));
        }
        auto set = core::Labels::from(std::move(labels));
        return set ? *std::move(set) : core::Labels();
    }

    /// The members of an object whose keys are numbers, ascending by them.
    std::vector<std::pair<QByteArray, QByteArray>> byNumber(const QJsonObject& object)
    {
        std::vector<std::pair<double, std::pair<QByteArray, QByteArray>>> entries;
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QByteArray key = it.key().toUtf8();
            const double number
                = core::parseGoFloat(key).value_or(std::numeric_limits<double>::infinity());
            entries.push_back({number, {key, text(it.value())}});
        }
        std::stable_sort(entries.begin(), entries.end(),
            [](const auto& left, const auto& right) { return left.first < right.first; });
        std::vector<std::pair<QByteArray, QByteArray>> sorted;
        sorted.reserve(entries.size());
        for (auto& entry : entries)
            sorted.push_back(std::move(entry.second));
        return sorted;
    }

    core::SeriesValue readSummary(const QJsonObject& metric)
    {
        core::SummaryValue value{text(metric["count"_L1]), text(metric["sum"_L1]), {}};
        for (const auto& [quantile, number] : byNumber(metric["quantiles"_L1].toObject()))
            value.quantiles.push_back({quantile, number});
        return value;
    }

    core::SeriesValue readHistogram(const QJsonObject& metric)
    {
        core::HistogramValue value{text(metric["count"_L1]), text(metric["sum"_L1]), {}};
        for (const auto& [upper, count] : byNumber(metric["buckets"_L1].toObject()))
            value.buckets.push_back({upper, count});
        return value;
    }

    /// `[closed, lower, upper, count]`; `closed` says which bounds belong to the bucket.
    core::NativeHistogramValue::Bucket readNativeBucket(const QJsonArray& bucket)
    {
        using Closed = core::NativeHistogramValue::Closed;
        const auto closed = static_cast<Closed>(std::clamp(bucket.at(0).toInt(), 0, 3));
        return {closed, text(bucket.at(1)), text(bucket.at(2)), text(bucket.at(3))};
    }

    core::SeriesValue readNativeHistogram(const QJsonObject& metric)
    {
        core::NativeHistogramValue value{text(metric["count"_L1]), text(metric["sum"_L1]), {}};
        const QJsonArray buckets = metric["buckets"_L1].toArray();
        for (const auto& bucket : buckets)
            value.buckets.push_back(readNativeBucket(bucket.toArray()));
        return value;
    }

    core::SeriesValue readValue(const QJsonObject& metric)
    {
        if (metric.contains("quantiles"_L1))
            return readSummary(metric);
        if (metric["buckets"_L1].isArray())
            return readNativeHistogram(metric);
        if (metric.contains("buckets"_L1))
            return readHistogram(metric);
        return core::PlainValue{text(metric["value"_L1])};
    }

    std::optional<core::TimePoint> timeIn(const QJsonValue& stamp)
    {
        const QDateTime time = QDateTime::fromString(stamp.toString(), Qt::ISODateWithMs);
        if (!time.isValid())
            return std::nullopt;
        return core::TimePoint(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
    }

    core::FamilyRow readFamily(
        const QByteArray& name, const QJsonObject& object, const core::GroupingKey& key)
    {
        core::FamilyRow family{name, text(object["type"_L1]), text(object["help"_L1]), {},
            timeIn(object["time_stamp"_L1])};
        const QJsonArray metrics = object["metrics"_L1].toArray();
        for (const auto& entry : metrics) {
            const QJsonObject metric = entry.toObject();
            family.series.push_back(
                {ownLabels(metric["labels"_L1].toObject(), key), readValue(metric)});
        }
        std::stable_sort(family.series.begin(), family.series.end(),
            [](const auto& left, const auto& right) { return left.labels < right.labels; });
        return family;
    }

} // namespace

std::vector<core::FamilyRow> readFamilies(const QJsonObject& object, const core::GroupingKey& key)
{
    std::vector<core::FamilyRow> families;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QJsonObject family = it.value().toObject();
        if (family.contains("type"_L1) && family.contains("metrics"_L1))
            families.push_back(readFamily(it.key().toUtf8(), family, key));
    }
    std::sort(families.begin(), families.end(),
        [](const auto& left, const auto& right) { return left.name < right.name; });
    return families;
}

} // namespace pushgate::gui
