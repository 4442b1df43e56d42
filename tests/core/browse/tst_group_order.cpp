// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/browse/group_order.h"
#include "tests/core/browse/rows.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace pushgate::core;
using namespace pushgate::tests;
using std::chrono::seconds;

class TestGroupOrder : public QObject {
    Q_OBJECT

private slots:
    void comparesByColumn_data();
    void comparesByColumn();
    void absentValuesComeLast_data();
    void absentValuesComeLast();
};

namespace {

const TimePoint kNow = atSecond(1000);

/// First in every column.
GroupRow firstRow()
{
    GroupRow row(browseKey("a", "a"));
    row.lastPushSuccessful = false;
    row.pushTime = atSecond(990);
    row.rhythm = seconds(1);
    row.expectedBy = atSecond(991);
    row.series = 1;
    row.families = 1;
    row.bytes = 1;
    return row;
}

GroupRow lastRow()
{
    GroupRow row(browseKey("b", "b"));
    row.pushTime = atSecond(900);
    row.rhythm = seconds(2);
    row.expectedBy = atSecond(992);
    row.series = 2;
    row.families = 2;
    row.bytes = 2;
    return row;
}

bool isBefore(const GroupRow& left, const GroupRow& right, GroupColumn column)
{
    return comesBefore(
        {left, stateAt(left, kNow), kNow}, {right, stateAt(right, kNow), kNow}, column);
}

} // namespace

void TestGroupOrder::comparesByColumn_data()
{
    QTest::addColumn<GroupColumn>("column");
    QTest::newRow("urgent first") << GroupColumn::State;
    QTest::newRow("job") << GroupColumn::Job;
    QTest::newRow("instance") << GroupColumn::Instance;
    QTest::newRow("labels") << GroupColumn::Labels;
    QTest::newRow("young pushes first") << GroupColumn::LastPush;
    QTest::newRow("rhythm") << GroupColumn::Rhythm;
    QTest::newRow("due first") << GroupColumn::Due;
    QTest::newRow("series") << GroupColumn::Series;
    QTest::newRow("families") << GroupColumn::Families;
    QTest::newRow("bytes") << GroupColumn::Bytes;
}

void TestGroupOrder::comparesByColumn()
{
    QFETCH(const GroupColumn, column);
    QVERIFY(isBefore(firstRow(), lastRow(), column));
    QVERIFY(!isBefore(lastRow(), firstRow(), column));
    QVERIFY(!isBefore(firstRow(), firstRow(), column));
}

void TestGroupOrder::absentValuesComeLast_data()
{
    QTest::addColumn<GroupColumn>("column");
    QTest::newRow("instance") << GroupColumn::Instance;
    QTest::newRow("last push") << GroupColumn::LastPush;
    QTest::newRow("rhythm") << GroupColumn::Rhythm;
    QTest::newRow("due") << GroupColumn::Due;
    QTest::newRow("bytes") << GroupColumn::Bytes;
}

void TestGroupOrder::absentValuesComeLast()
{
    QFETCH(const GroupColumn, column);
    const GroupRow bare(browseKey("a"));
    QVERIFY(isBefore(lastRow(), bare, column));
    QVERIFY(!isBefore(bare, lastRow(), column));
    QVERIFY(!isBefore(bare, bare, column));
}

QTEST_APPLESS_MAIN(TestGroupOrder)
#include "tst_group_order.moc"
