// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/gateway_answers.h"

#include "core/model/group.h"
#include "gui/client/series_reader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace pushgate::gui {

namespace {

    using Seconds = std::chrono::duration<double>;

    /// Within some 290 years around 1970, as nanoseconds can say it.
    constexpr double kMostSeconds = 9.2e9;

    constexpr qsizetype kMostSteps = 1440;

    std::optional<std::chrono::nanoseconds> durationOf(double seconds)
    {
        if (!(std::abs(seconds) < kMostSeconds))
            return std::nullopt;
        return std::chrono::duration_cast<std::chrono::nanoseconds>(Seconds(seconds));
    }

    std::optional<std::chrono::nanoseconds> durationOf(const QJsonValue& seconds)
    {
        return seconds.isDouble() ? durationOf(seconds.toDouble()) : std::nullopt;
    }

    /// 0 means never.
    std::optional<core::TimePoint> timeOf(const QJsonValue& seconds)
    {
        const auto since = durationOf(seconds);
        if (!since || since->count() == 0)
            return std::nullopt;
        return core::TimePoint(*since);
    }

    core::Result<QJsonValue> dataOf(const QByteArray& body)
    {
        QJsonParseError fault;
        const QJsonDocument document = QJsonDocument::fromJson(body, &fault);
        if (fault.error != QJsonParseError::NoError)
            return core::badRequest("the answer is not JSON: " + fault.errorString().toUtf8());
        if (document.object()["status"_L1].toString() != "success"_L1)
            return core::badRequest("the answer does not look like that of a gateway");
        return QJsonValue(document.object()["data"_L1]);
    }

    core::Result<core::GroupingKey> keyOf(const QJsonValue& labels)
    {
        std::vector<core::Label> list;
        const QJsonObject object = labels.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            list.push_back({it.key().toUtf8(), it.value().toString().toUtf8()});
        auto set = core::Labels::from(std::move(list));
        if (!set)
            return set.error();
        return core::GroupingKey::from(*std::move(set));
    }

    core::GroupRow readRow(const QJsonObject& object, core::GroupingKey key)
    {
        core::GroupRow row(std::move(key));
        row.lastPushSuccessful = object["last_push_successful"_L1].toBool(true);
        row.pushTime = timeOf(object["push_time"_L1]);
        row.failureTime = timeOf(object["push_failure_time"_L1]);
        row.rhythm = durationOf(object["cadence_seconds"_L1]);
        row.expectedBy = timeOf(object["expected_by"_L1]);
        row.staleAfter = durationOf(object["stale_after_seconds"_L1]);
        row.deleteAfter = durationOf(object["delete_after_seconds"_L1]);
        row.families = object["families"_L1].toInteger();
        row.series = object["series"_L1].toInteger();
        if (object["bytes"_L1].isDouble())
            row.bytes = object["bytes"_L1].toInteger();
        return row;
    }

    MetricsGroup readMetricsGroup(const QJsonObject& object, const core::GroupingKey& key)
    {
        MetricsGroup group{core::GroupRow(key), {key, readFamilies(object, key)}};
        group.row.lastPushSuccessful = object["last_push_successful"_L1].toBool(true);
        group.row.pushTime = core::timeIn(group.details, core::kPushTimeName);
        group.row.failureTime = core::timeIn(group.details, core::kFailureTimeName);
        group.row.families = qint64(group.details.families.size());
        for (const core::FamilyRow& family : group.details.families)
            group.row.series += qint64(family.series.size());
        return group;
    }

} // namespace

