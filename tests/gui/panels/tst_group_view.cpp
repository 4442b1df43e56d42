// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/group_header.h"
#include "gui/panels/group_view.h"
#include "gui/text/group_cells.h"
#include "gui/text/translation.h"
#include "tests/gui/support/no_warnings.h"

#include <QLocale>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace pushgate;
using namespace pushgate::gui;

class TestGroupView : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { speak(QLocale::c()); }
    void init();
    void cleanup();
    void showsBranches();
    void keepsBranchesOpen();
    void keepsSelectionAndScroll();
    void selectsBranchesAsTheirGroups();
    void hasNoCurrentGroupOnABranch();
    void stepsOntoTheFirstGroupFirst();
    void opensAndClosesAll();
    void showsLabelsAsColumns();
    void namesTheInstanceWithoutItsColumn();
    void offersNoMoreLabelsThanThereAreColumns();
    void keepsTheColumnOfTheGrouping();
    void makesRoomInANarrowWindow();
    void remembersItsLayout();

private:
    void apply(std::vector<core::GroupRowPtr> rows);
    QModelIndex branch(const QByteArray& value) const { return m_filtered->indexOfBranch(value); }
    GroupHeader& header() const { return *qobject_cast<GroupHeader*>(m_view->header()); }

    GroupCells m_words;
    std::unique_ptr<tests::NoWarnings> m_noWarnings;
    std::unique_ptr<core::GroupModel> m_groups;
    std::unique_ptr<core::GroupFilterModel> m_filtered;
    std::unique_ptr<GroupView> m_view;
};

namespace {

const core::TimePoint kNow{std::chrono::hours(1000)};

core::GroupRowPtr rowOf(const QByteArray& job, const QByteArray& shard, qint64 series = 1)
{
    std::vector<core::Label> labels{{"job", job}};
    if (!shard.isEmpty())
        labels.push_back({"shard", shard});
    core::GroupRow row(*core::GroupingKey::from(*core::Labels::from(std::move(labels))));
    row.pushTime = kNow - std::chrono::minutes(series);
    row.series = series;
    return std::make_shared<const core::GroupRow>(std::move(row));
}

QStringList checked(const QMenu& menu)
{
    QStringList texts;
    const auto actions = menu.actions();
    for (const QAction* const action : actions) {
        if (action->isChecked())
            texts.push_back(action->text());
    }
    return texts;
}

QAction* actionOf(const QMenu& menu, const QString& text)
{
    const auto actions = menu.actions();
    const auto found = std::find_if(actions.begin(), actions.end(),
        [&](const QAction* action) { return action->text().remove(u'&') == text; });
    return found == actions.end() ? nullptr : *found;
}

} // namespace

void TestGroupView::init()
{
    m_noWarnings = std::make_unique<tests::NoWarnings>();
    m_groups = std::make_unique<core::GroupModel>(m_words);
    m_groups->setNow(kNow);
    m_filtered = std::make_unique<core::GroupFilterModel>(*m_groups);
    m_view = std::make_unique<GroupView>(*m_filtered);
    m_view->resize(900, 400);
    m_view->show();
    apply({rowOf("a", "1", 5), rowOf("a", "2", 3), rowOf("b", "1", 2), rowOf("c", "")});
}

void TestGroupView::cleanup()
{
    m_view.reset();
    m_filtered.reset();
    m_groups.reset();
    QCOMPARE(tests::NoWarnings::count(), 0);
    m_noWarnings.reset();
}

void TestGroupView::apply(std::vector<core::GroupRowPtr> rows)
{
    m_groups->apply({core::GroupChanges::Scope::Some, std::move(rows), {}});
}

