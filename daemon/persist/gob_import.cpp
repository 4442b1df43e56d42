// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/persist/gob_import.h"

#include "daemon/persist/gob_store_reader.h"
#include "daemon/persist/key_text.h"

#include <utility>

namespace pushgate::daemon {

core::Result<GobImport> GobImport::into(SqlConnection& connection, GroupRows& rows,
    TellRefusal tellRefusal, core::ConsistencyIndex* index)
{
    const auto lastOrder = connection.value("SELECT coalesce(max(id), 0) FROM families");
    if (!lastOrder)
        return lastOrder.error();
    auto findGroup = connection.prepare("SELECT 1 FROM groups WHERE key = ?");
    if (!findGroup)
        return findGroup.error();
    return GobImport(
        rows, *std::move(findGroup), lastOrder->toULongLong(), std::move(tellRefusal), index);
}

GobImport::GobImport(GroupRows& rows, QSqlQuery findGroup, quint64 lastOrder,
    TellRefusal tellRefusal, core::ConsistencyIndex* index)
    : m_rows(rows)
    , m_findGroup(std::move(findGroup))
    , m_lastOrder(lastOrder)
    , m_tellRefusal(std::move(tellRefusal))
    , m_index(index)
{
}

core::Status GobImport::readFrom(QIODevice& file)
{
    return readGobStore(file, [this](const GobGroup& group) { return take(group); });
}

core::Status GobImport::take(const GobGroup& group)
{
    auto imported = groupFromGob(group);
    if (!imported) {
        refuse(imported.error().message);
        return core::ok();
    }
    const QByteArray name = "group " + keyText(imported->group.key);
    const auto there = isThere(imported->group.key);
    if (!there)
        return there.error();
    if (*there) {
        refuse(name + ": it is there already");
        return core::ok();
    }
    if (breaksTheScrape(imported->group)) {
        refuse(name + ": it contradicts what is stored");
        return core::ok();
    }
    for (const QByteArray& why : imported->refused)
        refuse(why);
    return store(imported->group);
}

core::Result<bool> GobImport::isThere(const core::GroupingKey& key)
{
    m_findGroup.bindValue(0, key.encoded());
    if (const core::Status done = execute(m_findGroup); !done)
        return done.error();
    const bool found = m_findGroup.next();
    m_findGroup.finish();
    return found;
}

/// If it does not, the index knows it afterwards.
bool GobImport::breaksTheScrape(const core::Group& group)
{
    if (!m_index)
        return false;
    const quint64 errorsBefore = m_index->errorCount();
    for (const core::StoredFamily& family : group.families)
        m_index->add(*family.checked);
    if (m_index->errorCount() <= errorsBefore)
        return false;
    for (const core::StoredFamily& family : group.families)
        m_index->remove(*family.checked);
    return true;
}

core::Status GobImport::store(core::Group& group)
{
    for (core::StoredFamily& family : group.families) {
        family.order = ++m_lastOrder;
        m_totals.metrics += static_cast<qint64>(family.family().metricCount());
    }
    m_totals.families += static_cast<qint64>(group.families.size());
    ++m_totals.groups;
    return m_rows.write(nullptr, &group);
}

void GobImport::refuse(const QByteArray& why)
{
    ++m_totals.refused;
    m_tellRefusal(why);
}

} // namespace pushgate::daemon
