// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/persist/recovery.h"

#include "daemon/persist/family_decoder.h"
#include "daemon/persist/key_text.h"

#include <QSqlError>
#include <QThread>

#include <absl/container/flat_hash_map.h>
#include <algorithm>
#include <memory>
#include <utility>

namespace pushgate::daemon {

namespace {

    core::TimePoint timePoint(const QVariant& nanoseconds)
    {
        return core::TimePoint(std::chrono::nanoseconds(nanoseconds.toLongLong()));
    }

    std::optional<core::TimePoint> maybeTimePoint(const QVariant& nanoseconds)
    {
        return nanoseconds.isNull() ? std::nullopt : std::optional(timePoint(nanoseconds));
    }

    core::Result<core::Cadence> readCadence(const QVariant& bytes)
    {
        if (bytes.isNull())
            return core::Cadence();
        return core::Cadence::fromBytes(bytes.toByteArray());
    }

    core::Error damaged(const QByteArray& what, qint64 row, const QByteArray& why)
    {
        return core::badRequest(what + ' ' + QByteArray::number(row) + " is damaged: " + why);
    }

    /// Runs `read` for each row; stops at the first error.
    template <typename Read>
    core::Status forEachRow(SqlConnection& connection, const char* sql, Read&& read)
    {
        auto query = connection.prepare(sql);
        if (!query)
            return query.error();
        core::Status status = execute(*query);
        while (status && query->next())
            status = read(*query);
        if (status && query->lastError().isValid()) {
            return core::Error{
                core::Error::Kind::Unavailable, query->lastError().databaseText().toUtf8()};
        }
        return status;
    }

    class GroupReader {
    public:
        core::Status readGroup(const QSqlQuery& row)
        {
            const qint64 id = row.value(0).toLongLong();
            auto key = keyFromEncoded(row.value(1).toByteArray());
            if (!key)
                return damaged("group", id, key.error().message);
            const auto cadence = readCadence(row.value(4));
            if (!cadence)
                return damaged("group", id, cadence.error().message);
            auto group = std::make_shared<core::Group>(core::Group{*std::move(key), {},
                maybeTimePoint(row.value(2)), maybeTimePoint(row.value(3)), *cadence});
            core::GroupingLabels labels(group->key);
            m_groups.insert_or_assign(id, Entry{std::move(group), std::move(labels)});
            return core::ok();
        }

        core::Status readFamily(const QSqlQuery& row)
        {
            const qint64 id = row.value(0).toLongLong();
            const auto found = m_groups.find(row.value(1).toLongLong());
            if (found == m_groups.end())
                return damaged("family", id, "its group is missing");
            Entry& entry = found->second;
            m_decoder.add({static_cast<quint64>(id), timePoint(row.value(2)),
                row.value(3).toByteArray(), entry.group.get(), &entry.labels});
            return core::ok();
        }

        core::Result<std::vector<core::GroupPtr>> finish() &&
        {
            if (const core::Status decoded = m_decoder.finish(); !decoded)
                return decoded.error();
            std::vector<core::GroupPtr> groups;
            groups.reserve(m_groups.size());
            for (auto& [id, entry] : m_groups) {
                auto& families = entry.group->families;
                std::sort(families.begin(), families.end(), nameBefore);
                if (std::adjacent_find(families.begin(), families.end(), haveSameName)
                    != families.end())
                    return damaged("group", id, "it has two families of one name");
                families.shrink_to_fit();
                groups.push_back(std::move(entry.group));
            }
            return groups;
        }

    private:
        struct Entry {
            std::shared_ptr<core::Group> group;
            core::GroupingLabels labels;
        };

        static bool nameBefore(const core::StoredFamily& left, const core::StoredFamily& right)
        {
            return left.family().name() < right.family().name();
        }
        static bool haveSameName(const core::StoredFamily& left, const core::StoredFamily& right)
        {
            return left.family().name() == right.family().name();
        }

        /// By the number of their row; complete before the first family is read.
        absl::flat_hash_map<qint64, Entry> m_groups;
        FamilyDecoder m_decoder{std::max(1, QThread::idealThreadCount())};
    };

} // namespace

core::Result<std::vector<core::GroupPtr>> readGroups(SqlConnection& connection)
{
    GroupReader reader;
    core::Status status
        = forEachRow(connection, "SELECT id, key, pushed_at_ns, failed_at_ns, cadence FROM groups",
            [&reader](const QSqlQuery& row) { return reader.readGroup(row); });
    if (status) {
        status = forEachRow(connection, "SELECT id, group_id, pushed_at_ns, family FROM families",
            [&reader](const QSqlQuery& row) { return reader.readFamily(row); });
    }
    if (!status)
        return status.error();
    return std::move(reader).finish();
}

} // namespace pushgate::daemon
