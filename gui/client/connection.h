// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QNetworkRequest>
#include <QString>
#include <QUrl>

#include <chrono>
#include <optional>

namespace pushgate::gui {

struct Credentials {
    enum class Kind { None, Basic, Token };

    Kind kind = Kind::None;
    QString user; ///< of Basic
    /// Password or token; nothing: not known yet. Never written to the settings.
    std::optional<QString> secret;

    friend bool operator==(const Credentials&, const Credentials&) = default;
};

struct TlsSettings {
    enum class Check { Strict, Ignore };

    QString caFile; ///< PEM; empty: those of the system
    QString certificateFile; ///< PEM, of the client; empty: none
    QString keyFile;
    Check check = Check::Strict;

    friend bool operator==(const TlsSettings&, const TlsSettings&) = default;
};

/// How to reach one gateway.
struct Connection {
    enum class Notices { On, Off };

    QString id; ///< stays the same when all else is edited
    QString name; ///< empty: `host:port`
    QUrl url; ///< with the route prefix, without a slash at the end
    Credentials credentials;
    TlsSettings tls;
    /// The age at which groups count as stale where the gateway has no rule of its own.
    std::optional<std::chrono::seconds> staleAfter;
    Notices notices = Notices::On; ///< whether to tell of it those who do not look

    bool lacksSecret() const
    {
        return credentials.kind != Credentials::Kind::None && !credentials.secret;
    }
    QString title() const; ///< the name, or `host:port` and prefix

    friend bool operator==(const Connection&, const Connection&) = default;
};

/// A new connection to what somebody typed: `host`, `host:9091`, `https://user@host/prefix`.
/// Without a scheme it is http, without a scheme and port 9091. Errors  BadRequest: no host,
/// another scheme, a query or fragment.
core::Result<Connection> connectionTo(const QString& address);

/// A request for `path` under the gateway's prefix, percent-encoded, with query; signed in.
/// Errors  BadRequest: a certificate file that cannot be read, in words.
core::Result<QNetworkRequest> requestFor(const Connection& connection, QByteArrayView path);

} // namespace pushgate::gui
