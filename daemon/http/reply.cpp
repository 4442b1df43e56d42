// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/http/reply.h"

namespace pushgate::daemon {

namespace {

    const QByteArray kContentType = QByteArrayLiteral("Content-Type");
    const QByteArray kPlainText = QByteArrayLiteral("text/plain; charset=utf-8");
    const QByteArray kHtml = QByteArrayLiteral("text/html; charset=utf-8");

    Reply withBody(int status, QByteArray type, QByteArray body)
    {
        Reply reply;
        reply.status = status;
        reply.fields.push_back({kContentType, std::move(type)});
        if (!body.isEmpty())
            reply.segments.append(std::move(body));
        return reply;
    }

    /// Bytes outside ASCII percent-encoded, as a Location must not hold them.
    QByteArray asciiLocation(QByteArrayView location)
    {
        constexpr QByteArrayView kHex("0123456789abcdef");
        QByteArray escaped;
        for (const char c : location) {
            const auto byte = static_cast<unsigned char>(c);
            if (byte < 0x80) {
                escaped.append(c);
            } else {
                escaped.append('%');
                escaped.append(kHex[byte >> 4]);
                escaped.append(kHex[byte & 15]);
            }
        }
        return escaped;
    }

    QByteArray escapedForHtml(QByteArrayView text)
    {
        QByteArray escaped;
        for (const char c : text) {
            switch (c) {
            case '&': escaped.append("&amp;"); break;
            case '<': escaped.append("&lt;"); break;
            case '>': escaped.append("&gt;"); break;
            case '"': escaped.append("&#34;"); break;
            case '\'': escaped.append("&#39;"); break;
            default: escaped.append(c);
            }
        }
        return escaped;
    }

} // namespace

Reply Reply::empty(int status)
{
    Reply reply;
    reply.status = status;
    return reply;
}

Reply Reply::error(int status, QByteArrayView text)
{
    QByteArray body;
    body.reserve(text.size() + 1);
    body.append(text);
    body.append('\n');
    return withBody(status, kPlainText, std::move(body))
        .with(QByteArrayLiteral("X-Content-Type-Options"), QByteArrayLiteral("nosniff"));
}

Reply Reply::text(int status, QByteArray body)
{
    return withBody(status, kPlainText, std::move(body));
}

Reply Reply::json(int status, QByteArray body)
{
    return withBody(status, QByteArrayLiteral("application/json"), std::move(body));
}

Reply Reply::html(int status, QByteArray body)
{
    return withBody(status, kHtml, std::move(body));
}

Reply Reply::redirect(int status, QByteArrayView location, QByteArrayView method)
{
    const auto where = [&] { return asciiLocation(location); };
    if (method != "GET" && method != "HEAD")
        return empty(status).with(QByteArrayLiteral("Location"), where());
    QByteArray page = "<a href=\"" + escapedForHtml(location) + "\">";
    page.append(reasonPhrase(status));
    page.append("</a>.\n\n");
    return html(status, std::move(page)).with(QByteArrayLiteral("Location"), where());
}

Reply Reply::refusal(int status, QByteArrayView detail)
{
    QByteArray body = QByteArray::number(status) + ' ';
    body.append(reasonPhrase(status));
    if (!detail.isEmpty()) {
        body.append(": ");
        body.append(detail);
    }
    Reply reply = text(status, std::move(body));
    reply.afterwards = Afterwards::Close;
    return reply;
}

Reply Reply::with(QByteArray name, QByteArray value) &&
{
    fields.push_back({std::move(name), std::move(value)});
    return std::move(*this);
}

qint64 Reply::bodyBytes() const
{
    qint64 bytes = 0;
    for (const QByteArray& segment : segments)
        bytes += segment.size();
    return bytes;
}

QByteArrayView reasonPhrase(int status)
{
    switch (status) {
    case 200: return "OK";
    case 202: return "Accepted";
    case 204: return "No Content";
    case 301: return "Moved Permanently";
    case 302: return "Found";
    case 304: return "Not Modified";
    case 307: return "Temporary Redirect";
    case 308: return "Permanent Redirect";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 406: return "Not Acceptable";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 411: return "Length Required";
    case 412: return "Precondition Failed";
    case 413: return "Request Entity Too Large";
    case 414: return "Request URI Too Long";
    case 415: return "Unsupported Media Type";
    case 417: return "Expectation Failed";
    case 422: return "Unprocessable Entity";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 501: return "Not Implemented";
    case 503: return "Service Unavailable";
    case 505: return "HTTP Version Not Supported";
    case 507: return "Insufficient Storage";
    default: return "Status";
    }
}

} // namespace pushgate::daemon
