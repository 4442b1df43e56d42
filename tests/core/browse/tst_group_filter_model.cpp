// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/group_filter_model.h"
#include "tests/core/browse/rows.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;
using namespace pushgate::core;
using namespace pushgate::tests;
using std::chrono::seconds;

class TestGroupFilterModel : public QObject {
    Q_OBJECT

private slots:
    void followsAnyHistory();
    void sortsByState();
    void sortsBothWays();
    void liveChangesMoveNothing();
    void newGroupsComeAtTheEnd();
    void keepsPersistentIndexes();
    void filters();
    void sortsByALabelOfItsOwn();
    void groupsByALabel();
    void branchesStandByTheirGroupsOrSums_data();
    void branchesStandByTheirGroupsOrSums();
    void branchesComeAndGo();
    void branchesShowWhatTheirGroupsAmountTo();
    void keepsPersistentIndexesInBranches();
    void forgetsTheBranchesOfAnotherLabel();

private:
    PlainWords m_words;
};

namespace {

constexpr int kState = static_cast<int>(GroupColumn::State);
constexpr int kSeries = static_cast<int>(GroupColumn::Series);

GroupRowPtr rowOf(const QByteArray& job, qint64 series, bool successful = true)
{
    GroupRow row(browseKey(job));
    row.series = series;
    row.lastPushSuccessful = successful;
    return std::make_shared<const GroupRow>(row);
}

GroupRowPtr rowOf(const QByteArray& job, const QByteArray& instance, qint64 series)
{
    GroupRow row(browseKey(job, instance));
    row.series = series;
    return std::make_shared<const GroupRow>(row);
}

GroupChanges changed(std::vector<GroupRowPtr> rows)
{
    return {GroupChanges::Scope::Some, std::move(rows), {}};
}

QByteArray jobs(const GroupFilterModel& model)
{
    QByteArray text;
    for (int row = 0; row < model.rowCount(); ++row) {
        const int source = GroupFilterModel::sourceRow(model.index(row, 0));
        text += *model.groups().group(source)->key.labels().value("job");
    }
    return text;
}

/// `a:bc` for a branch a with the jobs b and c.
QByteArray tree(const GroupFilterModel& model)
{
    QByteArrayList branches;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex branch = model.index(row, 0);
        QByteArray text = model.branchValue(branch) + ':';
        for (const int source : model.sourceRows(branch))
            text += *model.groups().group(source)->key.labels().value("job");
        branches.push_back(text);
    }
    return branches.join(' ');
}

/// Whether everything is where it should be; figures as if counted just now.
void compareWithGroups(const GroupFilterModel& model)
{
    const GroupModel& groups = model.groups();
    int shown = 0;
    for (int source = 0; source < groups.rowCount(); ++source) {
        const QModelIndex index = model.indexOf(source, 1);
        if (!index.isValid())
            continue;
        ++shown;
        QCOMPARE(GroupFilterModel::sourceRow(index), source);
        const auto value = groups.group(source)->key.labels().value(model.groupedBy());
        QCOMPARE(model.branchValue(index.parent()), value ? value->toByteArray() : QByteArray());
        QCOMPARE(index.parent().isValid(), !model.groupedBy().isEmpty());
    }
    QCOMPARE(model.shownGroups(), shown);
    if (model.groupedBy().isEmpty())
        return;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex branch = model.index(row, kSeries);
        qint64 series = 0;
        for (const int source : model.sourceRows(branch))
            series += groups.group(source)->series;
        QCOMPARE(branch.data().toString(), QString::number(series));
        QVERIFY(!model.sourceRows(branch).empty());
    }
}

} // namespace

