// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/group_json.h"

#include "core/api/family_json.h"
#include "core/api/json_text.h"

#include <charconv>

namespace pushgate::core {

namespace {

    /// Times and durations of 64 bits of nanoseconds, in seconds, and integers are all shorter.
    constexpr qsizetype kMostNumberBytes = 40;

    double seconds(std::chrono::nanoseconds duration)
    {
        return static_cast<double>(duration.count()) / 1e9;
    }

    /// Writes the parts of an answer one after the other; whoever calls sees to the commas.
    class JsonOut {
    public:
        void raw(QByteArrayView text) { m_out.append(text); }

        void count(quint64 value)
        {
            char* const at = m_out.room(kMostNumberBytes);
            m_out.advance(std::to_chars(at, at + kMostNumberBytes, value).ptr);
        }
        void number(double value)
        {
            char* const at = m_out.room(kMostNumberBytes);
            m_out.advance(
                std::to_chars(at, at + kMostNumberBytes, value, std::chars_format::fixed).ptr);
        }

        template <typename Value, typename Write>
        void orNull(const std::optional<Value>& value, Write&& write)
        {
            if (value)
                write(*value);
            else
                raw("null");
        }

        void string(QByteArrayView text)
        {
            char* const at = m_out.room(mostJsonStringBytes(text.size()));
            m_out.advance(writeJsonString(at, text));
        }

        void time(TimePoint time) { number(unixSeconds(time)); }
        void timeOrZero(const std::optional<TimePoint>& time)
        {
            number(time ? unixSeconds(*time) : 0.0);
        }
        void duration(const std::optional<std::chrono::nanoseconds>& duration)
        {
            orNull(duration, [this](std::chrono::nanoseconds value) { number(seconds(value)); });
        }
        void boolean(bool value) { raw(value ? "true" : "false"); }

        void labels(const Labels& labels)
        {
            char before = '{';
            for (const Label& label : labels) {
                raw({&before, 1});
                string(label.name);
                raw(":");
                string(label.value);
                before = ',';
            }
            raw(labels.empty() ? "{}" : "}");
        }

        Segments& segments() { return m_out; }

    private:
        Segments m_out;
    };

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
        out.number(seconds(now - standing.ageBegins));
        out.raw(R"(,"cadence_seconds":)");
        out.duration(group.cadence.interval());
        out.raw(R"(,"expected_by":)");
        out.orNull(standing.expectedBy, [&out](TimePoint time) { out.time(time); });
        out.raw(R"(,"stale_after_seconds":)");
        out.duration(listed.limits().staleAfter);
        out.raw(R"(,"delete_after_seconds":)");
        out.duration(listed.limits().deleteAfter);
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
        out.count(page.total);
        out.raw(R"(,"states":)");
        char before = '{';
        for (const GroupState state : kGroupStates) {
            out.raw({&before, 1});
            out.string(stateName(state));
            out.raw(":");
            out.count(page.states[static_cast<size_t>(state)]);
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
