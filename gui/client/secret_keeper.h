// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/client/connection.h"
#include "gui/client/secret_store.h"

#include <QObject>

#include <optional>

namespace pushgate::gui {

class Gateway;

/// Gives gateways their secrets back at the next start, if the desktop has a keychain. Where it has
/// none, a secret is known until the program ends.
/// Threads  that of the windows.
class SecretKeeper final : public QObject {
    Q_OBJECT

public:
    /// `store` must outlive the keeper; null: there is none.
    explicit SecretKeeper(SecretStore* store, QObject* parent = nullptr);

    /// What the store last answered; nothing: not asked yet.
    const std::optional<SecretAnswer>& lastAnswer() const { return m_lastAnswer; }
    /// Finds out whether there is a store that works, without unlocking it.
    void look();

    /// A gateway that awaits its secret gets it, or hears that there is none.
    void unlock(Gateway& gateway);
    /// Keeps what a connection needs to sign in, if it needs anything.
    void keep(const Connection& connection);
    /// The same for one that was edited; forgets what it needs no more.
    void keep(const Connection& edited, const Connection& before);
    void forget(const Connection& connection); ///< does nothing if it never signed in

signals:
    void answered(); ///< lastAnswer is new
    /// What was to be kept lasts only as long as the program.
    void notKept(const pushgate::gui::Connection& connection);
    /// What was to be forgotten may still be in the store.
    void notForgotten(const pushgate::gui::Connection& connection);

private:
    void take(const SecretAnswer& answer);

    SecretStore* m_store;
    std::optional<SecretAnswer> m_lastAnswer;
};

} // namespace pushgate::gui