void TestGroupFilterModel::followsAnyHistory()
{
    for (quint32 seed = 0; seed < 20; ++seed) {
        GroupModel groups(m_words);
        groups.setNow(atSecond(1100));
        GroupFilterModel model(groups);
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        RandomGroups history(seed);
        std::mt19937 random(seed);
        const std::vector<QByteArray> labels{"", "job", "instance", "nothing"};
        for (int step = 0; step < 60; ++step) {
            groups.apply(history.step());
            compareWithGroups(model);
            if (random() % 8 == 0)
                groups.setNow(groups.now() + seconds(7));
            if (random() % 6 == 0)
                model.setGroupedBy(labels[random() % labels.size()]);
            if (random() % 4 == 0) {
                const auto state = random() % 2 == 0
                    ? std::nullopt
                    : std::optional(kGroupStates[random() % kGroupStates.size()]);
                model.setFilter(
                    {random() % 2 == 0 ? QStringList() : QStringList{u"1"_s}, state, {}, {}});
                model.sort(int(random() % quint32(model.columnCount())),
                    random() % 2 == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
                QCOMPARE(model.pendingChanges(), 0);
            }
        }
        model.setFilter({});
        model.arrange();
        QCOMPARE(model.shownGroups(), groups.rowCount());
        compareWithGroups(model);
    }
}

void TestGroupFilterModel::sortsByState()
{
    GroupModel groups(m_words);
    GroupFilterModel model(groups);
    groups.apply(
        changed({rowOf("a", 1), rowOf("b", 1, false), rowOf("c", 1), rowOf("d", 1, false)}));
    QCOMPARE(jobs(model), "bdac"_ba);
}

void TestGroupFilterModel::sortsBothWays()
{
    GroupModel groups(m_words);
    groups.apply(changed({rowOf("a", 2), rowOf("b", 1), rowOf("c", 2), rowOf("d", 3)}));
    GroupFilterModel model(groups);
    model.sort(kSeries);
    QCOMPARE(jobs(model), "bacd"_ba);
    model.sort(kSeries, Qt::DescendingOrder);
    QCOMPARE(jobs(model), "dacb"_ba); // equals stay in the order of their keys
}

void TestGroupFilterModel::liveChangesMoveNothing()
{
    GroupModel groups(m_words);
    groups.apply(changed({rowOf("a", 1), rowOf("b", 2), rowOf("c", 3)}));
    GroupFilterModel model(groups);
    model.sort(kSeries);
    groups.apply(changed({rowOf("a", 9)}));
    QCOMPARE(jobs(model), "abc"_ba);
    QVERIFY(model.pendingChanges() > 0);
    model.arrange();
    QCOMPARE(jobs(model), "bca"_ba);
    QCOMPARE(model.pendingChanges(), 0);

    model.setFilter({{}, GroupState::Fresh, {}, {}});
    groups.apply(changed({rowOf("b", 2, false)}));
    QCOMPARE(jobs(model), "bca"_ba);
    QCOMPARE(model.pendingChanges(), 1);
}

void TestGroupFilterModel::newGroupsComeAtTheEnd()
{
    GroupModel groups(m_words);
    groups.apply(changed({rowOf("m", 1)}));
    GroupFilterModel model(groups);
    groups.apply(changed({rowOf("b", 1), rowOf("a", 1), rowOf("z", 1)}));
    QCOMPARE(jobs(model), "mabz"_ba);
    groups.apply({GroupChanges::Scope::Some, {}, {browseKey("a"), browseKey("m")}});
    QCOMPARE(jobs(model), "bz"_ba);
}

void TestGroupFilterModel::keepsPersistentIndexes()
{
    GroupModel groups(m_words);
    groups.apply(changed({rowOf("a", 1), rowOf("b", 2), rowOf("c", 3)}));
    GroupFilterModel model(groups);
    const QPersistentModelIndex held = model.index(0, 1);
    const QPersistentModelIndex hidden = model.index(1, 1);
    model.sort(kSeries, Qt::DescendingOrder);
    QCOMPARE(held.row(), 2);
    model.setFilter(*GroupFilter::ofLine(u"a"_s));
    QCOMPARE(held.row(), 0);
    QVERIFY(!hidden.isValid());
}

void TestGroupFilterModel::filters()
{
    GroupModel groups(m_words);
    groups.apply(changed({rowOf("a", 1), rowOf("b", 1, false), rowOf("ab", 1)}));
    GroupFilterModel model(groups);
    const QSignalSpy changes(&model, &GroupFilterModel::layoutChanged);
    model.setFilter(*GroupFilter::ofLine(u"b"_s));
    QCOMPARE(jobs(model), "bab"_ba);
    model.setFilter({{}, GroupState::Failed, {}, {}});
    QCOMPARE(jobs(model), "b"_ba);
    QCOMPARE(changes.size(), 2);
    model.setFilter({{}, GroupState::Failed, {}, {}});
    QCOMPARE(changes.size(), 2);
}

void TestGroupFilterModel::sortsByALabelOfItsOwn()
{
    GroupModel groups(m_words);
    groups.setLabelColumns({"", "instance"});
    groups.apply(changed({rowOf("a", "2", 0), rowOf("b", "", 0), rowOf("c", "1", 0)}));
    GroupFilterModel model(groups);
    model.sort(kGroupColumnCount + 1);
    QCOMPARE(jobs(model), "cab"_ba); // without the label: at the end
    model.sort(kGroupColumnCount + 1, Qt::DescendingOrder);
    QCOMPARE(jobs(model), "bac"_ba);
}

void TestGroupFilterModel::groupsByALabel()
{
    GroupModel groups(m_words);
    groups.apply(
        changed({rowOf("a", "x", 1), rowOf("b", "y", 1), rowOf("c", "x", 1), rowOf("d", "", 1)}));
    GroupFilterModel model(groups);
    model.sort(static_cast<int>(GroupColumn::Job));
    model.setGroupedBy("instance");
    QCOMPARE(tree(model), "x:ac y:b :d"_ba);
    QVERIFY(model.isBranch(model.index(0, 3)));
    const QModelIndex group = model.index(1, 3, model.index(0, 0));
    QVERIFY(!model.isBranch(group));
    QCOMPARE(model.sourceRows(group).size(), size_t(1));
    QCOMPARE(model.indexOfBranch("y").row(), 1);
    QVERIFY(!model.indexOfBranch("z").isValid());
    model.setFilter(*GroupFilter::ofLine(u"x"_s));
    QCOMPARE(tree(model), "x:ac"_ba);
    model.setGroupedBy({});
    QCOMPARE(jobs(model), "ac"_ba);
}

void TestGroupFilterModel::branchesStandByTheirGroupsOrSums_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<Qt::SortOrder>("order");
    QTest::addColumn<QByteArray>("expected");
    const int job = int(GroupColumn::Job);
    const int instance = int(GroupColumn::Instance);
    // Of the groups, b has the most series, but those of x together have more.
    QTest::newRow("sum") << kSeries << Qt::AscendingOrder << "z:d y:b x:ac"_ba;
    QTest::newRow("sum, down") << kSeries << Qt::DescendingOrder << "x:ca y:b z:d"_ba;
    QTest::newRow("first group") << job << Qt::AscendingOrder << "x:ac y:b z:d"_ba;
    QTest::newRow("last group") << job << Qt::DescendingOrder << "z:d x:ca y:b"_ba;
    QTest::newRow("value") << instance << Qt::AscendingOrder << "x:ac y:b z:d"_ba;
    QTest::newRow("value, down") << instance << Qt::DescendingOrder << "z:d y:b x:ac"_ba;
    QTest::newRow("worst") << kState << Qt::AscendingOrder << "y:b x:ac z:d"_ba;
}

