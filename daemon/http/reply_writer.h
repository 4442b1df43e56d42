// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "daemon/http/outbox.h"
#include "daemon/http/reply.h"

#include <QByteArrayView>

namespace pushgate::daemon {

/// What an answer has to know of the request it answers.
struct ReplyContext {
    enum class Body {
        Sent,
        Omitted ///< the request was HEAD: the fields speak of a body that does not follow
    };

    int minorVersion = 1;
    Body body = Body::Sent;
    Reply::Afterwards afterwards = Reply::Afterwards::KeepOpen; ///< what the client asked for
    QByteArrayView date;
};

/// Whether the connection is to be closed after `reply`: by request, or because nothing else
/// shows where it ends.
Reply::Afterwards afterwardsOf(const Reply& reply, const ReplyContext& context);

/// Appends status line, fields and body as they go over the wire; segments stay shared.
/// Cost  one buffer for the head; framing of some bytes for each segment if chunked.
void writeReply(Reply reply, const ReplyContext& context, Outbox& out);

} // namespace pushgate::daemon
