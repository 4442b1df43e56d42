// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/group_view.h"

#include "gui/delegates/row_delegate.h"
#include "gui/text/ages.h"
#include "gui/text/group_cells.h"

#include <QHeaderView>
#include <QMenu>

#include <algorithm>
#include <array>
#include <numeric>

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
        case core::GroupColumn::LastPush: return {ageText(55min), ageText(20 * 24h)};
        case core::GroupColumn::Rhythm: return {rhythmText(55min), rhythmText(20 * 24h)};
        case core::GroupColumn::Due: return {dueText(55min), dueText(-55min)};
        default: return {};
        }
    }

    int section(core::GroupColumn column)
    {
        return static_cast<int>(column);
    }

} // namespace

GroupView::GroupView(core::GroupFilterModel& groups, QWidget* parent)
    : QTreeView(parent)
    , m_groups(groups)
{
    setAccessibleName(tr("Groups"));
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setUniformRowHeights(true);
    setSelectionMode(ExtendedSelection);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setItemDelegate(new RowDelegate(this));
    setItemDelegateForColumn(section(core::GroupColumn::State), new StateDelegate(this));
    setItemDelegateForColumn(section(core::GroupColumn::Due), new DueDelegate(this));
    setModel(&groups);
    setUpHeader();
    header()->setSortIndicator(section(core::GroupColumn::State), Qt::AscendingOrder);
    setSortingEnabled(true);
}

void GroupView::setUpHeader()
{
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(true);
    header()->setFirstSectionMovable(true);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (const ColumnLook& look : kColumns) {
        header()->resizeSection(section(look.column), widthOf(look.column, look.width));
        header()->setSectionHidden(section(look.column), look.shown == Shown::OnRequest);
    }
    header()->setSectionResizeMode(section(core::GroupColumn::Labels), QHeaderView::Stretch);
    header()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header(), &QHeaderView::customContextMenuRequested, this, &GroupView::showHeaderMenu);
}

int GroupView::widthOf(core::GroupColumn column, int atLeast) const
{
    constexpr int kPadding = 16;
    constexpr int kChip = 32; // around the word of a state
    int width = 0;
    for (const QString& text : longTexts(column))
        width = std::max(width, fontMetrics().horizontalAdvance(text));
    if (column == core::GroupColumn::State)
        width += kChip;
    const int title = header()->sectionSizeHint(section(column));
    return std::max({atLeast, title, width + kPadding});
}

void GroupView::showHeaderMenu(const QPoint& position)
{
    auto* const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const ColumnLook& look : kColumns) {
        const int column = section(look.column);
        QAction* const action
            = menu->addAction(m_groups.headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!header()->isSectionHidden(column));
        // Without the job a row would say nothing.
        action->setEnabled(look.column != core::GroupColumn::Job);
        connect(action, &QAction::toggled, this,
            [=, this](bool isOn) { header()->setSectionHidden(column, !isOn); });
    }
    menu->popup(header()->mapToGlobal(position));
}

std::vector<core::GroupingKey> GroupView::selectedKeys() const
{
    std::vector<core::GroupingKey> keys;
    const QModelIndexList rows = selectionModel()->selectedRows();
    keys.reserve(size_t(rows.size()));
    for (const QModelIndex& row : rows)
        keys.push_back(m_groups.groups().group(m_groups.sourceRow(row))->key);
    return keys;
}

int GroupView::selectedCount() const
{
    const QItemSelection selection = selectionModel()->selection();
    return std::accumulate(selection.begin(), selection.end(), 0,
        [](int sum, const QItemSelectionRange& run) { return sum + run.height(); });
}

core::GroupRowPtr GroupView::currentGroup() const
{
    const QModelIndex current = currentIndex();
    if (!current.isValid() || !selectionModel()->isRowSelected(current.row()))
        return nullptr;
    return m_groups.groups().group(m_groups.sourceRow(current));
}

void GroupView::select(const core::GroupingKey& key)
{
    const int row = m_groups.groups().find(key);
    const QModelIndex index
        = row < 0 ? QModelIndex() : m_groups.mapFromSource(m_groups.groups().index(row, 0));
    if (index.isValid())
        setCurrentIndex(index);
}

void GroupView::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QTreeView::selectionChanged(selected, deselected);
    emit selectedCountChanged();
    emit currentGroupChanged();
}

void GroupView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTreeView::currentChanged(current, previous);
    emit currentGroupChanged();
}

} // namespace pushgate::gui
