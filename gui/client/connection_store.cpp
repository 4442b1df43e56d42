// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/connection_store.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace pushgate::gui {

namespace {

    const QString kList = u"gateways"_s;

    Credentials::Kind kindNamed(const QString& name)
    {
        if (name == "basic"_L1)
            return Credentials::Kind::Basic;
        return name == "token"_L1 ? Credentials::Kind::Token : Credentials::Kind::None;
    }

    QString nameOf(Credentials::Kind kind)
    {
        switch (kind) {
        case Credentials::Kind::None: return u"none"_s;
        case Credentials::Kind::Basic: return u"basic"_s;
        case Credentials::Kind::Token: return u"token"_s;
        }
        return {};
    }

    void write(QSettings& settings, const Connection& connection)
    {
        settings.setValue("id"_L1, connection.id);
        settings.setValue("name"_L1, connection.name);
        settings.setValue("url"_L1, connection.url.toString(QUrl::FullyEncoded));
        settings.setValue("signIn"_L1, nameOf(connection.credentials.kind));
        settings.setValue("user"_L1, connection.credentials.user);
        settings.setValue("caFile"_L1, connection.tls.caFile);
        settings.setValue("certificateFile"_L1, connection.tls.certificateFile);
        settings.setValue("keyFile"_L1, connection.tls.keyFile);
        settings.setValue("ignoreTls"_L1, connection.tls.check == TlsSettings::Check::Ignore);
        settings.setValue("staleAfterSeconds"_L1,
            qlonglong(connection.staleAfter.value_or(std::chrono::seconds(0)).count()));
    }

    std::optional<Connection> read(const QSettings& settings)
    {
        auto connection = connectionTo(settings.value("url"_L1).toString());
        const QString id = settings.value("id"_L1).toString();
        if (!connection || id.isEmpty())
            return std::nullopt;
        connection->id = id;
        connection->name = settings.value("name"_L1).toString();
        connection->credentials.kind = kindNamed(settings.value("signIn"_L1).toString());
        connection->credentials.user = settings.value("user"_L1).toString();
        connection->tls.caFile = settings.value("caFile"_L1).toString();
        connection->tls.certificateFile = settings.value("certificateFile"_L1).toString();
        connection->tls.keyFile = settings.value("keyFile"_L1).toString();
        if (settings.value("ignoreTls"_L1).toBool())
            connection->tls.check = TlsSettings::Check::Ignore;
        const qlonglong seconds = settings.value("staleAfterSeconds"_L1).toLongLong();
        if (seconds > 0)
            connection->staleAfter = std::chrono::seconds(seconds);
        return *std::move(connection);
    }

} // namespace

std::vector<Connection> ConnectionStore::load() const
{
    std::vector<Connection> connections;
    const int count = m_settings.beginReadArray(kList);
    for (int at = 0; at < count; ++at) {
        m_settings.setArrayIndex(at);
        if (auto connection = read(m_settings))
            connections.push_back(*std::move(connection));
    }
    m_settings.endArray();
    return connections;
}

void ConnectionStore::save(const std::vector<Connection>& connections)
{
    m_settings.remove(kList);
    m_settings.beginWriteArray(kList, static_cast<int>(connections.size()));
    for (size_t at = 0; at < connections.size(); ++at) {
        m_settings.setArrayIndex(static_cast<int>(at));
        write(m_settings, connections[at]);
    }
    m_settings.endArray();
    m_settings.sync();
}

} // namespace pushgate::gui
