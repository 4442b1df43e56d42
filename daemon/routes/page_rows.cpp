// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/routes/page_rows.h"

#include "core/stale/group_state.h"
#include "daemon/persist/key_text.h"
#include "daemon/routes/html_text.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <vector>

namespace pushgate::daemon {

namespace {

    QByteArray stateHtml(core::GroupState state)
    {
        const QByteArray name = core::stateName(state).toByteArray();
        return "<span class=\"badge " + name + "\">" + name.first(1).toUpper() + name.sliced(1)
            + "</span>";
    }

    QByteArray rhythmHtml(const core::Group& group)
    {
        const auto interval = group.cadence.interval();
        return interval ? "every " + lengthText(*interval) : QByteArrayLiteral("not learnt yet");
    }

    size_t seriesCount(const core::Group& group)
    {
        size_t count = 0;
        for (const core::StoredFamily& stored : group.families)
            count += stored.family().metricCount();
        return count;
    }

    void appendCell(QByteArray& html, QByteArrayView kind, QByteArrayView content)
    {
        html.append("<td class=\"").append(kind).append("\">").append(content).append("</td>");
    }

    QByteArray valueHtml(const core::Labels& labels, QByteArrayView name)
    {
        return htmlText(labels.value(name).value_or(QByteArrayView()));
    }

    QByteArray otherLabelsHtml(const core::Labels& labels)
    {
        QByteArray html;
        for (const core::Label& label : labels) {
            if (label.name == "job" || label.name == "instance")
                continue;
            html.append("<span class=\"label\"><span class=\"name\">").append(htmlText(label.name));
            html.append("=</span>&#34;").append(htmlText(label.value)).append("&#34;</span> ");
        }
        return html;
    }

    void appendGroup(QByteArray& html, const core::Group& group, const PageMoment& moment)
    {
        const core::Labels& labels = group.key.labels();
        html.append("<tr title=\"").append(htmlText(keyText(group.key))).append("\">");
        appendCell(html, "state",
            stateHtml(core::stateAt(group, moment.rules.limitsOf(labels), moment.now)));
        appendCell(html, "job", valueHtml(labels, "job"));
        appendCell(html, "instance", valueHtml(labels, "instance"));
        appendCell(html, "labels", otherLabelsHtml(labels));
        appendCell(
            html, "push", group.pushTime ? timeHtml(*group.pushTime) : QByteArrayLiteral("never"));
        appendCell(html, "rhythm", rhythmHtml(group));
        appendCell(html, "number", QByteArray::number(qulonglong{seriesCount(group)}));
        html.append("</tr>\n");
    }

    bool isBefore(const core::Group* left, const core::Group* right)
    {
        const auto job = [](const core::Group* group) { return *group->key.labels().value("job"); };
        const int order = job(left).compare(job(right));
        return order != 0 ? order < 0 : left->key.labels() < right->key.labels();
    }

    std::vector<const core::Group*> firstGroups(const core::Snapshot& snapshot)
    {
        std::vector<const core::Group*> groups;
        groups.reserve(snapshot.groups.size());
        for (const auto& chunk : snapshot.groups.chunks()) {
            for (const auto& entry : chunk->entries)
                groups.push_back(entry.value.get());
        }
        const auto end = groups.begin()
            + static_cast<std::ptrdiff_t>(std::min(groups.size(), kMostGroupsOnPage));
        std::partial_sort(groups.begin(), end, groups.end(), isBefore);
        groups.erase(end, groups.end());
        return groups;
    }

} // namespace

QByteArray lengthText(std::chrono::nanoseconds length)
{
    struct Unit {
        std::chrono::seconds below;
        std::chrono::seconds size;
        const char* name;
    };
    using std::chrono::hours, std::chrono::minutes, std::chrono::seconds;
    constexpr std::array kUnits{Unit{minutes(1), seconds(1), " s"},
        Unit{hours(1), minutes(1), " min"}, Unit{hours(48), hours(1), " h"},
        Unit{hours(21 * 24), hours(24), " d"},
        Unit{std::chrono::seconds::max(), hours(7 * 24), " wk"}};
    const auto whole = std::chrono::round<std::chrono::seconds>(length);
    for (const Unit& unit : kUnits) {
        if (whole < unit.below)
            return QByteArray::number(qint64{whole / unit.size}) + unit.name;
    }
    return {};
}

QByteArray timeHtml(core::TimePoint time)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(time).time_since_epoch();
    const QByteArray text
        = QDateTime::fromSecsSinceEpoch(seconds.count(), Qt::UTC).toString(Qt::ISODate).toUtf8();
    return "<time datetime=\"" + text + "\">" + text + "</time>";
}

void appendGroupTable(QByteArray& html, const PageMoment& moment)
{
    const core::Snapshot& snapshot = moment.snapshot;
    if (snapshot.groups.empty()) {
        html.append("<p class=\"empty\">Nothing has been pushed yet.</p>\n");
        return;
    }
    html.append(
        "<table id=\"groups\">\n<thead><tr><th>State</th><th>Job</th><th>Instance</th>"
        "<th>Labels</th><th>Last push</th><th>Rhythm</th><th class=\"number\">Series</th></tr>"
        "</thead>\n<tbody>\n");
    for (const core::Group* group : firstGroups(snapshot))
        appendGroup(html, *group, moment);
    html.append("</tbody>\n</table>\n");
    if (snapshot.groups.size() > kMostGroupsOnPage) {
        html.append("<p class=\"more\">These are the first ");
        html.append(QByteArray::number(qulonglong{kMostGroupsOnPage}));
        html.append(" of ").append(QByteArray::number(qulonglong{snapshot.groups.size()}));
        html.append("; the others need script, or the API.</p>\n");
    }
}

} // namespace pushgate::daemon
