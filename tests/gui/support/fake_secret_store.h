// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/client/secret_store.h"

#include <QMap>
#include <QObject>
#include <QStringList>
#include <QTimer>

namespace pushgate::tests {

/// A keychain in memory that answers from the event loop, or fails as it is told to.
class FakeSecretStore final
    : public QObject
    , public gui::SecretStore {
public:
    using Kind = gui::SecretAnswer::Kind;

    QMap<QString, QString> secrets;
    QStringList asked; ///< ids that were read
    Kind failure = Kind::Done; ///< Done: it works
    bool isMute = false; ///< waits for somebody to unlock it, and nobody does

    void read(const QString& id, Take take) override
    {
        asked.push_back(id);
        if (failure != Kind::Done)
            answer({failure, {}, QStringLiteral("out of order")}, std::move(take));
        else if (secrets.contains(id))
            answer({Kind::Done, secrets.value(id), {}}, std::move(take));
        else
            answer({Kind::Missing, {}, {}}, std::move(take));
    }

    void write(const QString& id, const QString& secret, Take take) override
    {
        if (failure == Kind::Done)
            secrets[id] = secret;
        answer({failure, {}, QStringLiteral("out of order")}, std::move(take));
    }

    void remove(const QString& id, Take take) override
    {
        if (failure == Kind::Done)
            secrets.remove(id);
        answer({failure, {}, QStringLiteral("out of order")}, std::move(take));
    }

private:
    void answer(const gui::SecretAnswer& what, Take take)
    {
        if (!isMute)
            QTimer::singleShot(0, this, [what, take = std::move(take)] { take(what); });
    }
};

} // namespace pushgate::tests
