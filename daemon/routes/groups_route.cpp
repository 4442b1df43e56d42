// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/groups_route.h"

#include "core/expose/group_body.h"
#include "daemon/routes/api_reply.h"

#include <memory>

namespace pushgate::daemon {

namespace {

    using BodyFormat = std::optional<core::ExpositionFormat>; ///< nothing: JSON

    core::Result<BodyFormat> readFormat(QByteArrayView query)
    {
        const auto parameters = QueryParameters::parse(query);
        if (!parameters)
            return parameters.error();
        const QByteArrayView name = parameters->first("format").value_or("json");
        if (name == "json")
            return BodyFormat();
        using core::ExpositionSyntax;
        if (name == "text")
            return BodyFormat({ExpositionSyntax::Text, core::Escaping::AllowUtf8});
        if (name == "protobuf")
            return BodyFormat({ExpositionSyntax::Delimited, core::Escaping::AllowUtf8});
        return core::badRequest("parameter format: expected json, text or protobuf");
    }

    Reply bodyOf(const core::Group& group, core::ExpositionFormat format)
    {
        Reply reply;
        reply.fields.push_back({QByteArrayLiteral("Content-Type"), core::contentType(format)});
        reply.segments = core::renderGroupBody(group, format);
        return reply;
    }

    /// Whether a group of that key would be listed in some state and at some age.
    bool isListable(const core::GroupConditions& conditions, const QByteArray& key)
    {
        return conditions.names(key)
            && (conditions.match.empty() || conditions.matches(core::labelsOfKey(key)));
    }

    /// Reduces a listing to the groups in `changed`; those that are in it no more are `deleted`,
    /// be they removed or out of the state or age that was asked for.
    void keepChanged(core::GroupListing& listing, const core::ListedGroups& groups,
        const core::GroupConditions& conditions, const std::vector<QByteArray>& changed)
    {
        for (const QByteArray& key : changed) {
            core::ListedGroupPtr group = groups.find(key);
            if (group && conditions.accepts(*group, listing.time.now))
                listing.page.groups.push_back(std::move(group));
            else if (isListable(conditions, key))
                listing.deleted.push_back(key);
        }
    }

} // namespace

Reply groupsOptionsReply()
{
    return readableByAll(Reply::empty(200), "GET");
}

std::optional<Reply> GroupsRoute::handle(QByteArrayView query, const LateReply& later) const
{
    const auto parameters = QueryParameters::parse(query);
    if (!parameters)
        return readableByAll(apiFailure(parameters.error()));
    auto read = readListParameters(*parameters, m_parts.names);
    if (!read)
        return readableByAll(apiFailure(read.error()));
    const auto asked = std::make_shared<const ListParameters>(*std::move(read));
    const auto make = [parts = m_parts, asked] { return answer(parts, *asked); };

    const core::SnapshotPtr snapshot = m_parts.store.snapshot();
    const bool mayWait = asked->since && !asked->query.after && asked->wait.count() > 0;
    if (mayWait && *asked->since == snapshot->revision
        && m_parts.polls.wait({*asked->since, asked->wait, query.toByteArray(), make, later}))
        return std::nullopt;
    return m_parts.pool.render(*snapshot, later, make);
}

Reply GroupsRoute::answer(const GroupsParts& parts, const ListParameters& asked)
{
    const core::SnapshotPtr snapshot = parts.store.snapshot();
    const core::ListedGroupsPtr groups = parts.list(snapshot);
    const core::TimePoint now = parts.clock.now();
    core::GroupListing listing{parts.timeOf(*snapshot, now), {}, {}, false};
    const auto changed = asked.since
        ? parts.history.changedBetween(*asked.since, snapshot->revision)
        : std::nullopt;
    if (changed) {
        core::GroupQuery countsOnly{asked.query.conditions, {}, 0, {}};
        listing.page = core::selectGroups(*groups, countsOnly, now);
        keepChanged(listing, *groups, asked.query.conditions, *changed);
    } else {
        listing.isReset = asked.since.has_value();
        listing.page = core::selectGroups(*groups, asked.query, now);
    }
    return readableByAll(apiSuccess(core::renderListing(listing)));
}

std::optional<Reply> GroupRoute::handle(
    const core::PushPath& path, QByteArrayView query, const LateReply& later) const
{
    const auto format = readFormat(query);
    if (!format)
        return readableByAll(apiFailure(format.error()));
    const auto key = core::parsePushPath(path, m_parts.names);
    if (!key)
        return readableByAll(apiFailure(key.error()));
    const core::SnapshotPtr snapshot = m_parts.store.snapshot();
    const core::GroupPtr* const group = snapshot->groups.find(key->encoded());
    if (!group) {
        return readableByAll(
            apiFailure({core::Error::Kind::NotFound, "there is no group with these labels"}));
    }
    return m_parts.pool.render(
        *snapshot, later, [parts = m_parts, snapshot, group = *group, format = *format] {
            if (format)
                return readableByAll(bodyOf(*group, *format));
            const core::ListedGroup listed(group, *parts.rules.current());
            const auto time = parts.timeOf(*snapshot, parts.clock.now());
            return readableByAll(apiSuccess(core::renderGroup(listed, time)));
        });
}

} // namespace pushgate::daemon
