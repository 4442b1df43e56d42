// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/request_target.h"

#include "core/codec/percent.h"

#include <algorithm>

namespace pushgate::daemon {

namespace {

    bool isLetter(char c)
    {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    bool isSchemeCharacter(char c)
    {
        return isLetter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
    }

    /// Where the path of an absolute URL begins; -1 if it is none.
    qsizetype pathOfAbsoluteUrl(QByteArrayView target)
    {
        const qsizetype colon = target.indexOf("://");
        if (colon <= 0 || !isLetter(target[0]))
            return -1;
        for (const char c : target.first(colon)) {
            if (!isSchemeCharacter(c))
                return -1;
        }
        for (qsizetype at = colon + 3; at < target.size(); ++at) {
            if (target[at] == '/' || target[at] == '?')
                return at;
        }
        return target.size();
    }

    /// Whether a URL may hold the byte as it is.
    bool mayStandInPath(char c)
    {
        return isLetter(c) || (c >= '0' && c <= '9')
            || QByteArrayView("-_.~$&+,/:;=@!'()*[]%").contains(c);
    }

} // namespace

core::Result<RequestTarget> parseRequestTarget(QByteArrayView method, const QByteArray& target)
{
    qsizetype from = 0;
    if (!target.startsWith('/')) {
        from = pathOfAbsoluteUrl(target);
        if (from < 0 && method == "CONNECT")
            return RequestTarget{};
        if (from < 0)
            return core::badRequest("invalid URI for request");
    }
    RequestTarget parsed;
    const qsizetype mark = target.indexOf('?', from);
    if (mark >= 0)
        parsed.query = target.sliced(mark + 1);
    parsed.escapedPath = target.sliced(from, (mark < 0 ? target.size() : mark) - from);
    parsed.path = parsed.escapedPath;
    if (parsed.path.contains('%')) {
        auto decoded = core::percentDecode(parsed.path);
        if (!decoded)
            return decoded.error();
        parsed.path = *std::move(decoded);
    }
    if (!std::all_of(parsed.escapedPath.begin(), parsed.escapedPath.end(), mayStandInPath))
        parsed.escapedPath = core::percentEncodePath(parsed.path);
    return parsed;
}

} // namespace pushgate::daemon
