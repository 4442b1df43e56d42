// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/connection_store.h"

#include <QSettings>
#include <QStringList>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace pushgate::gui {

namespace {

    const QString kList = u"gateways"_s;
    const QString kAdded = u"added"_s;

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
        settings.setValue("name"_L1, connection.name);
        settings.setValue("url"_L1, connection.url.toString(QUrl::FullyEncoded));
        settings.setValue("signIn"_L1, nameOf(connection.credentials.kind));
        settings.setValue("user"_L1, connection.credentials.user);
        settings.setValue("caFile"_L1, connection.tls.caFile);
        settings.setValue("certificateFile"_L1, connection.tls.certificateFile);
        settings.setValue("keyFile"_L1, connection.tls.keyFile);
        settings.setValue("ignoreTls"_L1, connection.tls.check == TlsSettings::Check::Ignore);
        settings.setValue("notices"_L1, connection.notices == Connection::Notices::On);
        settings.setValue("staleAfterSeconds"_L1,
            qlonglong(connection.staleAfter.value_or(std::chrono::seconds(0)).count()));
    }

    std::optional<Connection> read(const QSettings& settings, const QString& id)
    {
        auto connection = connectionTo(settings.value("url"_L1).toString());
        if (!connection)
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
        if (!settings.value("notices"_L1, true).toBool())
            connection->notices = Connection::Notices::Off;
        const qlonglong seconds = settings.value("staleAfterSeconds"_L1).toLongLong();
        if (seconds > 0)
            connection->staleAfter = std::chrono::seconds(seconds);
        return *std::move(connection);
    }

} // namespace

std::vector<Connection> ConnectionStore::load() const
{
    std::vector<std::pair<qlonglong, Connection>> found; // with when it was added
    m_settings.sync();
    m_settings.beginGroup(kList);
    const QStringList ids = m_settings.childGroups();
    for (const QString& id : ids) {
        m_settings.beginGroup(id);
        if (auto connection = read(m_settings, id))
            found.emplace_back(m_settings.value(kAdded).toLongLong(), *std::move(connection));
        m_settings.endGroup();
    }
    m_settings.endGroup();
    std::stable_sort(found.begin(), found.end(),
        [](const auto& left, const auto& right) { return left.first < right.first; });
    std::vector<Connection> connections;
    connections.reserve(found.size());
    for (auto& [added, connection] : found)
        connections.push_back(std::move(connection));
    return connections;
}

void ConnectionStore::put(const Connection& connection)
{
    m_settings.sync();
    m_settings.beginGroup(kList);
    qlonglong last = 0;
    const QStringList ids = m_settings.childGroups();
    for (const QString& id : ids)
        last = std::max(last, m_settings.value(id + u'/' + kAdded).toLongLong());
    m_settings.beginGroup(connection.id);
    if (!m_settings.contains(kAdded))
        m_settings.setValue(kAdded, last + 1);
    write(m_settings, connection);
    m_settings.endGroup();
    m_settings.endGroup();
    m_settings.sync();
}

void ConnectionStore::remove(const QString& id)
{
    m_settings.remove(kList + u'/' + id);
    m_settings.sync();
}

} // namespace pushgate::gui
