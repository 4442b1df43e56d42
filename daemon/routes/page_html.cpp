// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/page_html.h"

#include "core/codec/percent.h"
#include "daemon/routes/html_text.h"
#include "daemon/routes/page_rows.h"
#include "daemon/routes/page_status.h"

namespace pushgate::daemon {

namespace {

    QByteArray escapedPrefix(const PageFacts& facts)
    {
        const QByteArray prefix = facts.externalPrefix.isEmpty() ? "." : facts.externalPrefix;
        return htmlText(core::percentEncodePath(prefix));
    }

    /// A path of the gateway's, as the page's readers reach it, for an attribute.
    QByteArray linkTo(const PageFacts& facts, QByteArrayView path)
    {
        return escapedPrefix(facts) + htmlText(core::percentEncodePath(path));
    }

    /// `words` is the key of the text among the script's words.
    void appendLink(QByteArray& html, const PageFacts& facts, QByteArrayView path,
        QByteArrayView words, QByteArrayView text)
    {
        html.append("<a href=\"").append(linkTo(facts, path)).append("\" data-t=\"");
        html.append(words).append("\">").append(text).append("</a>\n");
    }

    void appendHead(QByteArray& html, const PageFacts& facts, PageView view)
    {
        html.append("<!DOCTYPE html>\n<html lang=\"en\" data-base=\"").append(escapedPrefix(facts));
        html.append("\" data-admin=\"").append(facts.admin == Options::Api::On ? "on" : "off");
        html.append("\" data-view=\"").append(view == PageView::Groups ? "groups" : "status");
        html.append("\">\n<head>\n<meta charset=\"utf-8\">\n"
                    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                    "<meta name=\"color-scheme\" content=\"light dark\">\n"
                    "<title>Pushgate</title>\n");
        html.append("<link rel=\"icon\" sizes=\"any\" href=\"");
        html.append(linkTo(facts, "/static/favicon.ico")).append("\">\n");
        html.append("<link rel=\"icon\" type=\"image/svg+xml\" href=\"");
        html.append(linkTo(facts, "/static/icon.svg")).append("\">\n");
        for (const char* file : {"prometheus.css", "groups.css", "details.css"}) {
            html.append("<link rel=\"stylesheet\" href=\"");
            html.append(linkTo(facts, "/static/")).append(file).append("\">\n");
        }
        html.append("<script type=\"module\" src=\"");
        html.append(linkTo(facts, "/static/functions.js")).append("\"></script>\n</head>\n");
    }

    void appendHeader(QByteArray& html, const PageFacts& facts, const core::Snapshot& snapshot)
    {
        html.append("<header class=\"top\">\n<p class=\"brand\"><img src=\"");
        html.append(linkTo(facts, "/static/icon.svg"));
        html.append("\" alt=\"\" width=\"20\" height=\"20\"> Pushgate</p>\n<p id=\"summary\">");
        html.append(QByteArray::number(qulonglong{snapshot.groups.size()}));
        html.append(snapshot.groups.size() == 1 ? " group, " : " groups, ");
        html.append(QByteArray::number(snapshot.seriesCount)).append(" series</p>\n");
        html.append("<nav aria-label=\"Pushgate\">\n");
        appendLink(html, facts, "/", "groups", "Groups");
        appendLink(html, facts, "/status", "status", "Status");
        appendLink(html, facts, facts.telemetryPath, "metrics", "Metrics");
        html.append("</nav>\n</header>\n");
    }

} // namespace

QByteArray pageHtml(const PageFacts& facts, const PageMoment& moment)
{
    QByteArray html;
    appendHead(html, facts, moment.view);
    html.append("<body>\n");
    appendHeader(html, facts, moment.snapshot);
    html.append("<main>\n<section id=\"groups-view\" aria-labelledby=\"groups-title\">\n"
                "<h1 id=\"groups-title\" data-t=\"groups\">Groups</h1>\n"
                "<div id=\"tools\"></div>\n<div id=\"scroll\">\n");
    appendGroupTable(html, moment);
    html.append("</div>\n<div id=\"notices\" aria-live=\"polite\"></div>\n</section>\n"
                "<section id=\"status-view\" tabindex=\"0\" aria-labelledby=\"status-title\">\n"
                "<h1 id=\"status-title\" data-t=\"status\">Status</h1>\n");
    appendStatus(html, facts, moment);
    return html.append("</section>\n</main>\n</body>\n</html>\n");
}

QByteArray pageSecurityPolicy()
{
    return "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
           "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
}

} // namespace pushgate::daemon
