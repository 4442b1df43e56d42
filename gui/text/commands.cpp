// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/text/commands.h"

#include "gui/client/group_path.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace pushgate::gui {

namespace {

    QString quoted(QString text)
    {
        return u'\'' + text.replace(u'\'', R"('\'')"_L1) + u'\'';
    }

    /// Signed in and trusting as the program itself is.
    QString curl(const Connection& connection)
    {
        QString command = u"curl"_s;
        if (connection.credentials.kind == Credentials::Kind::Basic)
            command += " -u "_L1 + quoted(connection.credentials.user);
        if (connection.credentials.kind == Credentials::Kind::Token)
            command += R"( -H "Authorization: Bearer $TOKEN")"_L1;
        if (!connection.tls.caFile.isEmpty())
            command += " --cacert "_L1 + quoted(connection.tls.caFile);
        if (!connection.tls.certificateFile.isEmpty())
            command += " --cert "_L1 + quoted(connection.tls.certificateFile);
        if (!connection.tls.keyFile.isEmpty())
            command += " --key "_L1 + quoted(connection.tls.keyFile);
        if (connection.tls.check == TlsSettings::Check::Ignore)
            command += " -k"_L1;
        return command;
    }

    QString urlOf(const Connection& connection, const QByteArray& path)
    {
        return QString::fromLatin1(connection.url.toEncoded() + path);
    }

} // namespace

QString examplePush(const Connection& connection)
{
    return "echo 'backup_duration_seconds 42.5' | "_L1 + curl(connection) + " --data-binary @- "_L1
        + urlOf(connection, "/metrics/job/backup/instance/db1"_ba);
}

QString pushCommand(const Connection& connection, const PushOrder& order)
{
    // No line of an exposition is this word alone, and in quotes the shell touches none of them.
    const QString body = QString::fromUtf8(order.body);
    return curl(connection) + (order.mode == PushOrder::Mode::Replace ? " -X PUT"_L1 : ""_L1)
        + " --data-binary @- "_L1 + quoted(urlOf(connection, "/metrics" + groupPath(order.key)))
        + " <<'METRICS'\n"_L1 + body + "METRICS\n"_L1;
}

QString wipeCommand(const Connection& connection)
{
    return curl(connection) + " -X PUT "_L1 + urlOf(connection, "/api/v1/admin/wipe"_ba);
}

QString deleteCommands(const Connection& connection, const std::vector<core::GroupingKey>& keys)
{
    QStringList lines;
    for (const core::GroupingKey& key : keys)
        lines.push_back(
            curl(connection) + " -X DELETE "_L1 + urlOf(connection, "/metrics" + groupPath(key)));
    return lines.join(u'\n');
}

} // namespace pushgate::gui
