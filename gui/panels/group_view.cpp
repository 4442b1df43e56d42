// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/group_view.h"

#include "gui/delegates/row_delegate.h"
#include "gui/panels/group_header.h"

#include <QActionGroup>
#include <QKeyEvent>
#include <QMenu>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pushgate::gui {

namespace {

    int section(core::GroupColumn column)
    {
        return static_cast<int>(column);
    }

    /// One is checked at a time, until the menu that has them is filled anew.
    void makeExclusive(const QList<QAction*>& choices)
    {
        auto* const group = new QActionGroup(choices.back());
        for (QAction* const choice : choices)
            choice->setActionGroup(group);
    }

} // namespace

GroupView::GroupView(core::GroupFilterModel& groups, QWidget* parent)
    : QTreeView(parent)
    , m_groups(groups)
    , m_header(new GroupHeader(groups.groups(), this))
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
    setHeader(m_header);
    setModel(&groups);
    m_header->setUp();
    connect(m_header, &QHeaderView::customContextMenuRequested, this, &GroupView::showHeaderMenu);
    m_header->setSortIndicator(section(core::GroupColumn::State), Qt::AscendingOrder);
    setSortingEnabled(true);

    connect(this, &QTreeView::expanded, this,
        [this](const QModelIndex& branch) { m_open.insert(m_groups.branchValue(branch)); });
    connect(this, &QTreeView::collapsed, this,
        [this](const QModelIndex& branch) { m_open.remove(m_groups.branchValue(branch)); });
    connect(&groups, &QAbstractItemModel::layoutChanged, this, &GroupView::openBranches);
    connect(&groups, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex& above) {
        if (!above.isValid()) // a branch may have come back
            openBranches();
    });
}

// -------------------------------------------------------------------------------------- branches

void GroupView::setGroupedBy(const QByteArray& label)
{
    if (label == groupedBy())
        return;
    m_open.clear();
    m_header->setPinnedLabel(label);
    const int title = m_groups.groups().sectionOf(label);
    setTreePosition(title < 0 ? section(core::GroupColumn::Labels) : title);
    setRootIsDecorated(!label.isEmpty());
    setItemsExpandable(!label.isEmpty());
    m_groups.setGroupedBy(label);
    if (currentIndex().isValid())
        scrollTo(currentIndex());
    // A branch that was selected is gone without a word of the selection.
    emit selectedCountChanged();
    emit currentGroupChanged();
}

void GroupView::openBranches()
{
    if (m_open.isEmpty())
        return;
    // One layout for all of them. Not expandAll(), which keeps an index of every group.
    scheduleDelayedItemsLayout();
    const QSet<QByteArray> open = m_open; // expanding changes it
    for (const QByteArray& value : open) {
        const QModelIndex branch = m_groups.indexOfBranch(value);
        if (branch.isValid() && !isExpanded(branch))
            expand(branch);
    }
}

void GroupView::openAll()
{
    for (int row = 0; row < m_groups.rowCount(); ++row)
        m_open.insert(m_groups.branchValue(m_groups.index(row, 0)));
    openBranches();
}

void GroupView::closeAll()
{
    m_open.clear();
    collapseAll();
}

void GroupView::fillGroupingMenu(QMenu& menu)
{
    addGroupingAction(menu, tr("&Not grouped"), {});
    std::vector<QByteArray> names = m_groups.groups().labelNames();
    const auto isCurrent = [this](const QByteArray& name) { return name == groupedBy(); };
    if (!groupedBy().isEmpty() && std::none_of(names.begin(), names.end(), isCurrent))
        names.push_back(groupedBy());
    // Most people want the job.
    std::stable_partition(
        names.begin(), names.end(), [](const QByteArray& name) { return name == "job"; });
    for (const QByteArray& name : names)
        addGroupingAction(menu, QString::fromUtf8(name).replace(u'&', "&&"_L1), name);
    makeExclusive(menu.actions());
    if (groupedBy().isEmpty())
        return;
    menu.addSeparator();
    menu.addAction(tr("&Open all"), this, &GroupView::openAll);
    menu.addAction(tr("&Close all"), this, &GroupView::closeAll);
}

