// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/page_html.h"

#include "core/codec/percent.h"
#include "daemon/routes/html_text.h"

#include <QDateTime>

#include <optional>

namespace pushgate::daemon {

namespace {

    QByteArray timeText(core::TimePoint time)
    {
        const auto seconds = std::chrono::floor<std::chrono::seconds>(time).time_since_epoch();
        return QDateTime::fromSecsSinceEpoch(seconds.count(), Qt::UTC)
            .toString(Qt::ISODate)
            .toUtf8();
    }

    /// The script turns it into an age, and keeps the time as a hint.
    QByteArray timeHtml(const std::optional<core::TimePoint>& time)
    {
        if (!time)
            return QByteArrayLiteral("never");
        const QByteArray text = timeText(*time);
        return "<time datetime=\"" + text + "\">" + text + "</time>";
    }

    void appendLabel(QByteArray& html, QByteArrayView name, QByteArrayView value)
    {
        html.append("<span class=\"label\">").append(htmlText(name)).append("=&#34;");
        html.append(htmlText(value)).append("&#34;</span>");
    }

    void appendLabels(QByteArray& html, const core::Labels& labels)
    {
        appendLabel(html, "job", labels.value("job").value_or(QByteArrayView()));
        for (const core::Label& label : labels) {
            if (label.name != "job")
                appendLabel(html, label.name, label.value);
        }
    }

    size_t seriesCount(const core::Group& group)
    {
        size_t count = 0;
        for (const core::StoredFamily& stored : group.families)
            count += stored.family().metricCount();
        return count;
    }

    void appendGroup(QByteArray& html, const core::Group& group)
    {
        html.append("<tr><td>");
        appendLabels(html, group.key.labels());
        if (!core::isLastPushSuccessful(group)) {
            html.append(" <span class=\"failed\">Last push failed, ");
            html.append(timeHtml(group.failureTime)).append("</span>");
        }
        html.append("</td><td class=\"time\">").append(timeHtml(group.pushTime));
        html.append("</td><td class=\"number\">");
        html.append(QByteArray::number(qulonglong{group.families.size()}));
        html.append("</td><td class=\"number\">");
        html.append(QByteArray::number(qulonglong{seriesCount(group)}));
        html.append("</td></tr>\n");
    }

    void appendGroups(QByteArray& html, const core::Snapshot& snapshot)
    {
        html.append("<h2>Groups</h2>\n<p>");
        html.append(QByteArray::number(qulonglong{snapshot.groups.size()}))
            .append(snapshot.groups.size() == 1 ? " group, " : " groups, ");
        html.append(QByteArray::number(snapshot.seriesCount)).append(" series.</p>\n");
        if (snapshot.groups.empty())
            return;
        html.append(
            "<table>\n<thead><tr><th>Group</th><th>Last push</th>"
            "<th class=\"number\">Families</th><th class=\"number\">Series</th></tr></thead>"
            "\n<tbody>\n");
        size_t left = kMostGroupsOnPage;
        for (const auto& chunk : snapshot.groups.chunks()) {
            for (const auto& entry : chunk->entries) {
                if (left == 0)
                    break;
                appendGroup(html, *entry.value);
                --left;
            }
        }
        html.append("</tbody>\n</table>\n");
        if (snapshot.groups.size() > kMostGroupsOnPage) {
            html.append("<p>These are the first ");
            html.append(QByteArray::number(qulonglong{kMostGroupsOnPage}));
            html.append("; the API has all of them.</p>\n");
        }
    }

    void appendRow(QByteArray& html, QByteArrayView name, QByteArrayView value)
    {
        html.append("<tr><th>").append(htmlText(name)).append("</th><td>");
        html.append(htmlText(value)).append("</td></tr>\n");
    }

    void appendFacts(QByteArray& html, const PageFacts& facts)
    {
        html.append("<h2>Build</h2>\n<table>\n");
        appendRow(html, "Started", timeText(facts.startedAt));
        appendRow(html, "Version", facts.build.version);
        appendRow(html, "Branch", facts.build.branch);
        appendRow(html, "Revision", facts.build.revision);
        appendRow(html, "Compiler", facts.build.compiler);
        appendRow(html, "Qt version", facts.build.qtVersion);
        appendRow(html, "Platform", facts.build.platform);
        html.append("</table>\n<h2>Flags</h2>\n<table>\n");
        for (const FlagValue& flag : facts.flags)
            appendRow(html, flag.name, flag.value);
        html.append("</table>\n");
    }

    /// A path of the gateway's, as the page's readers reach it, for an attribute.
    QByteArray linkTo(const PageFacts& facts, QByteArrayView path)
    {
        const QByteArray prefix = facts.externalPrefix.isEmpty() ? "." : facts.externalPrefix;
        return htmlText(core::percentEncodePath(prefix)) + htmlText(core::percentEncodePath(path));
    }

    void appendLink(
        QByteArray& html, const PageFacts& facts, QByteArrayView path, QByteArrayView text)
    {
        html.append("<a href=\"").append(linkTo(facts, path)).append("\">");
        html.append(text).append("</a>\n");
    }

    void appendHead(QByteArray& html, const PageFacts& facts)
    {
        html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                    "<title>Pushgate</title>\n<link rel=\"icon\" href=\"");
        html.append(linkTo(facts, "/static/favicon.ico"));
        html.append("\">\n<link rel=\"stylesheet\" href=\"");
        html.append(linkTo(facts, "/static/prometheus.css")).append("\">\n<script defer src=\"");
        html.append(linkTo(facts, "/static/functions.js")).append("\"></script>\n</head>\n");
    }

} // namespace

QByteArray pageHtml(const PageFacts& facts, const core::Snapshot& snapshot)
{
    QByteArray html;
    appendHead(html, facts);
    html.append("<body>\n<header>\n<h1>Pushgate</h1>\n");
    appendLink(html, facts, facts.telemetryPath, "Metrics");
    appendLink(html, facts, "/api/v1/metrics", "Groups as JSON");
    appendLink(html, facts, "/api/v1/status", "Status as JSON");
    html.append("</header>\n<main>\n");
    appendGroups(html, snapshot);
    appendFacts(html, facts);
    return html.append("</main>\n</body>\n</html>\n");
}

QByteArray pageSecurityPolicy()
{
    return "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
           "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
}

} // namespace pushgate::daemon
