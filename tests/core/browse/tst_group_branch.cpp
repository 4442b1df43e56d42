// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/group_branch.h"
#include "core/browse/group_words.h"
#include "tests/core/browse/rows.h"

#include <QTest>

using namespace pushgate::core;
using namespace pushgate::tests;
using std::chrono::seconds;

class TestGroupBranch : public QObject {
    Q_OBJECT

private slots:
    void startsWithNothing();
    void addsUp();
};

void TestGroupBranch::startsWithNothing()
{
    const GroupBranch branch;
    QCOMPARE(branch.groups(), 0);
    QCOMPARE(branch.worst(), GroupState::Fresh);
    QVERIFY(!branch.youngestPush && !branch.oldestPush && !branch.due && !branch.bytes);
}

void TestGroupBranch::addsUp()
{
    const TimePoint now = atSecond(1000);
    GroupBranch branch;
    GroupRow row(browseKey("a"));
    row.series = 3;
    row.families = 2;
    branch.add({row, GroupState::Fresh, now}); // never pushed
    QCOMPARE(branch.groups(), 1);
    QVERIFY(!branch.youngestPush && !branch.due && !branch.bytes);

    row.pushTime = atSecond(700);
    row.staleAfter = seconds(100);
    row.bytes = 10;
    branch.add({row, GroupState::Stale, now});
    row.pushTime = atSecond(900);
    row.staleAfter.reset();
    row.expectedBy = atSecond(950);
    row.bytes = 7;
    branch.add({row, GroupState::Overdue, now});
    QCOMPARE(branch.groups(), 3);
    QCOMPARE(branch.worst(), GroupState::Stale);
    QCOMPARE(branch.states.of(GroupState::Overdue), 1);
    QCOMPARE(branch.youngestPush, atSecond(900));
    QCOMPARE(branch.oldestPush, atSecond(700));
    QCOMPARE(branch.due, atSecond(800));
    QCOMPARE(branch.series, 9);
    QCOMPARE(branch.families, 6);
    QCOMPARE(branch.bytes, 17);
}

QTEST_APPLESS_MAIN(TestGroupBranch)
#include "tst_group_branch.moc"
