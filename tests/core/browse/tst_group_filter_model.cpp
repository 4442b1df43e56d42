// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/group_filter_model.h"
#include "tests/core/browse/rows.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

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

private:
    PlainWords m_words;
};

namespace {

constexpr int kSeries = static_cast<int>(GroupColumn::Series);

GroupRowPtr rowOf(const QByteArray& job, qint64 series, bool successful = true)
{
    GroupRow row(browseKey(job));
    row.series = series;
    row.lastPushSuccessful = successful;
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
        const int source = model.sourceRow(model.index(row, 0));
        text += *model.groups().group(source)->key.labels().value("job");
    }
    return text;
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
        for (int step = 0; step < 60; ++step) {
            groups.apply(history.step());
            if (random() % 4 == 0) {
                const auto state = random() % 2 == 0
                    ? std::nullopt
                    : std::optional(kGroupStates[random() % kGroupStates.size()]);
                model.setFilter(
                    {random() % 2 == 0 ? QStringList() : QStringList{u"1"_s}, state, {}, {}});
                model.sort(int(random() % kGroupColumnCount),
                    random() % 2 == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
                QCOMPARE(model.pendingChanges(), 0);
            }
        }
        model.setFilter({});
        model.arrange();
        QCOMPARE(model.rowCount(), groups.rowCount());
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

QTEST_GUILESS_MAIN(TestGroupFilterModel)
#include "tst_group_filter_model.moc"
