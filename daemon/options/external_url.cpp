// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/options/external_url.h"

#include "core/base/go_quote.h"

#include <algorithm>
#include <optional>

namespace pushgate::daemon {

namespace {

    /// What is wrong with a URL, or nothing.
    using Objection = std::optional<QByteArray>;

    bool isLetter(char c)
    {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    bool isDigit(char c)
    {
        return c >= '0' && c <= '9';
    }

    bool isHexDigit(char c)
    {
        return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    bool isControl(char c)
    {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
    }

    struct SchemeEnd {
        qsizetype at = 0; ///< where the rest begins; 0 if there is no scheme
        bool missing = false; ///< the text begins with the colon
    };

    SchemeEnd findScheme(QByteArrayView text)
    {
        for (qsizetype i = 0; i < text.size(); ++i) {
            const char c = text[i];
            if (c == ':')
                return {i == 0 ? 0 : i + 1, i == 0};
            if (isLetter(c))
                continue;
            if (i == 0 || !(isDigit(c) || c == '+' || c == '-' || c == '.'))
                return {};
        }
        return {};
    }

    Objection objectionToEscapes(QByteArrayView text)
    {
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (text[i] != '%')
                continue;
            const QByteArrayView escape = text.sliced(i, std::min<qsizetype>(3, text.size() - i));
            if (escape.size() < 3 || !isHexDigit(escape[1]) || !isHexDigit(escape[2]))
                return "invalid URL escape " + core::goQuote(escape);
            i += 2;
        }
        return {};
    }

    Objection objectionToPort(QByteArrayView port)
    {
        if (port.isEmpty()
            || (port[0] == ':' && std::all_of(port.begin() + 1, port.end(), isDigit)))
            return {};
        return "invalid port " + core::goQuote(port) + " after host";
    }

    Objection objectionToHost(QByteArrayView host)
    {
        if (host.startsWith('[')) {
            const qsizetype close = host.lastIndexOf(']');
            if (close < 0)
                return QByteArrayLiteral("missing ']' in host");
            return objectionToPort(host.sliced(close + 1));
        }
        const qsizetype colon = host.lastIndexOf(':');
        if (colon >= 0) {
            if (auto objection = objectionToPort(host.sliced(colon)))
                return objection;
        }
        static constexpr QByteArrayView kForbidden(" \\^`{|}#?/");
        for (qsizetype i = 0; i < host.size(); ++i) {
            if (host[i] == '%')
                return "invalid URL escape "
                    + core::goQuote(host.sliced(i, std::min<qsizetype>(3, host.size() - i)));
            if (kForbidden.contains(host[i]))
                return "invalid character " + core::goQuote(host.sliced(i, 1)) + " in host name";
        }
        return {};
    }

    QByteArrayView upTo(QByteArrayView text, char mark)
    {
        const qsizetype at = text.indexOf(mark);
        return at < 0 ? text : text.first(at);
    }

    /// Fills in host and path of a URL without query and fragment.
    Objection readHostAndPath(QByteArrayView text, ExternalUrl& url)
    {
        const SchemeEnd scheme = findScheme(text);
        if (scheme.missing)
            return QByteArrayLiteral("missing protocol scheme");
        QByteArrayView rest = text.sliced(scheme.at);
        if (!rest.startsWith('/')) {
            if (scheme.at > 0)
                return {}; // as in `mailto:somebody`: neither host nor path
            if (upTo(rest, '/').contains(':'))
                return QByteArrayLiteral("first path segment in URL cannot contain colon");
        }
        if (rest.startsWith("//") && (scheme.at > 0 || !rest.startsWith("///"))) {
            const QByteArrayView authority = upTo(rest.sliced(2), '/');
            rest = rest.sliced(2 + authority.size());
            const QByteArrayView host = authority.sliced(authority.lastIndexOf('@') + 1);
            if (auto objection = objectionToHost(host))
                return objection;
            url.host = host.toByteArray().toLower();
        }
        if (auto objection = objectionToEscapes(rest))
            return objection;
        url.path = QByteArray::fromPercentEncoding(rest.toByteArray());
        return {};
    }

} // namespace

core::Result<ExternalUrl> parseExternalUrl(QByteArrayView text)
{
    ExternalUrl url{text.toByteArray(), {}, {}};
    const auto refuse = [&](const QByteArray& why) {
        return core::badRequest("invalid URL: parse " + core::goQuote(text) + ": " + why);
    };
    if (std::any_of(text.begin(), text.end(), isControl))
        return refuse(QByteArrayLiteral("net/url: invalid control character in URL"));
    if (const auto objection = readHostAndPath(upTo(upTo(text, '#'), '?'), url))
        return refuse(*objection);
    return url;
}

} // namespace pushgate::daemon
