// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/page_html.h"

#include "core/codec/percent.h"
#include "daemon/routes/html_text.h"

#include <QCryptographicHash>
#include <QDateTime>

#include <optional>

namespace pushgate::daemon {

namespace {

    constexpr QByteArrayView kStyle(R"(
:root { color-scheme: light dark; }
body { font: 15px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 70rem; padding: 0 1rem 3rem; }
header { align-items: baseline; display: flex; flex-wrap: wrap; gap: 0 1.5rem; }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid #8884; padding: .35rem .6rem; text-align: left; vertical-align: top; }
thead th { font-weight: 600; }
td { overflow-wrap: anywhere; }
.number { font-variant-numeric: tabular-nums; text-align: right; white-space: nowrap; }
.time { white-space: nowrap; }
.label { border: 1px solid #8888; border-radius: .3rem; display: inline-block; font-family: monospace;
  margin: .1rem .2rem .1rem 0; padding: 0 .35rem; }
.failed { color: #c22; font-weight: 600; }
@media (prefers-color-scheme: dark) { .failed { color: #f77; } }
)");

    QByteArray timeText(core::TimePoint time)
    {
        const auto seconds = std::chrono::floor<std::chrono::seconds>(time).time_since_epoch();
        return QDateTime::fromSecsSinceEpoch(seconds.count(), Qt::UTC)
            .toString(Qt::ISODate)
            .toUtf8();
    }

    QByteArray timeText(const std::optional<core::TimePoint>& time)
    {
        return time ? timeText(*time) : QByteArrayLiteral("never");
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
            html.append(timeText(group.failureTime)).append("</span>");
        }
        html.append("</td><td class=\"time\">").append(timeText(group.pushTime));
        html.append("</td><td class=\"number\">");
        html.append(QByteArray::number(qulonglong{group.families.size()}));
        html.append("</td><td class=\"number\">");
        html.append(QByteArray::number(qulonglong{seriesCount(group)}));
        html.append("</td></tr>\n");
    }

    void appendGroups(QByteArray& html, const core::Snapshot& snapshot)
    {
        html.append("<h2>Groups</h2>\n<p>");
        html.append(QByteArray::number(qulonglong{snapshot.groups.size()})).append(" groups, ");
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

    void appendLink(
        QByteArray& html, const PageFacts& facts, QByteArrayView path, QByteArrayView text)
    {
        const QByteArray prefix = facts.externalPrefix.isEmpty() ? "." : facts.externalPrefix;
        html.append("<a href=\"").append(htmlText(core::percentEncodePath(prefix)));
        html.append(htmlText(core::percentEncodePath(path))).append("\">");
        html.append(text).append("</a>\n");
    }

} // namespace

QByteArray pageHtml(const PageFacts& facts, const core::Snapshot& snapshot)
{
    QByteArray html("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                    "<title>Pushgate</title>\n<style>");
    html.append(kStyle).append("</style>\n</head>\n<body>\n<header>\n<h1>Pushgate</h1>\n");
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
    const QByteArray hash
        = QCryptographicHash::hash(kStyle.toByteArray(), QCryptographicHash::Sha256).toBase64();
    return "default-src 'none'; style-src 'sha256-" + hash
        + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
}

} // namespace pushgate::daemon
