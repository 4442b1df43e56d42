// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/representation.h"

#include "core/expose/gzip_segments.h"

#include <QCryptographicHash>

using namespace Qt::Literals::StringLiterals;

namespace pushgate::daemon {

namespace {

    constexpr qsizetype kTagBytes = 12;

    QList<QByteArray> compressed(const QByteArray& content)
    {
        auto segments = core::gzipSegments({content});
        if (!segments)
            return {}; // no memory for it: it is served plain
        qsizetype bytes = 0;
        for (const QByteArray& segment : *segments)
            bytes += segment.size();
        return bytes < content.size() ? *std::move(segments) : QList<QByteArray>();
    }

} // namespace

Conditions Conditions::of(const Request& request)
{
    Conditions conditions{core::negotiateCoding(request.fieldValues("Accept-Encoding")), {}};
    for (const QByteArrayView tags : request.fieldValues("If-None-Match"))
        conditions.knownTags.append(tags).append(',');
    return conditions;
}

bool Conditions::know(QByteArrayView tag) const
{
    for (QByteArray known : knownTags.split(',')) {
        known = known.trimmed();
        if (known.startsWith("W/"))
            known.remove(0, 2);
        if (known == tag || known == "*")
            return true;
    }
    return false;
}

Representation::Representation(QByteArray contentType, QByteArray content)
    : m_contentType(std::move(contentType))
    , m_content(std::move(content))
    , m_compressed(compressed(m_content))
    , m_tag(
          QCryptographicHash::hash(m_content, QCryptographicHash::Sha256).first(kTagBytes).toHex())
{
}

Reply Representation::replyTo(const Conditions& conditions) const
{
    const bool isPacked = conditions.coding == core::ContentCoding::Gzip && !m_compressed.isEmpty();
    // Other bytes, other tag: caches may put together parts of what has the same.
    const QByteArray tag = '"' + m_tag + (isPacked ? "-gzip\""_ba : "\""_ba);
    Reply reply;
    reply.status = conditions.know(tag) ? 304 : 200;
    if (reply.status == 200) {
        reply.segments = isPacked ? m_compressed : QList<QByteArray>{m_content};
        reply.fields.push_back({"Content-Type"_ba, m_contentType});
        if (isPacked)
            reply.fields.push_back({"Content-Encoding"_ba, "gzip"_ba});
    }
    return std::move(reply)
        .with("ETag"_ba, tag)
        .with("Vary"_ba, "Accept-Encoding"_ba)
        .with("Cache-Control"_ba, "no-cache"_ba)
        .with("X-Content-Type-Options"_ba, "nosniff"_ba);
}

} // namespace pushgate::daemon
