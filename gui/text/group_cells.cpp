// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/text/group_cells.h"

#include "core/browse/label_text.h"
#include "gui/text/ages.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace pushgate::gui {

namespace {

    struct Groups {
        Q_DECLARE_TR_FUNCTIONS(pushgate::gui::Groups)
    };

    QString text(std::optional<QByteArrayView> bytes)
    {
        return bytes ? QString::fromUtf8(*bytes) : QString();
    }

    QString lastPush(const core::GroupMoment& moment)
    {
        const auto age = core::ageOf(moment.row, moment.now);
        return age ? ageText(*age) : Groups::tr("never", "of a push");
    }

    QString due(const core::GroupMoment& moment)
    {
        const auto time = core::dueTime(moment.row);
        return time ? dueText(*time - moment.now) : QString();
    }

    QString rhythm(const core::GroupRow& row)
    {
        if (row.rhythm)
            return rhythmText(*row.rhythm);
        return row.staleAfter ? Groups::tr("at most %1", "%1 is a duration that a rule allows")
                                    .arg(durationText(*row.staleAfter))
                              : QString();
    }

    /// `Failed 2 · Stale 1`: what is not as it should be.
    QString troublesText(const core::StateCounts& counts)
    {
        QStringList parts;
        for (const core::GroupState state : core::kGroupStates) {
            if (counts.of(state) > 0 && state != core::GroupState::Fresh)
                parts.push_back(stateWord(state) + u' ' + QLocale().toString(counts.of(state)));
        }
        return parts.join(u" \u00b7 "_s);
    }

    QString branchPushes(const core::GroupBranch& branch, core::TimePoint now)
    {
        return branch.youngestPush ? agesText(now - *branch.youngestPush, now - *branch.oldestPush)
                                   : Groups::tr("never", "of a push");
    }

    QString pushTimes(const core::GroupRow& row)
    {
        QStringList lines;
        if (row.pushTime)
            lines.push_back(Groups::tr("Last push: %1").arg(exactTimeText(*row.pushTime)));
        if (row.failureTime)
            lines.push_back(Groups::tr("Last failure: %1").arg(exactTimeText(*row.failureTime)));
        return lines.isEmpty() ? Groups::tr("No push has succeeded yet.") : lines.join(u'\n');
    }

} // namespace

QString stateWord(core::GroupState state)
{
    switch (state) {
    case core::GroupState::Failed: return Groups::tr("Failed");
    case core::GroupState::Stale: return Groups::tr("Stale");
    case core::GroupState::Overdue: return Groups::tr("Overdue");
    case core::GroupState::Fresh: return Groups::tr("Fresh");
    }
    return {};
}

QString stateReason(const core::GroupMoment& moment)
{
    const core::GroupRow& row = moment.row;
    switch (moment.state) {
    case core::GroupState::Failed:
        return row.failureTime ? Groups::tr("The last push was rejected %1.")
                                     .arg(ageText(moment.now - *row.failureTime))
                               : Groups::tr("The last push was rejected.");
    case core::GroupState::Stale:
        return Groups::tr("Last pushed %1; at most %2 are allowed.")
            .arg(lastPush(moment), durationText(*row.staleAfter));
    case core::GroupState::Overdue:
        return row.rhythm ? Groups::tr("Last pushed %1; it is usually pushed %2.")
                                .arg(lastPush(moment), rhythmText(*row.rhythm))
                          : Groups::tr("Last pushed %1, which is late.").arg(lastPush(moment));
    case core::GroupState::Fresh: return Groups::tr("Last pushed %1.").arg(lastPush(moment));
    }
    return {};
}

QString groupTitle(const core::GroupingKey& key)
{
    return QString::fromUtf8(core::labelsText(key.labels()));
}

QString GroupCells::header(core::GroupColumn column) const
{
    switch (column) {
    case core::GroupColumn::State: return Groups::tr("State");
    case core::GroupColumn::Job: return Groups::tr("Job");
    case core::GroupColumn::Instance: return Groups::tr("Instance");
    case core::GroupColumn::Labels: return Groups::tr("Labels");
    case core::GroupColumn::LastPush: return Groups::tr("Last push");
    case core::GroupColumn::Rhythm: return Groups::tr("Rhythm");
    case core::GroupColumn::Due: return Groups::tr("Due");
    case core::GroupColumn::Series: return Groups::tr("Series");
    case core::GroupColumn::Families: return Groups::tr("Families");
    case core::GroupColumn::Bytes: return Groups::tr("Size");
    }
    return {};
}

