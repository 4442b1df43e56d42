// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QSqlQuery>
#include <QVariant>

#include <memory>

namespace pushgate::daemon {

/// One connection to a SQLite file by way of Qt SQL.
/// Threads  only the one that opened it; a QCoreApplication must be there.
/// Errors   Unavailable, with the words of SQLite.
class SqlConnection {
public:
    enum class Mode { ReadWrite, ReadOnly };

    /// A file that is not there is made in ReadWrite mode; nothing is read of one that is.
    static core::Result<std::unique_ptr<SqlConnection>> open(const QByteArray& path, Mode mode);
    ~SqlConnection();
    Q_DISABLE_COPY_MOVE(SqlConnection)

    /// Runs one statement, whatever it returns.
    core::Status run(const QByteArray& sql);
    /// The first column of the first row; BadRequest if there is no row.
    core::Result<QVariant> value(const QByteArray& sql);
    /// A statement to be run often, by `execute`; the connection must outlive it.
    core::Result<QSqlQuery> prepare(const QByteArray& sql);

private:
    explicit SqlConnection(QString name)
        : m_name(std::move(name))
    {
    }

    QString m_name; ///< Qt's name for it, unique in the process
};

/// Runs a prepared statement with the values that were bound to it.
core::Status execute(QSqlQuery& query);

} // namespace pushgate::daemon
