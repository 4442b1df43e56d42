// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/page_status.h"

#include "daemon/routes/html_text.h"
#include "daemon/routes/page_rows.h"

#include <QByteArrayList>

namespace pushgate::daemon {

namespace {

    /// ` data-t="..."`: what the script finds the words by, in the reader's language.
    QByteArray wordsAttribute(QByteArrayView english)
    {
        return " data-t=\"" + english.toByteArray().toLower().replace(' ', '_') + '"';
    }

    void beginTable(QByteArray& html, QByteArrayView title)
    {
        html.append("<h2").append(wordsAttribute(title)).append('>').append(title);
        html.append("</h2>\n<table class=\"facts\">\n");
    }

    void appendCells(QByteArray& html, QByteArrayView nameHtml, QByteArrayView valueHtml)
    {
        html.append("<tr><th scope=\"row\">").append(nameHtml).append("</th><td>");
        html.append(valueHtml).append("</td></tr>\n");
    }

    /// `name` is ours, and among the script's words.
    void appendHtmlRow(QByteArray& html, QByteArrayView name, QByteArrayView valueHtml)
    {
        appendCells(
            html, "<span" + wordsAttribute(name) + '>' + name.toByteArray() + "</span>", valueHtml);
    }

    void appendRow(QByteArray& html, QByteArrayView name, QByteArrayView value)
    {
        appendHtmlRow(html, name, htmlText(value));
    }

    /// Words that the script finds, in the reader's language.
    QByteArray marked(QByteArrayView key, QByteArrayView english)
    {
        return "<span data-t=\"" + key.toByteArray() + "\">" + english.toByteArray() + "</span>";
    }

    /// The same with a length of time behind them.
    QByteArray markedLength(
        QByteArrayView key, QByteArrayView english, std::chrono::nanoseconds length)
    {
        const auto seconds = std::chrono::duration<double>(length).count();
        return "<span data-t=\"" + key.toByteArray() + "\" data-seconds=\""
            + QByteArray::number(seconds) + "\">" + english.toByteArray() + ' ' + lengthText(length)
            + "</span>";
    }

    void appendBuild(QByteArray& html, const BuildInfo& build)
    {
        beginTable(html, "Build");
        appendRow(html, "Version", build.version);
        appendRow(html, "Branch", build.branch);
        appendRow(html, "Revision", build.revision);
        appendRow(html, "Compiler", build.compiler);
        appendRow(html, "Qt version", build.qtVersion);
        appendRow(html, "Platform", build.platform);
        html.append("</table>\n");
    }

    void appendStore(QByteArray& html, const PageFacts& facts, const PageMoment& moment)
    {
        const core::Snapshot& snapshot = moment.snapshot;
        beginTable(html, "Store");
        appendHtmlRow(html, "Started", timeHtml(facts.startedAt));
        appendRow(html, "Groups", QByteArray::number(qulonglong{snapshot.groups.size()}));
        appendRow(html, "Series", QByteArray::number(snapshot.seriesCount));
        appendRow(
            html, "Metric families", QByteArray::number(qulonglong{snapshot.families.size()}));
        appendRow(html, "Inconsistencies", QByteArray::number(snapshot.errors));
        appendHtmlRow(html, "Kept in",
            facts.persistenceFile.isEmpty() ? marked("memory_only", "memory only")
                                            : htmlText(facts.persistenceFile));
        if (moment.obstacle)
            appendRow(html, "Not kept at present", moment.obstacle->message);
        html.append("</table>\n");
    }

    QByteArray limitsHtml(const core::StalenessLimits& limits)
    {
        QByteArrayList parts;
        if (limits.staleAfter)
            parts.append(markedLength("rule_stale", "stale after", *limits.staleAfter));
        if (limits.deleteAfter)
            parts.append(markedLength("rule_delete", "deleted after", *limits.deleteAfter));
        return parts.isEmpty() ? marked("rule_none", "none: only the learnt rhythm counts")
                               : parts.join("<br>");
    }

    void appendRules(QByteArray& html, const core::StalenessRules& rules)
    {
        beginTable(html, "Rules");
        for (const core::StalenessRules::Rule& rule : rules.rules)
            appendCells(html, htmlText(rule.match.text()), limitsHtml(rule.limits));
        appendCells(html,
            rules.rules.empty() ? marked("any_group", "any group")
                                : marked("any_other", "any other"),
            limitsHtml(rules.fallback));
        html.append("</table>\n");
    }

    /// The script fills it in: figures that change by themselves would leave no two answers equal,
    /// and no copy of the page good.
    void appendRuntime(QByteArray& html)
    {
        html.append("<div id=\"runtime\" hidden>\n");
        beginTable(html, "Runtime");
        appendHtmlRow(html, "Processor time", "<span data-figure=\"cpu_seconds\"></span>");
        appendHtmlRow(html, "Memory", "<span data-figure=\"resident_bytes\"></span>");
        appendHtmlRow(html, "Open files",
            "<span data-figure=\"open_files\"></span> / <span "
            "data-figure=\"max_open_files\"></span>");
        html.append("</table>\n</div>\n");
    }

    void appendFlags(QByteArray& html, const PageFacts& facts)
    {
        beginTable(html, "Flags");
        for (const FlagValue& flag : facts.flags)
            appendCells(html, htmlText(flag.name), htmlText(flag.value));
        html.append("</table>\n");
    }

} // namespace

void appendStatus(QByteArray& html, const PageFacts& facts, const PageMoment& moment)
{
    html.append("<div id=\"status\">\n<div>\n");
    appendStore(html, facts, moment);
    appendRules(html, moment.rules);
    appendRuntime(html);
    appendBuild(html, facts.build);
    html.append("</div>\n<div>\n");
    appendFlags(html, facts);
    html.append("</div>\n</div>\n");
}

} // namespace pushgate::daemon