QString GroupCells::cell(const core::GroupMoment& moment, core::GroupColumn column) const
{
    const core::GroupRow& row = moment.row;
    switch (column) {
    case core::GroupColumn::State: return stateWord(moment.state);
    case core::GroupColumn::Job: return text(row.key.labels().value("job"));
    case core::GroupColumn::Instance: return text(row.key.labels().value("instance"));
    case core::GroupColumn::Labels: return labels(row, {});
    case core::GroupColumn::LastPush: return lastPush(moment);
    case core::GroupColumn::Rhythm: return rhythm(row);
    case core::GroupColumn::Due: return due(moment);
    case core::GroupColumn::Series: return QLocale().toString(row.series);
    case core::GroupColumn::Families: return QLocale().toString(row.families);
    case core::GroupColumn::Bytes:
        return row.bytes ? QLocale().formattedDataSize(*row.bytes) : QString();
    }
    return {};
}

QString GroupCells::toolTip(const core::GroupMoment& moment, core::GroupColumn column) const
{
    switch (column) {
    case core::GroupColumn::State: return stateReason(moment);
    case core::GroupColumn::Job:
    case core::GroupColumn::Instance:
    case core::GroupColumn::Labels: return groupTitle(moment.row.key);
    case core::GroupColumn::LastPush: return pushTimes(moment.row);
    case core::GroupColumn::Rhythm:
    case core::GroupColumn::Due: {
        const auto time = core::dueTime(moment.row);
        return time ? Groups::tr("Due by %1").arg(exactTimeText(*time))
                    : Groups::tr("How often this group is pushed has not been learnt yet.");
    }
    default: return {};
    }
}

QString GroupCells::labels(const core::GroupRow& row, std::span<const QByteArray> apart) const
{
    std::vector<core::Label> shown;
    for (const core::Label& label : row.key.labels()) {
        if (std::find(apart.begin(), apart.end(), label.name) == apart.end())
            shown.push_back(label);
    }
    if (shown.empty())
        return {};
    const QByteArray braced = core::labelsText(*core::Labels::from(std::move(shown)));
    return QString::fromUtf8(braced.mid(1, braced.size() - 2)).replace(R"(",)"_L1, R"(", )"_L1);
}

// -------------------------------------------------------------------------------------- branches

QString GroupCells::branchTitle(const core::GroupBranch& branch) const
{
    const QString value = branch.value.isEmpty()
        ? Groups::tr("without %1", "%1 is the name of a label").arg(QString::fromUtf8(branch.label))
        : QString::fromUtf8(branch.value);
    return u"%1 (%2)"_s.arg(value, QLocale().toString(branch.groups()));
}

QString GroupCells::branchCell(
    const core::GroupBranch& branch, core::GroupColumn column, core::TimePoint now) const
{
    switch (column) {
    case core::GroupColumn::State: return stateWord(branch.worst());
    case core::GroupColumn::Labels: return troublesText(branch.states);
    case core::GroupColumn::LastPush: return branchPushes(branch, now);
    case core::GroupColumn::Due: return branch.due ? dueText(*branch.due - now) : QString();
    case core::GroupColumn::Series: return QLocale().toString(branch.series);
    case core::GroupColumn::Families: return QLocale().toString(branch.families);
    case core::GroupColumn::Bytes:
        return branch.bytes ? QLocale().formattedDataSize(*branch.bytes) : QString();
    default: return {};
    }
}

QString GroupCells::branchToolTip(
    const core::GroupBranch& branch, core::GroupColumn column, core::TimePoint) const
{
    switch (column) {
    case core::GroupColumn::State:
    case core::GroupColumn::Labels: return troublesText(branch.states);
    case core::GroupColumn::LastPush:
        return branch.youngestPush
            ? Groups::tr("Youngest: %1\nOldest: %2", "times of pushes")
                  .arg(exactTimeText(*branch.youngestPush), exactTimeText(*branch.oldestPush))
            : Groups::tr("No push has succeeded yet.");
    case core::GroupColumn::Due:
        return branch.due ? Groups::tr("The first is due by %1").arg(exactTimeText(*branch.due))
                          : QString();
    default:
        return Groups::tr("%n group(s) with %1", nullptr, branch.groups())
            .arg(QString::fromUtf8(branch.label) + u"=\""_s + QString::fromUtf8(branch.value)
                + u'"');
    }
}

} // namespace pushgate::gui
