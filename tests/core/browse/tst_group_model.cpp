// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/group_model.h"
#include "tests/core/browse/rows.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pushgate::core;
using namespace pushgate::tests;
using std::chrono::seconds;

class TestGroupModel : public QObject {
    Q_OBJECT

private slots:
    void followsAnyHistory();
    void keepsPersistentIndexesOnTheirGroups();
    void updatesOnlyWhatChanged();
    void tellsWhatBecameOfEachGroup();
    void movesOnWithTime();
    void findsGroups();
    void showsTheShareOfTheTimeThatPassed();
    void speaksInTheWordsItWasGiven();
    void givesLabelsColumnsOfTheirOwn();
    void namesTheInstanceWithoutAColumn();

private:
    PlainWords m_words;
};

namespace {

GroupRowPtr rowOf(const QByteArray& job, qint64 pushedAt, std::optional<seconds> staleAfter = {})
{
    GroupRow row(browseKey(job));
    row.pushTime = atSecond(pushedAt);
    row.staleAfter = staleAfter;
    row.series = 3;
    return std::make_shared<const GroupRow>(row);
}

} // namespace

void TestGroupModel::followsAnyHistory()
{
    for (quint32 seed = 0; seed < 20; ++seed) {
        GroupModel model(m_words);
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setNow(atSecond(1100));
        RandomGroups groups(seed);
        for (int step = 0; step < 60; ++step) {
            model.apply(groups.step());
            QCOMPARE(model.rowCount(), int(groups.rows().size()));
            int row = 0;
            StateCounts counts;
            for (const auto& [key, expected] : groups.rows()) {
                QCOMPARE(*model.group(row), *expected);
                QCOMPARE(model.state(row), stateAt(*expected, atSecond(1100)));
                counts.add(model.state(row++));
            }
            QCOMPARE(model.counts(), counts);
        }
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }
}

void TestGroupModel::keepsPersistentIndexesOnTheirGroups()
{
    GroupModel model(m_words);
    RandomGroups groups(7);
    while (groups.rows().size() < 20)
        model.apply(groups.step());
    model.apply(groups.everything());
    std::map<GroupingKey, QPersistentModelIndex> held;
    for (int row = 0; row < model.rowCount(); ++row)
        held.insert_or_assign(model.group(row)->key, model.index(row, 1));

    for (int step = 0; step < 30; ++step) {
        model.apply(groups.step());
        std::erase_if(held, [](const auto& entry) { return !entry.second.isValid(); });
        for (const auto& [key, index] : held)
            QCOMPARE(model.group(index.row())->key, key);
    }
}

void TestGroupModel::updatesOnlyWhatChanged()
{
    GroupModel model(m_words);
    model.apply({GroupChanges::Scope::Everything, {rowOf("a", 1), rowOf("b", 1)}, {}});
    const QSignalSpy changed(&model, &GroupModel::dataChanged);
    const QSignalSpy inserted(&model, &GroupModel::rowsInserted);
    model.apply({GroupChanges::Scope::Everything, {rowOf("a", 1), rowOf("b", 1)}, {}});
    QCOMPARE(changed.size(), 0);
    model.apply({GroupChanges::Scope::Some, {rowOf("b", 2)}, {}});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 1);
    QCOMPARE(changed.at(0).at(1).toModelIndex().row(), 1);
    QCOMPARE(inserted.size(), 0);
}

void TestGroupModel::tellsWhatBecameOfEachGroup()
{
    GroupModel model(m_words);
    QStringList told;
    const auto second = [](const GroupRow* row) {
        return row == nullptr ? u"new"_s : QString::number(qint64(unixSeconds(*row->pushTime)));
    };
    connect(
        &model, &GroupModel::groupTaken, this, [&](const GroupRow* before, const GroupRow& after) {
            told.push_back(second(before) + u'>' + second(&after));
        });
    model.apply({GroupChanges::Scope::Everything, {rowOf("a", 1), rowOf("b", 2)}, {}});
    model.apply({GroupChanges::Scope::Some, {rowOf("b", 5), rowOf("c", 6)}, {browseKey("a")}});
    QCOMPARE(told, (QStringList{u"new>1"_s, u"new>2"_s, u"2>5"_s, u"new>6"_s}));
}

void TestGroupModel::movesOnWithTime()
{
    GroupModel model(m_words);
    model.setNow(atSecond(100));
    model.apply({GroupChanges::Scope::Everything, {rowOf("a", 90, seconds(60))}, {}});
    const QSignalSpy counts(&model, &GroupModel::countsChanged);
    model.setNow(atSecond(150));
    QCOMPARE(model.state(0), GroupState::Fresh);
    QCOMPARE(counts.size(), 0);
    model.setNow(atSecond(151));
    QCOMPARE(model.state(0), GroupState::Stale);
    QCOMPARE(model.counts().of(GroupState::Stale), 1);
    QCOMPARE(counts.size(), 1);
}

