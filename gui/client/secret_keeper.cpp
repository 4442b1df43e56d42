// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/client/secret_keeper.h"

#include "gui/client/gateway.h"

#include <QPointer>

#include <utility>

using namespace Qt::StringLiterals;

namespace pushgate::gui {

namespace {

    bool signsIn(const Connection& connection)
    {
        return connection.credentials.kind != Credentials::Kind::None;
    }

    /// The id of no connection: asking for it unlocks nothing.
    const QString kNobody = u"nobody"_s;

} // namespace

SecretKeeper::SecretKeeper(SecretStore* store, QObject* parent)
    : QObject(parent)
    , m_store(store)
{
    if (m_store == nullptr)
        m_lastAnswer = SecretAnswer{};
}

void SecretKeeper::look()
{
    if (m_store == nullptr)
        return;
    m_store->read(kNobody, [keeper = QPointer(this)](const SecretAnswer& answer) {
        if (keeper)
            keeper->take(answer);
    });
}

void SecretKeeper::unlock(Gateway& gateway)
{
    if (gateway.status().link != GatewayStatus::Link::AwaitingSecret)
        return;
    if (m_store == nullptr) {
        gateway.giveUpSecret();
        return;
    }
    m_store->read(gateway.connection().id,
        [keeper = QPointer(this), gateway = QPointer(&gateway)](const SecretAnswer& answer) {
            if (keeper)
                keeper->take(answer);
            // Somebody may have typed it, or removed the gateway, in the meantime.
            if (!gateway || gateway->status().link != GatewayStatus::Link::AwaitingSecret)
                return;
            if (answer.kind != SecretAnswer::Kind::Done) {
                gateway->giveUpSecret();
                return;
            }
            Connection connection = gateway->connection();
            connection.credentials.secret = answer.secret;
            gateway->setConnection(std::move(connection));
        });
}

void SecretKeeper::keep(const Connection& connection)
{
    const auto& secret = connection.credentials.secret;
    if (!signsIn(connection) || !secret)
        return;
    if (m_store == nullptr) {
        emit notKept(connection);
        return;
    }
    m_store->write(
        connection.id, *secret, [keeper = QPointer(this), connection](const SecretAnswer& answer) {
            if (!keeper)
                return;
            keeper->take(answer);
            if (answer.kind != SecretAnswer::Kind::Done)
                emit keeper->notKept(connection);
        });
}

void SecretKeeper::keep(const Connection& edited, const Connection& before)
{
    if (signsIn(edited))
        keep(edited);
    else
        forget(before);
}

void SecretKeeper::forget(const Connection& connection)
{
    if (m_store == nullptr || !signsIn(connection))
        return;
    m_store->remove(
        connection.id, [keeper = QPointer(this), connection](const SecretAnswer& answer) {
            if (!keeper)
                return;
            keeper->take(answer);
            if (answer.kind == SecretAnswer::Kind::Denied
                || answer.kind == SecretAnswer::Kind::Broken)
                emit keeper->notForgotten(connection);
        });
}

void SecretKeeper::take(const SecretAnswer& answer)
{
    m_lastAnswer = answer;
    m_lastAnswer->secret.clear();
    emit answered();
}

} // namespace pushgate::gui
