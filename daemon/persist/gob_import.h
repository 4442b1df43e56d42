// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/check/consistency_index.h"
#include "daemon/persist/gob_group.h"
#include "daemon/persist/group_rows.h"
#include "daemon/persist/sql_connection.h"

#include <QByteArray>
#include <QIODevice>
#include <QSqlQuery>

#include <functional>

namespace pushgate::daemon {

/// What an import did.
struct ImportTotals {
    qint64 groups = 0;
    qint64 families = 0;
    qint64 metrics = 0;
    qint64 refused = 0; ///< groups and families

    friend bool operator==(const ImportTotals&, const ImportTotals&) = default;
};

/// Hears of each group or family that is not taken, in one sentence.
using TellRefusal = std::function<void(const QByteArray& why)>;

/// Takes a Go Pushgateway's groups into a persistence file, one by one, in the transaction of the
/// caller. A group that the file has already stays as it is there.
/// Memory  one group, and with an index what that takes.
/// Threads that of the connection.
class GobImport {
public:
    /// `connection` and what `rows` writes to are the same file; both must outlive this, as must
    /// `index`, which knows what the file holds: a group that brings it an error is refused.
    /// Null: whatever the groups hold is taken, as the Go Pushgateway does when it starts.
    static core::Result<GobImport> into(SqlConnection& connection, GroupRows& rows,
        TellRefusal tellRefusal, core::ConsistencyIndex* index = nullptr);

    /// Errors  those of `readGobStore`, and Unavailable: SQLite's.
    core::Status readFrom(QIODevice& file);

    const ImportTotals& totals() const { return m_totals; }

private:
    GobImport(GroupRows& rows, QSqlQuery findGroup, quint64 lastOrder, TellRefusal tellRefusal,
        core::ConsistencyIndex* index);

    core::Status take(const GobGroup& group);
    core::Result<bool> isThere(const core::GroupingKey& key);
    bool breaksTheScrape(const core::Group& group);
    core::Status store(core::Group& group);
    void refuse(const QByteArray& why);

    GroupRows& m_rows;
    QSqlQuery m_findGroup;
    quint64 m_lastOrder;
    TellRefusal m_tellRefusal;
    core::ConsistencyIndex* m_index;
    ImportTotals m_totals;
};

} // namespace pushgate::daemon
