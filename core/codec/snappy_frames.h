// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codec/decoded_body.h"

#include <QByteArrayView>

namespace pushgate::core {

/// Decodes Snappy's framing format (not its bare block format); an empty body is an empty stream.
/// Output  at most `limitBytes`; a chunk shows only once its checksum has been found right.
/// Errors  BadRequest `snappy: unsupported input`: a reserved chunk type that may not be skipped,
///         or a chunk longer than any of 64 KiB can become; BadRequest `snappy: corrupt input`:
///         anything else that is wrong; TooLarge: there would be more than `limitBytes`.
/// Cost    linear in input and output; memory grows with what is decoded.
/// Source  spec/push-api.md 7; the framing format's own description for the layout.
DecodedBody decodeSnappyFrames(QByteArrayView body, qint64 limitBytes);

} // namespace pushgate::core
