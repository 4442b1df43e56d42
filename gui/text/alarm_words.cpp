// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/text/alarm_words.h"

#include "gui/text/group_cells.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace pushgate::gui {

namespace {

    struct Alarms {
        Q_DECLARE_TR_FUNCTIONS(pushgate::gui::Alarms)
    };

    QString groupsText(const std::vector<core::TurnedGroup>& groups)
    {
        const core::TurnedGroup& first = groups.front();
        const QString text = Alarms::tr("%1: %2", "a state and a group")
                                 .arg(stateWord(first.state), groupTitle(first.key));
        const auto others = int(groups.size()) - 1;
        return others == 0 ? text : text + u'\n' + Alarms::tr("and %n more", nullptr, others);
    }

} // namespace

QString alarmText(const Alarm& alarm)
{
    switch (alarm.kind) {
    case Alarm::Kind::Groups: return groupsText(alarm.groups);
    case Alarm::Kind::Lost: return Alarms::tr("The gateway no longer answers.");
    case Alarm::Kind::Back: return Alarms::tr("The gateway answers again.");
    }
    return {};
}

QString summaryText(const GatewaysSummary& summary)
{
    if (summary.gateways == 0)
        return Alarms::tr("No gateway yet.");
    QStringList urgent;
    for (const core::GroupState state : core::kGroupStates) {
        if (state != core::GroupState::Fresh && summary.counts.of(state) > 0)
            urgent.push_back(
                QLocale().toString(summary.counts.of(state)) + u' ' + stateWord(state).toLower());
    }
    QStringList lines;
    lines.push_back(urgent.isEmpty()
            ? Alarms::tr("%n group(s), all fresh", nullptr, summary.counts.total())
            : urgent.join(", "_L1));
    if (summary.lost > 0)
        lines.push_back(Alarms::tr("%n gateway(s) lost", nullptr, summary.lost));
    return lines.join(u'\n');
}

} // namespace pushgate::gui