void GroupView::addGroupingAction(QMenu& menu, const QString& text, const QByteArray& label)
{
    QAction* const action = menu.addAction(text);
    action->setCheckable(true);
    action->setChecked(label == groupedBy());
    connect(action, &QAction::triggered, this, [this, label] { setGroupedBy(label); });
}

void GroupView::showHeaderMenu(const QPoint& position)
{
    auto* const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_header->fillMenu(*menu);
    fillGroupingMenu(*menu->addMenu(tr("&Group by")));
    menu->popup(m_header->mapToGlobal(position));
}

// ------------------------------------------------------------------------------------- selection

std::vector<core::GroupingKey> GroupView::selectedKeys() const
{
    std::vector<int> rows;
    const QModelIndexList selected = selectionModel()->selectedRows();
    for (const QModelIndex& index : selected) {
        const std::vector<int> below = m_groups.sourceRows(index);
        rows.insert(rows.end(), below.begin(), below.end());
    }
    if (!groupedBy().isEmpty()) { // a branch and groups in it
        std::sort(rows.begin(), rows.end());
        rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    }
    std::vector<core::GroupingKey> keys;
    keys.reserve(rows.size());
    for (const int row : rows)
        keys.push_back(m_groups.groups().group(row)->key);
    return keys;
}

int GroupView::selectedCount() const
{
    int count = 0;
    const QItemSelection selection = selectionModel()->selection();
    for (const QItemSelectionRange& run : selection) {
        if (run.parent().isValid())
            count += selection.contains(run.parent()) ? 0 : run.height();
        else if (groupedBy().isEmpty())
            count += run.height();
        else
            for (int row = run.top(); row <= run.bottom(); ++row)
                count += m_groups.rowCount(m_groups.index(row, 0));
    }
    return count;
}

core::GroupRowPtr GroupView::currentGroup() const
{
    const QModelIndex current = currentIndex();
    const int row = core::GroupFilterModel::sourceRow(current);
    if (row < 0 || !selectionModel()->isRowSelected(current.row(), current.parent()))
        return nullptr;
    return m_groups.groups().group(row);
}

void GroupView::select(const core::GroupingKey& key)
{
    const int row = m_groups.groups().find(key);
    const QModelIndex index = row < 0 ? QModelIndex() : m_groups.indexOf(row);
    if (index.isValid())
        setCurrentIndex(index);
}

void GroupView::keyPressEvent(QKeyEvent* event)
{
    // A list that was just entered has a current row that is not selected: the first step is onto
    // this row, not past it.
    const bool isStep = event->key() == Qt::Key_Down || event->key() == Qt::Key_Up;
    const QModelIndex current = currentIndex();
    if (isStep && event->modifiers() == Qt::NoModifier && current.isValid()
        && !selectionModel()->hasSelection()) {
        selectionModel()->select(
            current, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        return;
    }
    QTreeView::keyPressEvent(event);
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

// ---------------------------------------------------------------------- from start to start

void GroupView::saveLayout(QSettings& settings) const
{
    m_header->save(settings);
    settings.setValue("groupedBy"_L1, QString::fromUtf8(groupedBy()));
    QStringList open;
    for (const QByteArray& value : m_open)
        open.push_back(QString::fromUtf8(value));
    open.sort();
    settings.setValue("open"_L1, open);
}

void GroupView::restoreLayout(const QSettings& settings)
{
    setGroupedBy(settings.value("groupedBy"_L1).toString().toUtf8());
    m_header->restore(settings);
    const QStringList open = settings.value("open"_L1).toStringList();
    for (const QString& value : open)
        m_open.insert(value.toUtf8());
    openBranches();
}

} // namespace pushgate::gui
