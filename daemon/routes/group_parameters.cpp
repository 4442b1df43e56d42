// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/group_parameters.h"

#include "core/base/go_quote.h"
#include "core/base/prometheus_duration.h"
#include "core/parse/push_path.h"

#include <QList>

#include <algorithm>
#include <charconv>

namespace pushgate::daemon {

namespace {

    using States = core::GroupConditions::States;

    core::Error of(QByteArrayView parameter, const core::Error& error)
    {
        return {error.kind, "parameter " + parameter.toByteArray() + ": " + error.message};
    }

    /// The encoded key of the group that is pushed to by this path.
    core::Result<QByteArray> readKey(QByteArrayView text, core::NameScheme names)
    {
        const auto path = core::splitPushPath(text);
        if (!path) {
            return core::badRequest("expected the path of a push from /job on, as in "
                                    "/job/JOB/LABEL/VALUE, not "
                + core::goQuote(text));
        }
        const auto key = core::parsePushPath(*path, names);
        if (!key)
            return key.error();
        return key->encoded();
    }

    core::Result<States> readStates(QByteArrayView list)
    {
        States states;
        for (const QByteArray& name : list.toByteArray().split(',')) {
            const auto state = core::stateFromName(name);
            if (!state) {
                return core::badRequest("parameter state: unknown state " + core::goQuote(name)
                    + ", expected fresh, overdue, stale or failed");
            }
            states.set(static_cast<size_t>(*state));
        }
        return states;
    }

    core::Result<quint64> readNumber(QByteArrayView parameter, QByteArrayView text)
    {
        quint64 number = 0;
        const auto read = std::from_chars(text.begin(), text.end(), number);
        if (read.ec != std::errc{} || read.ptr != text.end()) {
            return core::badRequest("parameter " + parameter.toByteArray()
                + ": expected a whole number, not " + core::goQuote(text));
        }
        return number;
    }

    core::Status readSort(const QueryParameters& parameters, core::GroupQuery& query)
    {
        if (const auto text = parameters.first("sort")) {
            const auto sort = core::GroupSort::fromName(*text);
            if (!sort)
                return of("sort", sort.error());
            query.sort = *sort;
        }
        if (const auto text = parameters.first("cursor"); text && !text->isEmpty()) {
            auto cursor = core::GroupCursor::fromText(*text);
            if (!cursor)
                return of("cursor", cursor.error());
            if (cursor->sort != query.sort)
                return core::badRequest("parameter cursor: it was given for another sort");
            query.after = *std::move(cursor);
        }
        return core::ok();
    }

    core::Status readLongPoll(const QueryParameters& parameters, ListParameters& list)
    {
        if (const auto text = parameters.first("since"); text && !text->isEmpty()) {
            const auto since = readNumber("since", *text);
            if (!since)
                return since.error();
            list.since = *since;
        }
        if (const auto text = parameters.first("wait"); text && !text->isEmpty()) {
            const auto wait = core::parsePrometheusDuration(*text);
            if (!wait)
                return of("wait", wait.error());
            using Milliseconds = std::chrono::milliseconds;
            list.wait = std::min<Milliseconds>(
                std::chrono::duration_cast<Milliseconds>(*wait), kLongestWait);
        }
        return core::ok();
    }

} // namespace

core::Result<core::GroupConditions> readConditions(
    const QueryParameters& parameters, core::NameScheme names)
{
    core::GroupConditions conditions;
    for (const QByteArrayView text : parameters.all("group[]")) {
        auto key = readKey(text, names);
        if (!key)
            return of("group[]", key.error());
        conditions.keys.push_back(*std::move(key));
    }
    std::sort(conditions.keys.begin(), conditions.keys.end());
    const auto repeated = std::unique(conditions.keys.begin(), conditions.keys.end());
    conditions.keys.erase(repeated, conditions.keys.end());
    for (const QByteArrayView text : parameters.all("match[]")) {
        auto selector = core::Selector::parse(text);
        if (!selector)
            return of("match[]", selector.error());
        conditions.match.push_back(*std::move(selector));
    }
    if (const auto list = parameters.first("state"); list && !list->isEmpty()) {
        const auto states = readStates(*list);
        if (!states)
            return states.error();
        conditions.states = *states;
    }
    if (const auto text = parameters.first("older_than"); text && !text->isEmpty()) {
        const auto age = core::parsePrometheusDuration(*text);
        if (!age)
            return of("older_than", age.error());
        conditions.olderThan = *age;
    }
    return conditions;
}

core::Result<ListParameters> readListParameters(
    const QueryParameters& parameters, core::NameScheme names)
{
    ListParameters list;
    auto conditions = readConditions(parameters, names);
    if (!conditions)
        return conditions.error();
    list.query.conditions = *std::move(conditions);
    if (const auto text = parameters.first("limit"); text && !text->isEmpty()) {
        const auto limit = readNumber("limit", *text);
        if (!limit)
            return limit.error();
        list.query.limit = std::min<size_t>(*limit, 1'000'000'000);
    }
    if (const core::Status sort = readSort(parameters, list.query); !sort)
        return sort.error();
    if (const core::Status longPoll = readLongPoll(parameters, list); !longPoll)
        return longPoll.error();
    return list;
}

} // namespace pushgate::daemon
