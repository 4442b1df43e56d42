// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/client/secret_store.h"

#include <QObject>

namespace QKeychain { // NOLINT(readability-identifier-naming): the library chose it
class Job;
}

namespace pushgate::gui {

/// The desktop's keychain: Secret Service or KWallet, which may ask people to unlock it.
class Keychain final
    : public QObject
    , public SecretStore {
    Q_OBJECT

public:
    using QObject::QObject;

    void read(const QString& id, Take take) override;
    void write(const QString& id, const QString& secret, Take take) override;
    void remove(const QString& id, Take take) override;

private:
    void run(QKeychain::Job& job, const QString& id, Take take);
};

} // namespace pushgate::gui