void TestGroupModel::findsGroups()
{
    GroupModel model(m_words);
    model.apply({GroupChanges::Scope::Everything, {rowOf("b", 1), rowOf("a", 1)}, {}});
    QCOMPARE(model.find(browseKey("a")), 0);
    QCOMPARE(model.find(browseKey("b")), 1);
    QCOMPARE(model.find(browseKey("c")), -1);
    QCOMPARE(model.seriesTotal(), 6);
}

void TestGroupModel::showsTheShareOfTheTimeThatPassed()
{
    GroupModel model(m_words);
    model.setNow(atSecond(115));
    model.apply(
        {GroupChanges::Scope::Everything, {rowOf("a", 100, seconds(60)), rowOf("b", 100)}, {}});
    QCOMPARE(model.index(0, 0).data(GroupModel::DueShareRole).toDouble(), 0.25);
    QVERIFY(!model.index(1, 0).data(GroupModel::DueShareRole).isValid());
}

void TestGroupModel::speaksInTheWordsItWasGiven()
{
    GroupModel model(m_words);
    model.apply({GroupChanges::Scope::Everything, {rowOf("a", 1)}, {}});
    QCOMPARE(model.index(0, 1).data().toString(), u"a\n"_s);
    QCOMPARE(model.index(0, 1).data(Qt::ToolTipRole).toString(), u"3"_s);
    QCOMPARE(model.headerData(4, Qt::Horizontal).toString(), u"4"_s);
}

void TestGroupModel::givesLabelsColumnsOfTheirOwn()
{
    GroupModel model(m_words);
    GroupRow row(*GroupingKey::from(
        *Labels::from({{"job", "a"}, {"instance", "b"}, {"shard", "3"}, {"zone", "eu"}})));
    model.apply({GroupChanges::Scope::Everything, {std::make_shared<const GroupRow>(row)}, {}});
    const int labels = int(GroupColumn::Labels);
    const int second = kGroupColumnCount + 1;
    QCOMPARE(model.index(0, labels).data().toString(), u"shard,zone"_s);
    const QSignalSpy headers(&model, &GroupModel::headerDataChanged);
    const QSignalSpy cells(&model, &GroupModel::dataChanged);
    model.setLabelColumns({"", "zone"});
    model.setLabelColumns({"", "zone"});
    QCOMPARE(headers.size(), 1);
    QCOMPARE(cells.size(), 1);
    QCOMPARE(model.index(0, labels).data().toString(), u"shard"_s);
    QCOMPARE(model.index(0, second).data().toString(), u"eu"_s);
    QCOMPARE(model.headerData(second, Qt::Horizontal).toString(), u"zone"_s);
    QVERIFY(model.index(0, kGroupColumnCount).data().toString().isEmpty());
    QCOMPARE(model.sectionOf("zone"), second);
    QCOMPARE(model.sectionOf("job"), int(GroupColumn::Job));
    QCOMPARE(model.sectionOf("shard"), -1);
    QCOMPARE(model.sectionOf(""), -1);
    QCOMPARE(model.labelNames(), (std::vector<QByteArray>{"instance", "job", "shard", "zone"}));
}

void TestGroupModel::namesTheInstanceWithoutAColumn()
{
    GroupModel model(m_words);
    model.apply({GroupChanges::Scope::Everything,
        {std::make_shared<const GroupRow>(
            *GroupingKey::from(*Labels::from({{"job", "a"}, {"instance", "b"}, {"zone", "eu"}})))},
        {}});
    model.setLabelColumns({"zone"});
    const QModelIndex labels = model.index(0, int(GroupColumn::Labels));
    QVERIFY(labels.data().toString().isEmpty());
    const QSignalSpy cells(&model, &GroupModel::dataChanged);
    model.setInstanceColumn(GroupModel::InstanceColumn::Hidden);
    model.setInstanceColumn(GroupModel::InstanceColumn::Hidden);
    QCOMPARE(cells.size(), 1);
    QCOMPARE(labels.data().toString(), u"instance"_s);
    model.setLabelColumns({});
    QCOMPARE(labels.data().toString(), u"instance,zone"_s);
    model.setInstanceColumn(GroupModel::InstanceColumn::Shown);
    QCOMPARE(labels.data().toString(), u"zone"_s);
}

QTEST_GUILESS_MAIN(TestGroupModel)
#include "tst_group_model.moc"
