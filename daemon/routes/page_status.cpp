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

    /// `name` is ours, and among the script's words.
    void appendHtmlRow(QByteArray& html, QByteArrayView name, QByteArrayView valueHtml)
    {
        html.append("<tr><th scope=\"row\"><span").append(wordsAttribute(name)).append('>');
        html.append(name).append("</span></th><td>").append(valueHtml).append("</td></tr>\n");
    }

    /// `name` is a flag's, say, which is the same in all languages.
    void appendNamedRow(QByteArray& html, QByteArrayView name, QByteArrayView value)
    {
        html.append("<tr><th scope=\"row\">").append(htmlText(name)).append("</th><td>");
        html.append(htmlText(value)).append("</td></tr>\n");
    }

    void appendRow(QByteArray& html, QByteArrayView name, QByteArrayView value)
    {
        appendHtmlRow(html, name, htmlText(value));
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
        appendRow(html, "Kept in",
            facts.persistenceFile.isEmpty() ? QByteArrayLiteral("memory only")
                                            : facts.persistenceFile);
        if (moment.obstacle)
            appendRow(html, "Not kept at present", moment.obstacle->message);
        html.append("</table>\n");
    }

    QByteArray limitsText(const core::StalenessLimits& limits)
    {
        QByteArrayList parts;
        if (limits.staleAfter)
            parts.append("stale after " + lengthText(*limits.staleAfter));
        if (limits.deleteAfter)
            parts.append("deleted after " + lengthText(*limits.deleteAfter));
        return parts.isEmpty() ? QByteArrayLiteral("none: only the learnt rhythm counts")
                               : parts.join(", ");
    }

    void appendRules(QByteArray& html, const core::StalenessRules& rules)
    {
        beginTable(html, "Rules");
        for (const core::StalenessRules::Rule& rule : rules.rules)
            appendNamedRow(html, rule.match.text(), limitsText(rule.limits));
        appendNamedRow(
            html, rules.rules.empty() ? "any group" : "any other", limitsText(rules.fallback));
        html.append("</table>\n");
    }

    void appendFlags(QByteArray& html, const PageFacts& facts)
    {
        beginTable(html, "Flags");
        for (const FlagValue& flag : facts.flags)
            appendNamedRow(html, flag.name, flag.value);
        html.append("</table>\n");
    }

} // namespace

void appendStatus(QByteArray& html, const PageFacts& facts, const PageMoment& moment)
{
    html.append("<div id=\"status\">\n<div>\n");
    appendStore(html, facts, moment);
    appendRules(html, moment.rules);
    appendBuild(html, facts.build);
    html.append("</div>\n<div>\n");
    appendFlags(html, facts);
    html.append("</div>\n</div>\n");
}

} // namespace pushgate::daemon
