// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

class QNetworkReply;

namespace pushgate::gui {

/// Why a gateway did not do what it was asked. gui/text makes a sentence of it.
struct ClientError {
    enum class Kind {
        Unreachable, ///< nobody answers there, or the connection broke
        TimedOut,
        Unauthorized, ///< it wants a name and password, or other ones
        Forbidden,
        Tls, ///< the certificate is not trusted, or the handshake failed
        NotAGateway, ///< something answers, but not what a gateway would
        Refused ///< the gateway said no, `detail` is its own sentence
    };

    Kind kind = Kind::Unreachable;
    int httpStatus = 0; ///< 0: there was no answer
    QString detail; ///< of Qt or the gateway, for those who want to know exactly

    friend bool operator==(const ClientError&, const ClientError&) = default;
};

/// Nothing went wrong if the request succeeded; so ask only of a finished reply with an error.
ClientError errorOf(QNetworkReply& reply);
/// There was an answer, but `why` says that no gateway would give it.
ClientError notAGateway(const core::Error& why);
/// No request could be made of a connection, by requestFor(): a certificate or key is no use.
ClientError badCertificate(const core::Error& why);

} // namespace pushgate::gui