void TestGroupView::showsBranches()
{
    m_view->setGroupedBy("shard");
    QCOMPARE(m_filtered->rowCount(), 3);
    const int title = m_groups->sectionOf("shard");
    QVERIFY(title >= core::kGroupColumnCount); // it was given one
    QVERIFY(!m_view->isColumnHidden(title));
    QCOMPARE(m_view->treePosition(), title);
    const QModelIndex one = branch("1");
    QCOMPARE(one.siblingAtColumn(title).data().toString(), u"1 (2)"_s);
    QCOMPARE(branch("").siblingAtColumn(title).data().toString(), u"without shard (1)"_s);
    const auto text = [&](core::GroupColumn column) {
        return one.siblingAtColumn(int(column)).data().toString();
    };
    QCOMPARE(text(core::GroupColumn::State), u"Fresh"_s);
    QCOMPARE(text(core::GroupColumn::Series), u"7"_s);
    QCOMPARE(text(core::GroupColumn::LastPush), u"2 min – 5 min"_s);
    QVERIFY(text(core::GroupColumn::Labels).isEmpty());
    QCOMPARE(header().visualIndex(title), 1); // where the eye looks for it
    core::GroupRow failed = *rowOf("a", "1");
    failed.lastPushSuccessful = false;
    apply({std::make_shared<const core::GroupRow>(failed)});
    QCOMPARE(branch("1").siblingAtColumn(int(core::GroupColumn::Labels)).data().toString(),
        u"Failed 1"_s);
    m_view->setGroupedBy({});
    QVERIFY(m_view->isColumnHidden(title));
    QCOMPARE(m_filtered->rowCount(), 4);
}

void TestGroupView::keepsBranchesOpen()
{
    m_view->setGroupedBy("job");
    m_view->expand(branch("a"));
    m_view->sortByColumn(int(core::GroupColumn::Series), Qt::DescendingOrder);
    QVERIFY(m_view->isExpanded(branch("a")));
    apply({rowOf("a", "3"), rowOf("d", "1", 99)});
    m_filtered->arrange();
    QCOMPARE(branch("a").row(), 1);
    QVERIFY(m_view->isExpanded(branch("a")));
    QVERIFY(!m_view->isExpanded(branch("d")));

    m_filtered->setFilter(*core::GroupFilter::ofLine(u"job=b"_s));
    QVERIFY(!branch("a").isValid());
    m_filtered->setFilter({});
    QVERIFY(m_view->isExpanded(branch("a")));
    m_groups->apply({core::GroupChanges::Scope::Everything, {rowOf("b", "1")}, {}});
    apply({rowOf("a", "1")});
    QVERIFY(m_view->isExpanded(branch("a")));
    m_view->collapse(branch("a"));
    m_filtered->arrange();
    QVERIFY(!m_view->isExpanded(branch("a")));
}

void TestGroupView::keepsSelectionAndScroll()
{
    std::vector<core::GroupRowPtr> rows;
    for (int number = 0; number < 200; ++number)
        rows.push_back(rowOf("z" + QByteArray::number(number % 4), QByteArray::number(number)));
    apply(rows);
    m_view->setGroupedBy("job");
    m_view->expand(branch("z1"));
    m_view->select(rows[97]->key);
    QTRY_VERIFY(m_view->verticalScrollBar()->value() > 0);
    const int scrolled = m_view->verticalScrollBar()->value();
    apply({rowOf("z1", "97", 7), rowOf("y", "1"), rowOf("a", "9")});
    QCoreApplication::processEvents();
    QCOMPARE(m_view->currentGroup()->key, rows[97]->key);
    QCOMPARE(m_view->selectedKeys(), std::vector{rows[97]->key});
    QCOMPARE(m_view->verticalScrollBar()->value(), scrolled);
}

void TestGroupView::selectsBranchesAsTheirGroups()
{
    m_view->setGroupedBy("job");
    m_view->expand(branch("a"));
    const QSignalSpy told(m_view.get(), &GroupView::selectedCountChanged);
    m_view->setCurrentIndex(branch("a"));
    QCOMPARE(m_view->selectedCount(), 2);
    QVERIFY(!told.isEmpty());
    using Flag = QItemSelectionModel;
    auto* const selection = m_view->selectionModel();
    selection->select(
        m_filtered->index(0, 0, branch("a")), Flag::SelectionFlags(Flag::Select) | Flag::Rows);
    QCOMPARE(m_view->selectedCount(), 2); // counted already
    selection->select(branch("c"), Flag::SelectionFlags(Flag::Select) | Flag::Rows);
    QCOMPARE(m_view->selectedCount(), 3);
    const std::vector<core::GroupingKey> expected{
        rowOf("a", "1")->key, rowOf("a", "2")->key, rowOf("c", "")->key};
    QCOMPARE(m_view->selectedKeys(), expected);
    m_view->selectAll(); // what can be seen
    QCOMPARE(m_view->selectedCount(), 4);
    QCOMPARE(m_view->selectedKeys().size(), size_t(4));
}

