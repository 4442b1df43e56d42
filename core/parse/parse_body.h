// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/codec/decoded_body.h"
#include "core/model/metric_family.h"
#include "core/model/name_rules.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <vector>

namespace pushgate::core {

/// A push body as the transport hands it over. The views must outlive it.
struct PushBody {
    QByteArrayView contentType; ///< the first such header; empty: none
    QByteArrayView contentEncoding; ///< likewise
    QByteArray bytes; ///< what arrived, still encoded
    std::optional<Error>
        failure; ///< why not all arrived, in the reference's words; absent: all did
};

struct BodyRules {
    NameScheme names = NameScheme::Legacy;
    qint64 maxDecodedBytes = 0; ///< what an encoded body may become
};

/// Undoes the content encoding: `gzip` or `snappy` in any case; anything else means none.
/// Output  the bytes, shared where there is none, and why there are no more: a fault of the
///         encoding, else that of the transport.
/// Source  spec/push-api.md 7.
DecodedBody decodeBody(const PushBody& body, qint64 maxDecodedBytes);

/// Decodes and parses a push body by its headers.
/// Errors  BadRequest: those of the parsers and the encoding; of several the one that comes first
///         in the body. TooLarge: it would become larger than the rules allow, or a family does
///         not fit the tables.
/// Cost    O(decoded bytes).
/// Threads any.
/// Source  spec/push-api.md 7 and 8.
Result<std::vector<MetricFamily>> parseBody(const PushBody& body, const BodyRules& rules);

} // namespace pushgate::core
