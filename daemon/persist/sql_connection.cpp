// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/persist/sql_connection.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>

#include <atomic>

using namespace Qt::Literals::StringLiterals;

namespace pushgate::daemon {

namespace {

    core::Error sqlError(const QSqlError& error)
    {
        const QString text = error.databaseText().isEmpty() ? error.text() : error.databaseText();
        return {core::Error::Kind::Unavailable, text.toUtf8()};
    }

    QString nextName()
    {
        static std::atomic<quint64> last = 0;
        return u"pushgate-"_s + QString::number(++last);
    }

} // namespace

core::Result<std::unique_ptr<SqlConnection>> SqlConnection::open(const QByteArray& path, Mode mode)
{
    std::unique_ptr<SqlConnection> connection(new SqlConnection(nextName()));
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection->m_name);
    if (!database.isValid()) {
        return core::Error{core::Error::Kind::Unavailable,
            "Qt's SQLite driver is not installed (package libqt6sql6-sqlite)"};
    }
    if (mode == Mode::ReadOnly)
        database.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
    database.setDatabaseName(QFile::decodeName(path));
    if (!database.open())
        return sqlError(database.lastError());
    return connection;
}

SqlConnection::~SqlConnection()
{
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

core::Status SqlConnection::run(const QByteArray& sql)
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    query.setForwardOnly(true);
    if (!query.exec(QString::fromUtf8(sql)))
        return sqlError(query.lastError());
    return core::ok();
}

core::Result<QVariant> SqlConnection::value(const QByteArray& sql)
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    query.setForwardOnly(true);
    if (!query.exec(QString::fromUtf8(sql)))
        return sqlError(query.lastError());
    if (!query.next())
        return query.lastError().isValid() ? sqlError(query.lastError())
                                           : core::badRequest("no row for: " + sql);
    return query.value(0);
}

core::Result<QSqlQuery> SqlConnection::prepare(const QByteArray& sql)
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    query.setForwardOnly(true);
    if (!query.prepare(QString::fromUtf8(sql)))
        return sqlError(query.lastError());
    return query;
}

core::Status execute(QSqlQuery& query)
{
    if (!query.exec())
        return sqlError(query.lastError());
    return core::ok();
}

} // namespace pushgate::daemon