void TestGroupView::stepsOntoTheFirstGroupFirst()
{
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_view->setFocus();
    const auto selectedRow
        = [this] { return m_view->currentGroup() ? m_view->currentIndex().row() : -1; };
    QCOMPARE(selectedRow(), -1);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(selectedRow(), 0);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(selectedRow(), 1);
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QCOMPARE(selectedRow(), 0);
    QCOMPARE(m_view->selectedCount(), 1);
}

void TestGroupView::hasNoCurrentGroupOnABranch()
{
    m_view->setGroupedBy("job");
    m_view->setCurrentIndex(branch("a"));
    QVERIFY(m_view->currentGroup() == nullptr);
    m_view->select(rowOf("a", "2")->key); // below a branch that is closed
    QCOMPARE(m_view->currentGroup()->key, rowOf("a", "2")->key);
    QVERIFY(m_view->isExpanded(branch("a")));
    m_view->setGroupedBy({});
    QCOMPARE(m_view->currentGroup()->key, rowOf("a", "2")->key);
}

void TestGroupView::opensAndClosesAll()
{
    QMenu flat;
    m_view->fillGroupingMenu(flat);
    QCOMPARE(checked(flat), QStringList{u"&Not grouped"_s});
    QCOMPARE(flat.actions().at(1)->text(), u"job"_s);
    QVERIFY(actionOf(flat, u"Open all"_s) == nullptr);
    actionOf(flat, u"shard"_s)->trigger();
    QCOMPARE(m_view->groupedBy(), "shard"_ba);

    QMenu menu;
    m_view->fillGroupingMenu(menu);
    QCOMPARE(checked(menu), QStringList{u"shard"_s});
    actionOf(menu, u"Open all"_s)->trigger();
    m_filtered->arrange();
    QVERIFY(m_view->isExpanded(branch("1")) && m_view->isExpanded(branch("")));
    actionOf(menu, u"Close all"_s)->trigger();
    m_filtered->arrange();
    QVERIFY(!m_view->isExpanded(branch("1")) && !m_view->isExpanded(branch("")));
}

void TestGroupView::showsLabelsAsColumns()
{
    const int labels = int(core::GroupColumn::Labels);
    const QModelIndex group = m_filtered->indexOf(0, labels);
    QCOMPARE(group.data().toString(), u"shard=\"1\""_s);
    QMenu menu;
    header().fillMenu(menu);
    QMenu* const choice = menu.actions().back()->menu();
    QCOMPARE(choice->actions().size(), 1); // job has its own
    actionOf(*choice, u"shard"_s)->setChecked(true);
    const int column = m_groups->sectionOf("shard");
    QVERIFY(!m_view->isColumnHidden(column));
    QCOMPARE(header().visualIndex(column), header().visualIndex(labels) + 1);
    QCOMPARE(group.siblingAtColumn(column).data().toString(), u"1"_s);
    QVERIFY(group.data().toString().isEmpty());
    header().hideLabel("shard");
    QVERIFY(m_view->isColumnHidden(column));
    QCOMPARE(group.data().toString(), u"shard=\"1\""_s);
}

void TestGroupView::namesTheInstanceWithoutItsColumn()
{
    const auto key
        = *core::GroupingKey::from(*core::Labels::from({{"job", "a"}, {"instance", "i"}}));
    apply({std::make_shared<const core::GroupRow>(key)});
    const auto labels = [&] {
        return m_groups->index(m_groups->find(key), int(core::GroupColumn::Labels)).data();
    };
    QVERIFY(labels().toString().isEmpty());
    QMenu menu;
    header().fillMenu(menu);
    actionOf(menu, u"Instance"_s)->setChecked(false);
    QCOMPARE(labels().toString(), u"instance=\"i\""_s);

    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"layout.ini"_s), QSettings::IniFormat);
    m_view->saveLayout(settings);
    actionOf(menu, u"Instance"_s)->setChecked(true);
    QVERIFY(labels().toString().isEmpty());
    m_view->restoreLayout(settings);
    QCOMPARE(labels().toString(), u"instance=\"i\""_s);
    m_view->setGroupedBy("instance"); // which gives it its column back
    QVERIFY(labels().toString().isEmpty());
}

