// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

namespace pushgate::daemon {

/// The URL under which clients reach the gateway. Only its path and host mean something here.
struct ExternalUrl {
    QByteArray text; ///< as given
    QByteArray host; ///< host and port, empty if the URL has none; lower case
    QByteArray path; ///< percent-decoded

    friend bool operator==(const ExternalUrl&, const ExternalUrl&) = default;
};

/// Takes what Go's URL parser takes: a scheme and a host are not needed.
/// Errors  BadRequest, in Go's words: `invalid URL: parse "::bad": missing protocol scheme`.
/// Source  Push API, section 2; Command line.
core::Result<ExternalUrl> parseExternalUrl(QByteArrayView text);

} // namespace pushgate::daemon
