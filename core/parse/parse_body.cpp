// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/parse_body.h"

#include "core/codec/gzip.h"
#include "core/codec/snappy_frames.h"
#include "core/parse/content_type.h"
#include "core/parse/protobuf_parser.h"
#include "core/parse/text_parser.h"

namespace pushgate::core {

namespace {

    bool isCutShort(const std::optional<Error>& failure)
    {
        return failure == badRequest("unexpected EOF");
    }

    bool isName(QByteArrayView text, QByteArrayView lowerCase)
    {
        return text.compare(lowerCase, Qt::CaseInsensitive) == 0;
    }

    /// Where the encoded bytes end too early, the transport knows better why.
    DecodedBody gunzipped(const PushBody& body, qint64 maxDecodedBytes)
    {
        DecodedBody decoded = decodeGzip(body.bytes, maxDecodedBytes);
        const bool endsEarly = body.bytes.isEmpty() || isCutShort(decoded.failure);
        if (body.failure && (!decoded.failure || endsEarly))
            decoded.failure = body.failure;
        return decoded;
    }

    /// A stream of chunks is corrupt wherever it is cut, be it between two of them.
    DecodedBody unsnapped(const PushBody& body, qint64 maxDecodedBytes)
    {
        DecodedBody decoded = decodeSnappyFrames(body.bytes, maxDecodedBytes);
        if (body.failure && !decoded.failure)
            decoded.failure
                = isCutShort(body.failure) ? badRequest("snappy: corrupt input") : *body.failure;
        return decoded;
    }

} // namespace

DecodedBody decodeBody(const PushBody& body, qint64 maxDecodedBytes)
{
    if (isName(body.contentEncoding, "gzip"))
        return gunzipped(body, maxDecodedBytes);
    if (isName(body.contentEncoding, "snappy"))
        return unsnapped(body, maxDecodedBytes);
    return {body.bytes, body.failure};
}

Result<std::vector<MetricFamily>> parseBody(const PushBody& body, const BodyRules& rules)
{
    DecodedBody decoded = decodeBody(body, rules.maxDecodedBytes);
    if (decoded.failure && decoded.failure->kind != Error::Kind::BadRequest)
        return *decoded.failure; // no mistake in it could be the client's first concern
    if (bodyFormatOf(body.contentType) == BodyFormat::DelimitedProtobuf)
        return parseDelimitedProtobuf(decoded);
    return parseText(std::move(decoded), rules.names);
}

} // namespace pushgate::core
