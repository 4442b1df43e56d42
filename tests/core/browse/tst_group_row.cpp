// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/group_row.h"
#include "tests/core/browse/rows.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace pushgate::core;
using namespace pushgate::tests;
using std::chrono::seconds;

namespace {

GroupRow pushedAt(qint64 second)
{
    GroupRow row(browseKey("a"));
    row.pushTime = atSecond(second);
    return row;
}

GroupRow withRule(GroupRow row, qint64 staleAfter)
{
    row.staleAfter = seconds(staleAfter);
    return row;
}

GroupRow expected(GroupRow row, qint64 by)
{
    row.expectedBy = atSecond(by);
    return row;
}

GroupRow failed(GroupRow row, qint64 second)
{
    row.lastPushSuccessful = false;
    row.failureTime = atSecond(second);
    return row;
}

} // namespace

class TestGroupRow : public QObject {
    Q_OBJECT

private slots:
    void hasAState_data();
    void hasAState();
    void foldsItsLabelsForSearching();
    void countsStates();
};

void TestGroupRow::hasAState_data()
{
    QTest::addColumn<GroupRow>("row");
    QTest::addColumn<qint64>("now");
    QTest::addColumn<GroupState>("state");
    const auto row = [](const char* name, const GroupRow& group, qint64 now, GroupState state) {
        QTest::newRow(name) << group << now << state;
    };
    row("no rule, no rhythm", pushedAt(100), 1'000'000, GroupState::Fresh);
    row("within its rule", withRule(pushedAt(100), 60), 160, GroupState::Fresh);
    row("beyond its rule", withRule(pushedAt(100), 60), 161, GroupState::Stale);
    row("not due yet", expected(pushedAt(100), 200), 200, GroupState::Fresh);
    row("late", expected(pushedAt(100), 200), 201, GroupState::Overdue);
    row("late, but a rule allows it", withRule(expected(pushedAt(100), 200), 900), 300,
        GroupState::Fresh);
    row("failed comes first", failed(withRule(pushedAt(100), 60), 150), 900, GroupState::Failed);
    row("failed only, later mended", withRule(GroupRow(browseKey("a")), 60), 900,
        GroupState::Fresh);
    GroupRow neverPushed(browseKey("a"));
    neverPushed.failureTime = atSecond(100);
    row("counts from the first failure", withRule(neverPushed, 60), 161, GroupState::Stale);
}

void TestGroupRow::hasAState()
{
    QFETCH(const GroupRow, row);
    QFETCH(const qint64, now);
    QFETCH(const GroupState, state);
    QCOMPARE(stateAt(row, atSecond(now)), state);
}

void TestGroupRow::foldsItsLabelsForSearching()
{
    const GroupRow row(browseKey("Nightly", "DB-Ä"));
    QCOMPARE(row.searchText, u"db-ä\nnightly\n"_s);
}

void TestGroupRow::countsStates()
{
    StateCounts counts;
    counts.add(GroupState::Stale);
    counts.add(GroupState::Stale);
    counts.add(GroupState::Failed);
    QCOMPARE(counts.of(GroupState::Stale), 2);
    QCOMPARE(counts.of(GroupState::Failed), 1);
    QCOMPARE(counts.of(GroupState::Fresh), 0);
    QCOMPARE(counts.total(), 3);
}

QTEST_APPLESS_MAIN(TestGroupRow)
#include "tst_group_row.moc"