void TestGroupFilterModel::branchesStandByTheirGroupsOrSums()
{
    QFETCH(const int, column);
    QFETCH(const Qt::SortOrder, order);
    GroupModel groups(m_words);
    GroupRow failed(browseKey("b", "y"));
    failed.series = 5;
    failed.lastPushSuccessful = false;
    groups.apply(changed({rowOf("a", "x", 3), std::make_shared<const GroupRow>(failed),
        rowOf("c", "x", 4), rowOf("d", "z", 1)}));
    GroupFilterModel model(groups);
    model.setGroupedBy("instance");
    model.sort(column, order);
    QTEST(tree(model), "expected");
    QCOMPARE(model.pendingChanges(), 0);
}

void TestGroupFilterModel::branchesComeAndGo()
{
    GroupModel groups(m_words);
    groups.apply(changed({rowOf("a", "x", 1), rowOf("b", "y", 2)}));
    GroupFilterModel model(groups);
    model.setGroupedBy("instance");
    model.sort(kSeries);
    groups.apply(changed({rowOf("c", "w", 0), rowOf("d", "x", 9)}));
    QCOMPARE(tree(model), "x:ad y:b w:c"_ba); // at the end, until it is arranged
    QVERIFY(model.pendingChanges() > 0);
    groups.apply({GroupChanges::Scope::Some, {}, {browseKey("a", "x"), browseKey("b", "y")}});
    QCOMPARE(tree(model), "x:d w:c"_ba);
    model.arrange();
    QCOMPARE(tree(model), "w:c x:d"_ba);
    groups.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestGroupFilterModel::branchesShowWhatTheirGroupsAmountTo()
{
    GroupModel groups(m_words);
    groups.setNow(atSecond(100));
    GroupRow row(browseKey("a", "x"));
    row.pushTime = atSecond(90);
    row.staleAfter = seconds(20);
    row.series = 2;
    groups.apply(changed({std::make_shared<const GroupRow>(row), rowOf("b", "x", 3)}));
    GroupFilterModel model(groups);
    model.setGroupedBy("instance");
    const QModelIndex title = model.index(0, int(GroupColumn::Instance));
    const QSignalSpy changes(&model, &GroupFilterModel::dataChanged);
    QCOMPARE(title.data().toString(), u"x:2"_s);
    QCOMPARE(model.index(0, kSeries).data().toString(), u"5"_s);
    QCOMPARE(title.data(GroupModel::StateRole).toInt(), int(GroupState::Fresh));
    groups.setNow(atSecond(111));
    QCOMPARE(title.data(GroupModel::StateRole).toInt(), int(GroupState::Stale));
    QVERIFY(std::any_of(changes.begin(), changes.end(), [&](const QList<QVariant>& told) {
        return !told.front().toModelIndex().parent().isValid();
    }));
}

void TestGroupFilterModel::keepsPersistentIndexesInBranches()
{
    GroupModel groups(m_words);
    groups.apply(changed({rowOf("a", "x", 1), rowOf("b", "y", 2), rowOf("c", "y", 3)}));
    GroupFilterModel model(groups);
    const QPersistentModelIndex held = model.indexOf(2, 1);
    model.setGroupedBy("instance");
    QCOMPARE(model.branchValue(held.parent()), "y"_ba);
    const QPersistentModelIndex branch = held.parent();
    model.sort(kSeries, Qt::DescendingOrder);
    QCOMPARE(held.row(), 0);
    QCOMPARE(branch.row(), 0);
    groups.apply({GroupChanges::Scope::Some, {rowOf("0", "y", 9)}, {browseKey("b", "y")}});
    QCOMPARE(GroupFilterModel::sourceRow(held), 2);
    QCOMPARE(QModelIndex(branch), held.parent());
    model.setGroupedBy({});
    QCOMPARE(GroupFilterModel::sourceRow(held), 2);
    QVERIFY(!branch.isValid());
}

void TestGroupFilterModel::forgetsTheBranchesOfAnotherLabel()
{
    GroupModel groups(m_words);
    groups.apply(changed({rowOf("a", "a", 1)}));
    GroupFilterModel model(groups);
    model.setGroupedBy("instance");
    const QPersistentModelIndex branch = model.index(0, 0);
    model.arrange();
    QVERIFY(branch.isValid());
    model.setGroupedBy("job"); // what is selected for deleting must not become something else
    QVERIFY(!branch.isValid());
}

QTEST_GUILESS_MAIN(TestGroupFilterModel)
#include "tst_group_filter_model.moc"