void TestGroupView::offersNoMoreLabelsThanThereAreColumns()
{
    for (int number = 0; number < core::kMostLabelColumns + 2; ++number)
        header().showLabel("label" + QByteArray::number(number));
    QVERIFY(m_groups->sectionOf("label7") >= 0);
    QCOMPARE(m_groups->sectionOf("label8"), -1);
    QMenu menu;
    header().fillMenu(menu);
    const QMenu* const choice = menu.actions().back()->menu();
    QVERIFY(!actionOf(*choice, u"shard"_s)->isEnabled());
    QVERIFY(actionOf(*choice, u"label3"_s)->isEnabled()); // to be taken away
    m_view->setGroupedBy("shard");
    const QModelIndex title = branch("1").siblingAtColumn(int(core::GroupColumn::Labels));
    QCOMPARE(title.data().toString(), u"1 (2)"_s); // no column left for it
}

void TestGroupView::keepsTheColumnOfTheGrouping()
{
    const int instance = int(core::GroupColumn::Instance);
    m_view->setColumnHidden(instance, true);
    m_view->setGroupedBy("instance");
    QVERIFY(!m_view->isColumnHidden(instance));
    QMenu menu;
    header().fillMenu(menu);
    QVERIFY(!actionOf(menu, u"Instance"_s)->isEnabled());
    QVERIFY(actionOf(menu, u"Labels"_s)->isEnabled());
}

void TestGroupView::makesRoomInANarrowWindow()
{
    const int labels = int(core::GroupColumn::Labels);
    m_view->resize(1600, 400);
    QTRY_VERIFY(m_view->columnWidth(labels) > 300);
    m_view->resize(1100, 400);
    m_view->resize(500, 400);
    QTRY_VERIFY(m_view->columnWidth(labels) < 150);
    m_view->resize(1600, 400);
    QTRY_VERIFY(m_view->columnWidth(labels) > 300);
}

void TestGroupView::remembersItsLayout()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"layout.ini"_s), QSettings::IniFormat);
    header().showLabel("zone");
    m_view->setGroupedBy("shard");
    m_view->expand(branch("2"));
    m_view->setColumnWidth(int(core::GroupColumn::Job), 333);
    header().moveSection(header().visualIndex(int(core::GroupColumn::Series)), 0);
    header().hideSection(int(core::GroupColumn::Rhythm));
    m_view->sortByColumn(int(core::GroupColumn::LastPush), Qt::DescendingOrder);
    m_view->saveLayout(settings);

    core::GroupFilterModel model(*m_groups);
    m_groups->setLabelColumns({});
    GroupView other(model);
    other.restoreLayout(settings);
    QCOMPARE(other.groupedBy(), "shard"_ba);
    QVERIFY(other.isExpanded(model.indexOfBranch("2")));
    QVERIFY(!other.isExpanded(model.indexOfBranch("1")));
    QCOMPARE(other.columnWidth(int(core::GroupColumn::Job)), 333);
    QCOMPARE(other.header()->visualIndex(int(core::GroupColumn::Series)), 0);
    QVERIFY(other.isColumnHidden(int(core::GroupColumn::Rhythm)));
    QVERIFY(!other.isColumnHidden(m_groups->sectionOf("zone")));
    QCOMPARE(m_groups->sectionOf("zone"), core::kGroupColumnCount);
    QCOMPARE(m_groups->sectionOf("shard"), core::kGroupColumnCount + 1);
    QCOMPARE(other.header()->sortIndicatorSection(), int(core::GroupColumn::LastPush));
    QCOMPARE(model.branchValue(model.index(0, 0)), "1"_ba); // sorted by it: the oldest first

    other.restoreLayout(QSettings(folder.filePath(u"none.ini"_s), QSettings::IniFormat));
    QVERIFY(other.groupedBy().isEmpty());
}

QTEST_MAIN(TestGroupView)
#include "tst_group_view.moc"
