// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/html_text.h"

#include "core/base/utf8.h"

namespace pushgate::daemon {

namespace {

    bool isAllowed(char32_t point)
    {
        return point >= 0xa0 || (point >= 0x20 && point < 0x7f) || point == '\t' || point == '\n';
    }

} // namespace

QByteArray htmlText(QByteArrayView text)
{
    QByteArray html;
    html.reserve(text.size());
    for (const core::CodePoint& point : core::CodePoints(text)) {
        switch (point.value) {
        case '&': html.append("&amp;"); break;
        case '<': html.append("&lt;"); break;
        case '>': html.append("&gt;"); break;
        case '"': html.append("&#34;"); break;
        case '\'': html.append("&#39;"); break;
        default:
            core::appendUtf8(
                html, isAllowed(point.value) ? point.value : core::kReplacementCharacter);
        }
    }
    return html;
}

} // namespace pushgate::daemon
