// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "daemon/http/http_limits.h"
#include "daemon/http/refusal.h"
#include "daemon/http/request.h"

#include <QByteArray>

#include <variant>

namespace pushgate::daemon {

/// A request before its body, and what its head says about body and connection.
struct RequestHead {
    enum class Body { None, Sized, Chunked };
    enum class Afterwards { KeepOpen, Close };
    enum class Expectation { None, Continue };

    Request request; ///< without body; `contentLength` is what is to come if `body` is Sized
    Body body = Body::None;
    Afterwards afterwards = Afterwards::KeepOpen;
    Expectation expectation = Expectation::None;
};

/// Reads a complete head, strictly: what could be understood in two ways is refused, because
/// whatever stands between a client and us may have understood it in the other.
/// Input   `text`: request line, field lines and the empty line; lines end in CRLF or LF.
/// Errors  400 malformed, bad Host, Content-Length or Transfer-Encoding; 413 body too large;
///         417 unknown expectation; 431 too many fields; 501 unknown transfer coding;
///         505 not HTTP/1.x.
/// Cost    one pass; the fields share `text`.
/// Source  RFC 9110 and 9112; details are worded as in the reference where it has words.
std::variant<RequestHead, Refusal> parseRequestHead(QByteArray text, const HttpLimits& limits);

/// Whether `line`, without its end, is a well-formed field or trailer.
bool isFieldLine(QByteArrayView line);

} // namespace pushgate::daemon
