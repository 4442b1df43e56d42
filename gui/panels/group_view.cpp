// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/group_view.h"

#include "gui/delegates/row_delegate.h"

#include <QHeaderView>
#include <QMenu>

#include <array>

namespace pushgate::gui {

namespace {

    struct ColumnLook {
        core::GroupColumn column;
        int width;
        Qt::CheckState shown;
    };

    constexpr std::array kColumns{
        ColumnLook{core::GroupColumn::State, 110, Qt::Checked},
        ColumnLook{core::GroupColumn::Job, 170, Qt::Checked},
        ColumnLook{core::GroupColumn::Instance, 130, Qt::Checked},
        ColumnLook{core::GroupColumn::Labels, 180, Qt::Checked},
        ColumnLook{core::GroupColumn::LastPush, 100, Qt::Checked},
        ColumnLook{core::GroupColumn::Rhythm, 120, Qt::Checked},
        ColumnLook{core::GroupColumn::Due, 100, Qt::Checked},
        ColumnLook{core::GroupColumn::Series, 70, Qt::Checked},
        ColumnLook{core::GroupColumn::Families, 80, Qt::Unchecked},
        ColumnLook{core::GroupColumn::Bytes, 80, Qt::Unchecked},
    };

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
        header()->resizeSection(section(look.column), look.width);
        header()->setSectionHidden(section(look.column), look.shown == Qt::Unchecked);
    }
    header()->setSectionResizeMode(section(core::GroupColumn::Labels), QHeaderView::Stretch);
    header()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header(), &QHeaderView::customContextMenuRequested, this, &GroupView::showHeaderMenu);
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
    emit selectionChangedTo(int(selectionModel()->selectedRows().size()));
    emit currentGroupChanged();
}

void GroupView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTreeView::currentChanged(current, previous);
    emit currentGroupChanged();
}

} // namespace pushgate::gui
