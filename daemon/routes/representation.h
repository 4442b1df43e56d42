// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expose/negotiate.h"
#include "daemon/http/reply.h"
#include "daemon/http/request.h"

#include <QByteArray>
#include <QList>

namespace pushgate::daemon {

/// What a request says of how it wants a body that it may have already.
struct Conditions {
    core::ContentCoding coding = core::ContentCoding::Identity;
    QByteArray knownTags; ///< the values of If-None-Match, joined by commas

    static Conditions of(const Request& request);
    /// Whether `tag`, with its quotes, is among those known; weak ones count.
    bool know(QByteArrayView tag) const;
};

/// Something served as a whole, plain or compressed, with a tag that changes with its content.
/// Threads immutable once made.
class Representation {
public:
    /// Compresses `content` unless that makes it no smaller.
    Representation(QByteArray contentType, QByteArray content);

    /// 200 with what suits the client, or 304 if it has that already.
    Reply replyTo(const Conditions& conditions) const;

private:
    QByteArray m_contentType;
    QByteArray m_content;
    QList<QByteArray> m_compressed; ///< empty if there is no gain in it
    QByteArray m_tag; ///< without quotes
};

} // namespace pushgate::daemon
