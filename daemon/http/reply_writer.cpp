// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/http/reply_writer.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace pushgate::daemon {

namespace {

    constexpr qsizetype kUsualHeadBytes = 256;
    constexpr qint64 kSmallBody = 2048; ///< cheaper to copy behind its head than to write apart

    void appendNumber(QByteArray& text, qint64 number, int base = 10)
    {
        std::array<char, 24> digits{};
        char* const end
            = std::to_chars(digits.data(), digits.data() + digits.size(), number, base).ptr;
        text.append(digits.data(), end - digits.data());
    }

    /// A line end in a value would start a field, or an answer, of somebody else's making.
    void appendFieldValue(QByteArray& text, QByteArrayView value)
    {
        const qsizetype at = text.size();
        text.append(value);
        if (value.contains('\r') || value.contains('\n')) {
            const auto isLineEnd = [](char c) { return c == '\r' || c == '\n'; };
            std::replace_if(text.begin() + at, text.end(), isLineEnd, ' ');
        }
    }

    bool isBodyless(int status)
    {
        return status == 204 || status == 304 || status < 200;
    }

    bool isChunked(const Reply& reply, const ReplyContext& context)
    {
        return reply.framing == Reply::Framing::Chunked && context.minorVersion >= 1;
    }

    void appendFraming(QByteArray& head, const Reply& reply, const ReplyContext& context)
    {
        if (isBodyless(reply.status))
            return;
        if (isChunked(reply, context)) {
            head.append("Transfer-Encoding: chunked\r\n");
        } else if (reply.framing == Reply::Framing::Length) {
            head.append("Content-Length: ");
            appendNumber(head, reply.bodyBytes());
            head.append("\r\n");
        }
    }

    void appendConnection(QByteArray& head, const Reply& reply, const ReplyContext& context)
    {
        const bool closes = afterwardsOf(reply, context) == Reply::Afterwards::Close;
        if (closes && context.minorVersion >= 1)
            head.append("Connection: close\r\n");
        else if (!closes && context.minorVersion == 0)
            head.append("Connection: keep-alive\r\n");
    }

    QByteArray replyHead(const Reply& reply, const ReplyContext& context)
    {
        QByteArray head;
        head.reserve(kUsualHeadBytes);
        head.append(context.minorVersion == 0 ? "HTTP/1.0 " : "HTTP/1.1 ");
        appendNumber(head, reply.status);
        head.append(' ');
        head.append(reasonPhrase(reply.status));
        head.append("\r\n");
        for (const Reply::Field& field : reply.fields) {
            head.append(field.name);
            head.append(": ");
            appendFieldValue(head, field.value);
            head.append("\r\n");
        }
        head.append("Date: ");
        head.append(context.date);
        head.append("\r\n");
        appendFraming(head, reply, context);
        appendConnection(head, reply, context);
        head.append("\r\n");
        return head;
    }

    void appendChunks(QList<QByteArray>&& segments, Outbox& out)
    {
        QByteArray framing;
        for (QByteArray& segment : segments) {
            if (segment.isEmpty())
                continue; // an empty chunk would end the body
            appendNumber(framing, segment.size(), 16);
            framing.append("\r\n");
            out.append(std::exchange(framing, QByteArrayLiteral("\r\n")));
            out.append(std::move(segment));
        }
        framing.append("0\r\n\r\n");
        out.append(std::move(framing));
    }

} // namespace

Reply::Afterwards afterwardsOf(const Reply& reply, const ReplyContext& context)
{
    const bool endUnknown = reply.framing == Reply::Framing::Chunked && !isChunked(reply, context);
    return endUnknown ? Reply::Afterwards::Close : std::max(reply.afterwards, context.afterwards);
}

void writeReply(Reply reply, const ReplyContext& context, Outbox& out)
{
    QByteArray head = replyHead(reply, context);
    const bool bodyFollows = context.body == ReplyContext::Body::Sent && !isBodyless(reply.status);
    if (!bodyFollows)
        return out.append(std::move(head));
    if (isChunked(reply, context)) {
        out.append(std::move(head));
        return appendChunks(std::move(reply.segments), out);
    }
    if (reply.bodyBytes() > kSmallBody) {
        out.append(std::move(head));
        for (QByteArray& segment : reply.segments)
            out.append(std::move(segment));
        return;
    }
    for (const QByteArray& segment : reply.segments)
        head.append(segment);
    out.append(std::move(head));
}

} // namespace pushgate::daemon
