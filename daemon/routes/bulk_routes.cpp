// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/bulk_routes.h"

#include "core/base/go_quote.h"
#include "core/check/split_groups.h"
#include "core/parse/parse_body.h"
#include "daemon/routes/acknowledge.h"
#include "daemon/routes/api_reply.h"
#include "daemon/routes/group_parameters.h"
#include "daemon/routes/other_sites.h"

#include <QList>

#include <algorithm>
#include <memory>
#include <utility>

namespace pushgate::daemon {

namespace {

    /// With more of them, the pool looks through them.
    constexpr size_t kGroupsInPlace = 2'000;

    struct DeleteParameters {
        core::GroupConditions conditions;
        core::DeleteMode mode = core::DeleteMode::Real;
    };

    core::Result<DeleteParameters> readDelete(QByteArrayView query, core::NameScheme names)
    {
        const auto parameters = QueryParameters::parse(query);
        if (!parameters)
            return parameters.error();
        const core::Status known
            = parameters->allowOnly({"group[]", "match[]", "state", "older_than", "dry_run"});
        if (!known)
            return known.error();
        auto conditions = readConditions(*parameters, names);
        if (!conditions)
            return conditions.error();
        if (conditions->empty()) {
            return core::badRequest(
                "one of group[], match[], state and older_than is needed to say what to delete");
        }
        DeleteParameters asked{*std::move(conditions), core::DeleteMode::Real};
        const QByteArrayView dryRun = parameters->first("dry_run").value_or("false");
        if (dryRun != "true" && dryRun != "false")
            return core::badRequest("parameter dry_run: expected true or false");
        if (dryRun == "true")
            asked.mode = core::DeleteMode::DryRun;
        return asked;
    }

    std::optional<Reply> removeGroups(
        const GroupsParts& parts, const DeleteParameters& asked, const LateReply& later)
    {
        const core::SnapshotPtr snapshot = parts.store.snapshot();
        const core::ListedGroupsPtr groups = parts.list(snapshot);
        const core::TimePoint now = parts.clock.now();
        std::vector<core::ListedGroupPtr> listed
            = core::selectGroups(*groups, {asked.conditions, {}, {}, {}}, now).groups;
        if (asked.mode == core::DeleteMode::Real) {
            std::vector<core::GroupPtr> wanted;
            for (const core::ListedGroupPtr& group : listed)
                wanted.push_back(group->group());
            const core::StalenessRules& rules = *groups->rules();
            const auto removed = parts.store.removeAll(wanted, [&](const core::GroupPtr& group) {
                return asked.conditions.accepts(core::ListedGroup(group, rules), now);
            });
            listed.clear();
            for (const core::GroupPtr& group : removed)
                listed.push_back(std::make_shared<const core::ListedGroup>(group, rules));
        }
        const quint64 revision = parts.store.revision();
        Reply reply
            = apiSuccess(core::renderDeleted(listed, asked.mode, {revision, parts.epoch, now}));
        if (asked.mode == core::DeleteMode::DryRun)
            return reply;
        return acknowledge(parts.durability, revision, std::move(reply), later, apiFailure);
    }

    core::Result<std::vector<QByteArray>> readGroupBy(QByteArrayView query, core::NameScheme names)
    {
        const auto parameters = QueryParameters::parse(query);
        if (!parameters)
            return parameters.error();
        if (const core::Status known = parameters->allowOnly({"group_by"}); !known)
            return known.error();
        std::vector<QByteArray> labels;
        const auto list = parameters->first("group_by");
        for (const QByteArray& name : list.value_or("").toByteArray().split(',')) {
            if (!core::isValidLabelName(name, names) || name.startsWith("__")) {
                return core::badRequest(
                    "parameter group_by: improper label name " + core::goQuote(name));
            }
            labels.push_back(name);
        }
        if (std::find(labels.begin(), labels.end(), "job") == labels.end())
            return core::badRequest("parameter group_by: job must be among the labels");
        return labels;
    }

    QByteArray pushedJson(const std::vector<core::PreparedPush>& pushes, core::TimePoint now)
    {
        size_t series = 0;
        for (const core::PreparedPush& push : pushes) {
            for (const core::FamilyPtr& family : push.families)
                series += family->family.metricCount();
        }
        return R"({"groups":)" + QByteArray::number(pushes.size()) + R"(,"series":)"
            + QByteArray::number(series) + R"(,"now":)" + core::jsonTime(now) + '}';
    }

} // namespace

std::optional<Reply> BulkDeleteRoute::handle(
    const Request& request, QByteArrayView query, const LateReply& later) const
{
    if (isFromOtherSite(request, m_externalHost))
        return apiForbidden("pages of other sites must not delete groups");
    auto read = readDelete(query, m_parts.names);
    if (!read)
        return apiFailure(read.error());
    const auto asked = std::make_shared<const DeleteParameters>(*std::move(read));
    if (m_parts.store.snapshot()->groups.size() <= kGroupsInPlace)
        return removeGroups(m_parts, *asked, later);
    m_parts.pool.run([parts = m_parts, asked, later] {
        if (auto reply = removeGroups(parts, *asked, later))
            later.send(*std::move(reply));
    });
    return std::nullopt;
}

std::optional<Reply> BulkPushRoute::handle(
    const Request& request, QByteArrayView query, const LateReply& later) const
{
    if (isFromOtherSite(request, m_externalHost))
        return apiForbidden("pages of other sites must not push");
    auto pushes = read(request, query);
    if (!pushes)
        return apiFailure(pushes.error());
    const QByteArray data = pushedJson(*pushes, m_parts.clock.now());
    const core::Status stored = m_parts.store.pushAll(*std::move(pushes), m_settings.check);
    return acknowledge(m_parts.durability, m_parts.store.revision(),
        stored ? apiSuccess({data}) : apiFailure(stored.error()), later, apiFailure);
}

/// All that needs no lock.
core::Result<std::vector<core::PreparedPush>> BulkPushRoute::read(
    const Request& request, QByteArrayView query) const
{
    const auto groupBy = readGroupBy(query, m_settings.names);
    if (!groupBy)
        return groupBy.error();
    const auto families
        = core::parseBody(pushBodyOf(request), {m_settings.names, m_settings.maxDecompressedBytes});
    if (!families)
        return families.error();
    const auto mode = request.method == "PUT" ? core::PushMode::Replace : core::PushMode::Merge;
    auto groups = core::splitIntoGroups(*families, *groupBy, mode);
    if (!groups)
        return groups.error();
    const core::TimePoint now = m_parts.clock.now();
    std::vector<core::PreparedPush> pushes;
    pushes.reserve(groups->size());
    for (core::ParsedPush& group : *groups) {
        auto push = core::prepare(std::move(group), now);
        if (!push)
            return push.error();
        pushes.push_back(*std::move(push));
    }
    return pushes;
}

} // namespace pushgate::daemon
