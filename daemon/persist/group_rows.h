// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/group.h"
#include "daemon/persist/sql_connection.h"

#include <QSqlQuery>

#include <optional>
#include <vector>

namespace pushgate::daemon {

/// Writes groups into the tables of a persistence file (see schema.h). Transactions are the
/// caller's.
/// Threads  that of the connection.
/// Errors   Unavailable: SQLite's; the transaction is then to be rolled back.
class GroupRows {
public:
    /// `connection` must outlive this.
    static core::Result<GroupRows> prepare(SqlConnection& connection);

    /// Takes a group in the file from one state to another; null for none. Only families that
    /// differ are written or deleted: those that are not the same object, by `checked`, of the
    /// same order.
    /// Cost    a row for the group, and one per family that differs.
    core::Status write(const core::Group* before, const core::Group* after);

    /// Deletes the groups with these encoded keys, whatever is in them.
    /// Cost    O(file), so one call for many.
    core::Status drop(const std::vector<QByteArray>& keys);

    /// Deletes every group.
    core::Status clear();

    core::Status setRevision(quint64 revision);

private:
    struct Statements {
        QSqlQuery putGroup;
        QSqlQuery dropGroup;
        QSqlQuery putFamily;
        QSqlQuery dropFamily;
        QSqlQuery setRevision;
    };

    GroupRows(SqlConnection& connection, Statements statements)
        : m_connection(connection)
        , m_do(std::move(statements))
    {
    }

    core::Status writeFamilies(const core::Group* before, const core::Group& after);
    core::Status dropFamilies(const core::Group& before, const core::Group* after);
    core::Result<qint64> putGroup(const core::Group& group);
    core::Status putFamily(qint64 group, const core::StoredFamily& family);

    SqlConnection& m_connection;
    Statements m_do;
};

} // namespace pushgate::daemon
