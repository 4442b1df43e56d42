// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/group_header.h"

#include "gui/text/ages.h"
#include "gui/text/group_cells.h"

#include <QMenu>
#include <QSettings>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace pushgate::gui {

namespace {

    enum class Shown { AtFirst, OnRequest };

    struct ColumnLook {
        core::GroupColumn column;
        int width; // at least
        Shown shown;
    };

    constexpr std::array kColumns{
        ColumnLook{core::GroupColumn::State, 90, Shown::AtFirst},
        ColumnLook{core::GroupColumn::Job, 160, Shown::AtFirst},
        ColumnLook{core::GroupColumn::Instance, 130, Shown::AtFirst},
        ColumnLook{core::GroupColumn::Labels, 120, Shown::AtFirst},
        ColumnLook{core::GroupColumn::LastPush, 80, Shown::AtFirst},
        ColumnLook{core::GroupColumn::Rhythm, 80, Shown::AtFirst},
        ColumnLook{core::GroupColumn::Due, 80, Shown::AtFirst},
        ColumnLook{core::GroupColumn::Series, 65, Shown::AtFirst},
        ColumnLook{core::GroupColumn::Families, 65, Shown::OnRequest},
        ColumnLook{core::GroupColumn::Bytes, 80, Shown::OnRequest},
    };
    constexpr int kLabelWidth = 110;
    constexpr int kTitleWidth = 180;

    /// Texts as long as they come in a column, in the language of the user.
    QStringList longTexts(core::GroupColumn column)
    {
        switch (column) {
        case core::GroupColumn::State: {
            QStringList words;
            for (const core::GroupState state : core::kGroupStates)
                words.push_back(stateWord(state));
            return words;
        }
        case core::GroupColumn::LastPush:
            return {ageText(55min), ageText(20 * 24h), agesText(55min, 20 * 24h)};
        case core::GroupColumn::Rhythm: return {rhythmText(150s), rhythmText(20 * 24h)};
        case core::GroupColumn::Due: return {dueText(55min), dueText(-55min)};
        default: return {};
        }
    }

    int section(core::GroupColumn column)
    {
        return static_cast<int>(column);
    }

    int labelSection(size_t slot)
    {
        return core::kGroupColumnCount + static_cast<int>(slot);
    }

} // namespace

