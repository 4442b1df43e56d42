// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/codec/decoded_body.h"

#include <QByteArrayView>

namespace pushgate::core {

/// Whether `body` begins with a complete gzip header: a push is refused for it before anything
/// else about the request is looked at.
/// Errors  BadRequest: `EOF` for an empty body, `unexpected EOF` for one that ends inside the
///         header, else `gzip: invalid header`.
/// Source  spec/push-api.md 7.
Status checkGzipHeader(QByteArrayView body);

/// Decodes all members of `body`, one after the other.
/// Output  at most `limitBytes`; memory grows with what is decoded, not with what is claimed.
/// Errors  as above, for the header of any member; BadRequest `unexpected EOF`,
///         `gzip: invalid checksum` (also for a wrong length), `flate: corrupt input before
///         offset N` with the bytes read of that member's deflate stream;
///         TooLarge: there would be more than `limitBytes`.
/// Cost    linear in input and output.
DecodedBody decodeGzip(QByteArrayView body, qint64 limitBytes);

} // namespace pushgate::core
