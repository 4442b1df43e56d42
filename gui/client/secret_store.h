// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace pushgate::gui {

/// What a store of secrets answers. gui/text makes a sentence of what went wrong.
struct SecretAnswer {
    enum class Kind {
        Done, ///< read, written or removed
        Missing, ///< of a read: the store works, but does not have it
        NoStore, ///< there is no such thing on this desktop
        Denied, ///< it is locked, or somebody said no
        Broken ///< anything else, `detail` says what
    };

    Kind kind = Kind::NoStore;
    QString secret; ///< of a read that is Done
    QString detail; ///< in the store's own words; never the secret

    /// The store has been seen to work.
    bool isFromStore() const { return kind == Kind::Done || kind == Kind::Missing; }

    friend bool operator==(const SecretAnswer&, const SecretAnswer&) = default;
};

/// Keeps secrets by the id of their connection, outside this program.
/// Threads  that of the windows, which no member blocks. Answers come later, in the order asked,
///          as long as the store lives.
class SecretStore {
public:
    using Take = std::function<void(const SecretAnswer& answer)>;

    SecretStore() = default;
    virtual ~SecretStore() = default;
    Q_DISABLE_COPY_MOVE(SecretStore)

    virtual void read(const QString& id, Take take) = 0;
    virtual void write(const QString& id, const QString& secret, Take take) = 0;
    virtual void remove(const QString& id, Take take) = 0; ///< Done if there is none, too
};

} // namespace pushgate::gui
