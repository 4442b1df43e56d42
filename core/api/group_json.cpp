// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/group_json.h"

#include "core/api/family_json.h"
#include "core/api/json_out.h"

namespace pushgate::core {

namespace {

    /// All of a group but the closing brace.
    void writeGroup(JsonOut& out, const ListedGroup& listed, TimePoint now)
    {
        const Group& group = *listed.group();
        const GroupStanding& standing = listed.standing();
        out.raw(R"({"labels":)");
        out.labels(group.key.labels());
        out.raw(R"(,"push_time":)");
        out.timeOrZero(group.pushTime);
        out.raw(R"(,"push_failure_time":)");
        out.timeOrZero(group.failureTime);
        out.raw(R"(,"last_push_successful":)");
        out.boolean(!standing.hasFailed);
        out.raw(R"(,"state":)");
        out.string(stateName(standing.at(now)));
        out.raw(R"(,"age_seconds":)");
        out.duration(now - standing.ageBegins);
        out.raw(R"(,"cadence_seconds":)");
        out.durationOrNull(group.cadence.interval());
        out.raw(R"(,"expected_by":)");
        out.orNull(standing.expectedBy, [&out](TimePoint time) { out.time(time); });
        out.raw(R"(,"stale_after_seconds":)");
        out.durationOrNull(listed.limits().staleAfter);
        out.raw(R"(,"delete_after_seconds":)");
        out.durationOrNull(listed.limits().deleteAfter);
        out.raw(R"(,"families":)");
        out.count(group.families.size());
        out.raw(R"(,"series":)");
        out.count(listed.series());
        out.raw(R"(,"bytes":)");
        out.count(static_cast<quint64>(listed.textBytes()));
    }

    void writeGroups(JsonOut& out, const std::vector<ListedGroupPtr>& groups, TimePoint now)
    {
        out.raw("[");
        for (size_t i = 0; i < groups.size(); ++i) {
            if (i > 0)
                out.raw(",");
            writeGroup(out, *groups[i], now);
            out.raw("}");
        }
        out.raw("]");
    }

    void writeTime(JsonOut& out, const AnswerTime& time)
    {
        out.raw(R"("revision":)");
        out.count(time.revision);
        out.raw(R"(,"epoch":)");
        out.string(time.epoch);
        out.raw(R"(,"now":)");
        out.time(time.now);
    }

    void writeCounts(JsonOut& out, const GroupPage& page)
    {
        out.raw(R"(,"total":)");
        out.count(static_cast<quint64>(page.states.total()));
        out.raw(R"(,"states":)");
        char before = '{';
        for (const GroupState state : kGroupStates) {
            out.raw({&before, 1});
            out.string(stateName(state));
            out.raw(":");
            out.count(static_cast<quint64>(page.states.of(state)));
            before = ',';
        }
        out.raw("}");
    }

} // namespace

QByteArray jsonTime(TimePoint time)
{
    JsonOut out;
    out.time(time);
    return out.segments().take().join();
}

QList<QByteArray> renderListing(const GroupListing& listing)
{
    JsonOut out;
    out.raw("{");
    writeTime(out, listing.time);
    writeCounts(out, listing.page);
    out.raw(R"(,"groups":)");
    writeGroups(out, listing.page.groups, listing.time.now);
    out.raw(R"(,"deleted":[)");
    for (size_t i = 0; i < listing.deleted.size(); ++i) {
        if (i > 0)
            out.raw(",");
        out.labels(labelsOfKey(listing.deleted[i]));
    }
    out.raw("]");
    if (listing.page.next) {
        out.raw(R"(,"cursor":)");
        out.string(listing.page.next->toText());
    }
    out.raw(R"(,"reset":)");
    out.boolean(listing.isReset);
    out.raw("}");
    return out.segments().take();
}

QList<QByteArray> renderGroup(const ListedGroup& group, const AnswerTime& time)
{
    JsonOut out;
    writeGroup(out, group, time.now);
    out.raw(R"(,"metrics":)");
    FamilyJsonWriter families(out.segments());
    char before = '{';
    for (const StoredFamily& family : group.group()->families) {
        out.raw({&before, 1});
        out.string(family.family().name());
        out.raw(":");
        families.write(family);
        before = ',';
    }
    out.raw(before == '{' ? "{}," : "},");
    writeTime(out, time);
    out.raw("}");
    return out.segments().take();
}

QList<QByteArray> renderDeleted(
    const std::vector<ListedGroupPtr>& groups, DeleteMode mode, const AnswerTime& time)
{
    JsonOut out;
    out.raw(R"({"deleted":)");
    writeGroups(out, groups, time.now);
    out.raw(R"(,"count":)");
    out.count(groups.size());
    out.raw(R"(,"dry_run":)");
    out.boolean(mode == DeleteMode::DryRun);
    out.raw(",");
    writeTime(out, time);
    out.raw("}");
    return out.segments().take();
}

} // namespace pushgate::core