core::Result<GroupsAnswer> readGroupsAnswer(const QByteArray& body)
{
    const auto data = dataOf(body);
    if (!data)
        return data.error();
    const QJsonObject object = data->toObject();
    if (!object["groups"_L1].isArray() || !object["revision"_L1].isDouble())
        return core::badRequest("the answer lacks groups or revision");

    GroupsAnswer answer;
    answer.revision = object["revision"_L1].toInteger();
    answer.epoch = object["epoch"_L1].toVariant().toString();
    answer.now = timeOf(object["now"_L1]).value_or(core::TimePoint());
    answer.cursor = object["cursor"_L1].toString();
    using Scope = core::GroupChanges::Scope;
    answer.changes.scope = object["reset"_L1].toBool() ? Scope::Everything : Scope::Some;
    const QJsonArray groups = object["groups"_L1].toArray();
    for (const auto& group : groups) {
        if (auto key = keyOf(group.toObject()["labels"_L1]))
            answer.changes.changed.push_back(
                std::make_shared<const core::GroupRow>(readRow(group.toObject(), *std::move(key))));
    }
    const QJsonArray deleted = object["deleted"_L1].toArray();
    for (const auto& labels : deleted) {
        if (auto key = keyOf(labels))
            answer.changes.deleted.push_back(*std::move(key));
    }
    return answer;
}

core::Result<std::vector<core::GroupingKey>> readDeletedAnswer(const QByteArray& body)
{
    const auto data = dataOf(body);
    if (!data)
        return data.error();
    if (!data->toObject()["deleted"_L1].isArray())
        return core::badRequest("the answer does not say what was deleted");
    std::vector<core::GroupingKey> keys;
    const QJsonArray deleted = data->toObject()["deleted"_L1].toArray();
    for (const auto& group : deleted) {
        if (auto key = keyOf(group.toObject()["labels"_L1]))
            keys.push_back(*std::move(key));
    }
    return keys;
}

core::Result<std::vector<MetricsGroup>> readMetricsAnswer(const QByteArray& body)
{
    const auto data = dataOf(body);
    if (!data)
        return data.error();
    if (!data->isArray())
        return core::badRequest("the answer is not a list of groups");
    std::vector<MetricsGroup> groups;
    const QJsonArray list = data->toArray();
    for (const auto& group : list) {
        if (const auto key = keyOf(group.toObject()["labels"_L1]))
            groups.push_back(readMetricsGroup(group.toObject(), *key));
    }
    return groups;
}

core::Result<core::GroupDetails> readGroupAnswer(const QByteArray& body)
{
    const auto data = dataOf(body);
    if (!data)
        return data.error();
    auto key = keyOf(data->toObject()["labels"_L1]);
    if (!key)
        return key.error();
    auto families = readFamilies(data->toObject()["metrics"_L1].toObject(), *key);
    return core::GroupDetails{*std::move(key), std::move(families)};
}

core::Result<StatusAnswer> readStatusAnswer(const QByteArray& body)
{
    const auto data = dataOf(body);
    if (!data)
        return data.error();
    const QJsonObject build = data->toObject()["build_information"_L1].toObject();
    if (build.isEmpty())
        return core::badRequest("the answer lacks the build information");
    // Flags are texts, in both kinds of gateways.
    const QString admin
        = data->toObject()["flags"_L1].toObject()["web.enable-admin-api"_L1].toString();
    return StatusAnswer{build["version"_L1].toString(),
        admin == "true"_L1 ? GatewayIdentity::Admin::On : GatewayIdentity::Admin::Off};
}

core::Result<core::Activity> readActivityAnswer(const QByteArray& body)
{
    const auto data = dataOf(body);
    if (!data)
        return data.error();
    const QJsonArray pushes = (*data)["pushes"_L1].toArray();
    const QJsonArray failures = (*data)["failures"_L1].toArray();
    const auto step = durationOf((*data)["step_seconds"_L1]);
    if (!step || *step < std::chrono::seconds(1) || pushes.isEmpty()
        || pushes.size() != failures.size() || pushes.size() > kMostSteps)
        return core::badRequest("the answer lacks pushes, failures or their step");
    core::Activity activity;
    activity.step = std::chrono::duration_cast<std::chrono::seconds>(*step);
    for (qsizetype at = 0; at < pushes.size(); ++at) {
        activity.pushes.push_back(std::max(qint64(0), pushes[at].toInteger()));
        activity.failures.push_back(std::max(qint64(0), failures[at].toInteger()));
    }
    return activity;
}

} // namespace pushgate::gui
