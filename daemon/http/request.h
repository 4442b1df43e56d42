// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "daemon/http/request_fields.h"

#include <QByteArray>

#include <chrono>
#include <optional>

namespace pushgate::daemon {

/// One complete request as its handler sees it. A copy shares all buffers.
struct Request {
    enum class Transport { Plain, Tls };

    QByteArray method; ///< as received, case and all; a token, never empty
    QByteArray target; ///< as received: still percent-encoded, with query, perhaps absolute
    int minorVersion = 1; ///< of HTTP/1.x: 0 or 1 (higher ones count as 1)
    RequestFields fields;
    QByteArray body; ///< decoded from chunks, but not from its Content-Encoding

    /// Set if the body ended before it was complete; `body` then holds what came before that and
    /// `message` is the reference's text (`unexpected EOF`, `invalid byte in chunk length`).
    /// A handler that reads bodies answers 400 with it once it has read all of `body`; the
    /// connection is closed after any answer.
    std::optional<core::Error> bodyFailure;

    std::optional<qint64> contentLength; ///< the field's value; absent without one or if chunked
    QByteArray peerAddress; ///< numeric, without port; `::ffff:` stripped
    Transport transport = Transport::Plain;
    std::chrono::steady_clock::time_point startedAt; ///< when the head was complete

    std::optional<QByteArrayView> field(QByteArrayView name) const { return fields.first(name); }
    std::vector<QByteArrayView> fieldValues(QByteArrayView name) const { return fields.all(name); }
};

} // namespace pushgate::daemon
