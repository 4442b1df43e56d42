// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/text/group_cells.h"

#include "core/browse/label_text.h"
#include "gui/text/ages.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

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

    bool hasOwnColumn(const core::Label& label)
    {
        return label.name == "job" || label.name == "instance";
    }

    QString otherLabels(const core::GroupingKey& key)
    {
        std::vector<core::Label> labels;
        for (const core::Label& label : key.labels()) {
            if (!hasOwnColumn(label))
                labels.push_back(label);
        }
        if (labels.empty())
            return {};
        const QByteArray braced = core::labelsText(*core::Labels::from(std::move(labels)));
        return QString::fromUtf8(braced.mid(1, braced.size() - 2)).replace("\","_L1, "\", "_L1);
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
    case core::GroupColumn::Labels: return otherLabels(row.key);
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

} // namespace pushgate::gui