GroupHeader::GroupHeader(core::GroupModel& groups, QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_groups(groups)
{
    setStretchLastSection(false);
    setSectionsMovable(true);
    setFirstSectionMovable(true);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setContextMenuPolicy(Qt::CustomContextMenu);
}

void GroupHeader::setUp()
{
    for (const ColumnLook& look : kColumns) {
        resizeSection(section(look.column), widthOf(look.column, look.width));
        setSectionHidden(section(look.column), look.shown == Shown::OnRequest);
    }
    setSectionResizeMode(section(core::GroupColumn::Labels), Stretch);
    for (size_t slot = 0; slot < m_chosen.size(); ++slot) {
        resizeSection(labelSection(slot), kLabelWidth);
        // Beside the other labels, not behind the figures.
        moveSection(visualIndex(labelSection(slot)),
            visualIndex(section(core::GroupColumn::Labels)) + static_cast<int>(slot) + 1);
    }
    applyLabels();
}

void GroupHeader::resizeEvent(QResizeEvent* event)
{
    QHeaderView::resizeEvent(event);
    // Without room for all, what stretches would keep what it had.
    if (length() > viewport()->width())
        resizeSection(section(core::GroupColumn::Labels), kLabelWidth);
}

int GroupHeader::widthOf(core::GroupColumn column, int atLeast) const
{
    constexpr int kPadding = 16;
    constexpr int kChip = 32; // around the word of a state
    int width = 0;
    for (const QString& text : longTexts(column))
        width = std::max(width, fontMetrics().horizontalAdvance(text));
    if (column == core::GroupColumn::State)
        width += kChip;
    return std::max({atLeast, sectionSizeHint(section(column)), width + kPadding});
}

// ---------------------------------------------------------------------------------------- labels

bool GroupHeader::isChosen(const QByteArray& name) const
{
    return std::find(m_chosen.begin(), m_chosen.end(), name) != m_chosen.end();
}

void GroupHeader::showLabel(const QByteArray& name)
{
    auto* const free = std::find(m_chosen.begin(), m_chosen.end(), QByteArray());
    if (name.isEmpty() || isChosen(name) || free == m_chosen.end())
        return;
    *free = name;
    applyLabels();
}

void GroupHeader::hideLabel(const QByteArray& name)
{
    std::replace(m_chosen.begin(), m_chosen.end(), name, QByteArray());
    applyLabels();
}

void GroupHeader::setPinnedLabel(const QByteArray& name)
{
    m_pinned = name;
    applyLabels();
}

void GroupHeader::applyLabels()
{
    core::LabelColumns labels = m_chosen;
    const int fixed = m_groups.sectionOf(m_pinned);
    const bool hasFixed = fixed >= 0 && fixed < core::kGroupColumnCount;
    if (!m_pinned.isEmpty() && !isChosen(m_pinned) && !hasFixed) {
        auto* const free = std::find(labels.begin(), labels.end(), QByteArray());
        if (free != labels.end())
            *free = m_pinned;
    }
    placePinned(labels);
    m_groups.setLabelColumns(labels);
    for (size_t slot = 0; slot < labels.size(); ++slot)
        setSectionHidden(labelSection(slot), labels[slot].isEmpty());
    if (hasFixed)
        showSection(fixed);
    m_groups.setInstanceColumn(isSectionHidden(section(core::GroupColumn::Instance))
            ? core::GroupModel::InstanceColumn::Hidden
            : core::GroupModel::InstanceColumn::Shown);
}

/// Branches are read from the left: state, title. A column that was chosen stays where it is.
void GroupHeader::placePinned(const core::LabelColumns& labels)
{
    const auto* const at = std::find(labels.begin(), labels.end(), m_pinned);
    if (m_pinned.isEmpty() || at == labels.end() || isChosen(m_pinned)
        || m_groups.labelColumns() == labels)
        return;
    const int title = labelSection(size_t(at - labels.begin()));
    moveSection(visualIndex(title), visualIndex(section(core::GroupColumn::Job)));
    resizeSection(title, kTitleWidth);
}

// ------------------------------------------------------------------------------------------ menu

void GroupHeader::fillMenu(QMenu& menu)
{
    addColumnActions(menu);
    menu.addSeparator();
    addLabelActions(*menu.addMenu(tr("&Labels")));
}

void GroupHeader::addColumnActions(QMenu& menu)
{
    for (const ColumnLook& look : kColumns) {
        const int column = section(look.column);
        QAction* const action
            = menu.addAction(m_groups.headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!isSectionHidden(column));
        // Without the job a row would say nothing, nor would a branch without its title.
        action->setEnabled(look.column != core::GroupColumn::Job
            && (m_pinned.isEmpty() || m_groups.labelIn(column) != m_pinned));
        connect(action, &QAction::toggled, this, [=, this](bool isOn) {
            setSectionHidden(column, !isOn);
            applyLabels();
        });
    }
}

void GroupHeader::addLabelActions(QMenu& menu)
{
    std::vector<QByteArray> names = m_groups.labelNames();
    // A label may be chosen of which no group has a value at the moment.
    for (const QByteArray& name : m_chosen) {
        if (!name.isEmpty() && std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(name);
    }
    const bool hasFree = isChosen({});
    for (const QByteArray& name : names) {
        if (m_groups.sectionOf(name) >= 0 && m_groups.sectionOf(name) < core::kGroupColumnCount)
            continue;
        QAction* const action = menu.addAction(QString::fromUtf8(name).replace(u'&', "&&"_L1));
        action->setCheckable(true);
        action->setChecked(isChosen(name) || name == m_pinned);
        action->setEnabled(name != m_pinned && (hasFree || isChosen(name)));
        connect(action, &QAction::toggled, this,
            [=, this](bool isOn) { isOn ? showLabel(name) : hideLabel(name); });
    }
    if (menu.isEmpty())
        menu.addAction(tr("No other labels"))->setEnabled(false);
}

// ---------------------------------------------------------------------- from start to start

void GroupHeader::save(QSettings& settings) const
{
    QStringList names;
    for (const QByteArray& name : m_chosen)
        names.push_back(QString::fromUtf8(name));
    settings.setValue("labels"_L1, names);
    settings.setValue("header"_L1, saveState());
}

void GroupHeader::restore(const QSettings& settings)
{
    const QStringList names = settings.value("labels"_L1).toStringList();
    for (size_t slot = 0; slot < m_chosen.size(); ++slot)
        m_chosen[slot] = names.value(qsizetype(slot)).toUtf8();
    applyLabels();
    restoreState(settings.value("header"_L1).toByteArray());
    applyLabels(); // what is in use now may not have been then
}

} // namespace pushgate::gui
